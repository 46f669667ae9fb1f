"""Key-shaped texts in any line that was ever committed (reliability-security SC-07)."""

import re
import subprocess

SHAPES = {
    "a private key": r"-----BEGIN (?:RSA |EC |OPENSSH |DSA |PGP )?PRIVATE KEY",
    "an AWS key": r"\bAKIA[0-9A-Z]{16}\b",
    "a GitHub token": r"\bgh[pousr]_[A-Za-z0-9]{36}\b",
    "a Slack token": r"\bxox[abprs]-[A-Za-z0-9-]{10,}",
    "a Google key": r"\bAIza[0-9A-Za-z_-]{35}\b",
    "a client secret of ours": r"\bncs_[A-Za-z0-9_-]{43}(?![\w-])",
    "a webhook secret": r"\bwhsec_[A-Za-z0-9+/]{32,}={0,2}",
    "a signed token": r"\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}",
    "a password in an address": r"(?:postgres(?:ql)?|https?|amqp)://[^\s:/@{}$]+:(?!\*)[^\s@{}$]{12,}@",
}
PATTERN = re.compile("|".join(f"({shape})" for shape in SHAPES.values()))


def shapes(line: str) -> list[str]:
    """Which kinds of secret stand in this line."""
    names = list(SHAPES)
    return [names[one.lastindex - 1] for one in PATTERN.finditer(line) if one.lastindex]


def in_history() -> tuple[int, list[str]]:
    """How many added lines were read, and where one of them looks like a secret."""
    git = ["git", "log", "--all", "-p", "-U0", "--no-color", "--no-textconv", "--format=commit %h"]
    left_out = [":(exclude)*.lock", ":(exclude)*package-lock.json"]
    found, read, commit, file = [], 0, "", ""
    with subprocess.Popen(
        [*git, "--", ".", *left_out], stdout=subprocess.PIPE, text=True, errors="replace"
    ) as log:
        assert log.stdout is not None
        for line in log.stdout:
            if line.startswith("commit "):
                commit = line[7:].strip()
            elif line.startswith("+++ "):
                file = line[6:].strip()
            elif line.startswith("+"):
                read += 1
                found += [f"{commit} {file}: {kind}" for kind in shapes(line)]
    return read, found
