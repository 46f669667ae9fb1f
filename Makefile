# Everything that installs, runs and checks the house. Paths are relative, so a folder with a space
# in its name is fine. `make` alone prints help. Settings: .env.example
PY ?= python3
BIN := .venv/bin
PYTHON := $(BIN)/python
SERVICES := registry aid events
PARTS := gateway/chassis gateway $(SERVICES:%=services/%)
NAMES := chassis gateway $(SERVICES)
# What the type checker reads: the five packages and what runs them.
TYPED := -p chassis -p gateway $(SERVICES:%=-p %) -p deploy
LOCKS := requirements.lock tools.lock deploy/runtime.lock deploy/sec.lock
WITH_POSTGRES := $(PYTHON) -m deploy.with_postgres
export UV_PYTHON_DOWNLOADS := never
export PYTHONUNBUFFERED := 1
# Some images forbid compiled files; without them every start compiles everything again.
unexport PYTHONDONTWRITEBYTECODE
# Two makes in one checkout share what is installed: one line after the other.
.NOTPARALLEL:
.DEFAULT_GOAL := help

.PHONY: help
help: ## this list
	@echo "Nhịp Cầu: make TARGET"
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):[^#]*## /  \1\t/' | expand -t 18

# --- running ----------------------------------------------------------------------------------
.PHONY: run
run: .venv/.ok ## everything on http://127.0.0.1:8000 (PORT=, DATA_DIR=, MODE=demo|production)
	@exec $(PYTHON) -m deploy.run

.PHONY: bootstrap-admin
bootstrap-admin: .venv/.ok ## a one-time link for the first administrator (ADMIN=name ADMIN_NAME="…")
	@$(PYTHON) -m deploy.bootstrap

# --- installing -------------------------------------------------------------------------------
.PHONY: install
install: .venv/.ok ## .venv from the hash-pinned locks; needs the network the first time only

# An environment remembers its folder: in a checkout that was moved or copied it is made anew.
ifneq ($(shell cat .venv/.here 2>/dev/null),$(shell pwd))
.PHONY: .venv/.ok
endif
.venv/.ok: requirements.lock tools.lock $(PARTS:%=%/pyproject.toml)
	@PY="$(PY)" sh deploy/install.sh $(PARTS)
	@touch $@

.PHONY: lock
lock: .venv/.ok ## write requirements.lock and tools.lock again (UPGRADE=1: newest versions)
	@sh deploy/lock.sh $(if $(UPGRADE),--upgrade) $(NAMES) -- $(PARTS)
	@cd deploy/npm-tools && npm install --package-lock-only --ignore-scripts --no-audit --no-fund
	@node frontend/scripts/lock.mjs deploy/npm-tools

# --- proving ----------------------------------------------------------------------------------
.PHONY: test
test: .venv/.ok check-locks ## every test: services, house, app, browser (ONLY="aid registry")
	@$(WITH_POSTGRES) $(PYTHON) -m deploy.suites $(ONLY)

.PHONY: alone
alone: .venv/.ok ## one service's tests with the others absent: make alone SERVICE=aid
	@test -d "services/$(SERVICE)" && test -n "$(SERVICE)" || \
	  { echo "make alone SERVICE=… wants one of: $(SERVICES)"; exit 1; }
	@$(WITH_POSTGRES) $(PYTHON) -m deploy.alone $(SERVICE)

.PHONY: bench
bench: .venv/.ok ## measure a running house of its own
	@$(WITH_POSTGRES) $(PYTHON) -m tests.bench.audit
	@LOG_LEVEL=WARNING $(PYTHON) -m deploy.with_house $(PYTHON) -m tests.bench

.PHONY: importing
importing: .venv/.ok ## the largest list (50,000 rows) entered and taken back: the loop, memory, seconds (ROWS=)
	@$(WITH_POSTGRES) $(PYTHON) -m tests.import50k $(or $(ROWS),50000)

.PHONY: overload
overload: .venv/.ok ## three times what a house of its own can: refused in order, the rest served
	@LOG_LEVEL=WARNING REQUESTS_PER_CLIENT=1000000000 REQUESTS_PER_UNIT=1000000000 EXPORTS_PER_HOUR=20 \
	  $(PYTHON) -m deploy.with_house $(PYTHON) -m tests.overload

.PHONY: mirror
mirror: .venv/.ok ## 100,000 changes copied by the reference mirror under kills (CHANGES=)
	@$(PYTHON) -m deploy.with_house $(PYTHON) -m tests.mirror.drill $(or $(CHANGES),100000)

.PHONY: webhooks
webhooks: .venv/.ok ## webhooks under kills and failures, verified in Python and JavaScript (EVENTS=)
	@$(PYTHON) -m deploy.spa install
	@WEBHOOK_DISPATCH=off WEBHOOK_ALLOW_CIDRS=127.0.0.0/8 WEBHOOK_SCALE=0.0002 \
	  $(PYTHON) -m deploy.with_house $(PYTHON) -m tests.webhooks $(or $(EVENTS),5000)

.PHONY: conformance
conformance: .venv/.ok ## the integrators' kit against a house of its own (49 scenarios, a line each)
	@$(PYTHON) -m deploy.with_house $(PYTHON) -m pytest -q -s tests/conformance

.PHONY: clients
clients: .venv/.ok .make/sec/.ok ## generated Python, TypeScript and Java clients, built and used with a house
	@$(PYTHON) -m deploy.spa install
	@$(PYTHON) -m deploy.with_house $(PYTHON) -m tests.clients

.PHONY: fuzz
fuzz: .venv/.ok ## the fuzz of a night: 200 cases of each operation and three seeds (FUZZ_EXAMPLES=, FUZZ_SEEDS=)
	@FUZZ_EXAMPLES="$(or $(FUZZ_EXAMPLES),200)" FUZZ_SEEDS="$(or $(FUZZ_SEEDS),1 2 3)" \
	  $(PYTHON) -m deploy.with_house $(PYTHON) -m pytest -q tests/contract/test_fuzz.py

.PHONY: residency
residency: .venv/.ok ## every suite that asks a house, where only this machine is reached: nobody tries more
	@$(PYTHON) -m deploy.spa build
	@WEBHOOK_DISPATCH=off PYTEST_ADDOPTS="--ignore tests/system/test_subject.py" \
	  $(PYTHON) -m deploy.residency $(PYTHON) -m deploy.suites system conformance contract # the one left out waits for a delivery
	@WEBHOOK_DISPATCH=off $(PYTHON) -m deploy.residency --browser $(PYTHON) -m deploy.suites browser

.PHONY: rotate-keys
rotate-keys: .venv/.ok ## the signing key replaced under load, in a house of its own: nobody refused
	@$(PYTHON) -m deploy.with_house $(PYTHON) -m tests.rotation

.PHONY: reseal-files
reseal-files: .venv/.ok ## every paper sealed with FILES_SECRET anew, while the house runs
	@$(PYTHON) -m deploy.reseal files

.PHONY: sweep-files
sweep-files: .venv/.ok ## files that no record names any more and that are older than DAYS (30), removed
	@$(PYTHON) -m deploy.sweep $(or $(DAYS),30)

.PHONY: reseal-secrets
reseal-secrets: .venv/.ok ## signing keys, one-time codes and webhook secrets sealed with GATEWAY_SECRET anew, while the house runs
	@$(PYTHON) -m deploy.reseal secrets

.PHONY: reapply-erasures
reapply-erasures: .venv/.ok ## after a backup was restored: who was erased since is erased again
	@$(PYTHON) -m deploy.reapply

.PHONY: authz-matrix
authz-matrix: .venv/.ok ## who may do what, as one table, from the contracts
	@$(PYTHON) -m deploy.authz_matrix

.PHONY: audit-verify
audit-verify: .venv/.ok ## every change log is what it was, or the first position that is not
	@$(PYTHON) -m deploy.audit

.PHONY: sec
sec: .venv/.ok .make/sec/.ok ## static checks, secrets in the history, bills of materials, mean input, timing, read-only tree
	@$(WITH_POSTGRES) $(PYTHON) -m deploy.sec
	@$(PYTHON) -m deploy.with_house $(PYTHON) -m tests.timing
	@$(PYTHON) -m deploy.with_house $(PYTHON) -m tests.searches
	@$(MAKE) --no-print-directory readonly

.PHONY: readonly
readonly: .venv/.ok ## a house as in its container: read-only tree, no rights, loopback alone (bubblewrap)
	@$(PYTHON) -m deploy.readonly $(PYTHON) -m deploy.with_house \
	  $(PYTHON) -m pytest -q -p no:cacheprovider tests/conformance

# An environment of their own: tools that share one with what runs move its versions.
.make/sec/.ok: deploy/sec.lock
	@rm -rf .make/sec && $(PY) -m venv .make/sec
	@.make/sec/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

.PHONY: lint-contract
lint-contract: .venv/.ok ## Spectral (OpenAPI and OWASP rules) and Redocly over the merged contract and each part's
	@$(PYTHON) -m deploy.lint_contract

.PHONY: check check-style check-types check-imports check-locks check-openapi check-compat check-schema check-app
check: check-style check-types check-imports check-locks check-openapi check-compat lint-contract check-schema check-app ## what CI demands before the tests
	@echo "check: all well"

check-style: .venv/.ok
	@$(BIN)/ruff check -q .
	@$(BIN)/ruff format --check -q . || { echo "run: $(BIN)/ruff format ."; exit 1; }

check-types: .venv/.ok
	@$(BIN)/mypy $(TYPED)

check-imports: .venv/.ok
	@$(BIN)/lint-imports --no-logo
	@$(PYTHON) -m pytest -q tests/architecture

check-locks:
	@! grep -nE '://|--(extra-)?index-url|--find-links|^-e|file:' $(LOCKS) || \
	  { echo "a lock names a host or a path: run make lock"; exit 1; }
	@node frontend/scripts/lock.mjs --check deploy/npm-tools

check-openapi: .venv/.ok
	@$(PYTHON) -m deploy.contracts --check

check-compat: .venv/.ok
	@$(PYTHON) -m deploy.compat

check-schema: .venv/.ok
	@$(WITH_POSTGRES) $(PYTHON) -m deploy.schema_check

check-app: .venv/.ok
	@$(PYTHON) -m deploy.spa install
	@cd frontend && npm run --silent check
	@$(PYTHON) -m deploy.spa build
	@cd frontend && npm run --silent size

# --- making again -----------------------------------------------------------------------------
.PHONY: openapi
openapi: .venv/.ok ## write every openapi.json and the app's types from them
	@$(PYTHON) -m deploy.contracts
	@$(PYTHON) -m deploy.spa install
	@cd frontend && npm run --silent api

.PHONY: clean
clean: ## remove what make can make again (ALL=1: the data too)
	@$(if $(ALL),if test -x $(PYTHON); then $(PYTHON) -m deploy.postgres remove; fi; rm -rf "$${DATA_DIR:-.data}")
	@rm -rf .venv .make .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@rm -rf frontend/node_modules frontend/dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
