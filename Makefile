# Everything that installs, runs and checks the house. Paths are relative, so a folder with a space
# in its name is fine. `make` alone prints help.
PY ?= python3
PORT ?= 8000
DATA_DIR ?= .data
MODE ?= demo
BIN := .venv/bin
PARTS := gateway/chassis gateway services/registry services/aid services/events
NAMES := chassis gateway registry aid events
export PORT DATA_DIR MODE
export UV_PYTHON_DOWNLOADS := never
export PYTHONUNBUFFERED := 1

.DEFAULT_GOAL := help
.PHONY: help install run test check lock alone bench openapi clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/' | expand -t 18

# --- installing -------------------------------------------------------------------------------
install: .venv/.ok ## .venv from the hash-pinned locks (needs the network the first time only)

.venv/.ok: requirements.lock tools.lock $(PARTS:%=%/pyproject.toml)
	@PY="$(PY)" sh deploy/install.sh $(PARTS)
	@touch $@

lock: .venv/.ok ## choose versions anew for requirements.lock and tools.lock (UPGRADE=1: the newest)
	@sh deploy/lock.sh $(if $(UPGRADE),--upgrade) $(NAMES) -- $(PARTS)
