"""Makes the files of a new cluster; its name appears only when it is whole."""

import shutil
import subprocess
from pathlib import Path

from deploy.postgres import binaries
from deploy.postgres.account import Account


def make(
    data: Path, programs: Path, account: Account, superuser: str, password: str, *, sync: bool
) -> None:
    making = data.with_name("data.new")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(mode=0o700)
    account.own(making)
    # A file and not a pipe: the other account may not open ours.
    secret = data.with_name("password.new")
    secret.unlink(missing_ok=True)
    secret.touch(mode=0o600)
    secret.write_text(password + "\n")
    account.own(secret)
    options = ["--auth=scram-sha-256", "-E", "UTF8", "--data-checksums", "--no-instructions"]
    try:
        subprocess.run(
            [
                programs / "initdb", "-D", making, "-U", superuser, f"--pwfile={secret}",
                *options, *_locale(programs), *([] if sync else ["--no-sync"]),
            ],
            check=True, capture_output=True, text=True, cwd="/", **account.switch,
        )  # fmt: skip
    except subprocess.CalledProcessError as failed:
        raise RuntimeError(f"initdb failed: {failed.stderr}") from failed
    finally:
        secret.unlink()
    making.rename(data)


def _locale(programs: Path) -> list[str]:
    """The same lower() for Vietnamese letters on every machine."""
    if binaries.version(programs) >= 17:
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return ["--locale=C.UTF-8"]
