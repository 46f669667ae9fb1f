"""`python -m deploy.residency [--browser] CMD…`: runs CMD where this machine alone can be reached.

A network namespace of its own has loopback and no route. Every packet that somebody in it wants to
send elsewhere, a question to a name server too, is counted by the kernel as one without a route:
none may be. Status 1 when there was one. Webhooks are the one thing that calls out by design: leave
them off (WEBHOOK_DISPATCH=off). Needs root, or a kernel that lets users make namespaces.

`--browser`: Chromium asks at each navigation whether there is IPv6, by connecting a socket to one
address and sending nothing; no flag turns that off. Loopback then has that one address, and no
other: whatever else a browser wants is counted as everybody's. Names lead it nowhere by a flag of
the tests' own (frontend/playwright.config.ts).
"""

import fcntl
import os
import socket
import struct
import subprocess
import sys
from pathlib import Path

from deploy.refusal import Refusal, guarded
from deploy.steps import say

INSIDE, BROWSER = "--inside", "--browser"
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
SIOCSIFADDR = 0x8916
ELSEWHERE = "192.0.2.1"  # RFC 5737: nobody's address
ASKS_FOR_IPV6 = "2001:4860:4860::8888"  # the one that Chromium's code names


def _loopback() -> None:
    """Bring `lo` up: a new namespace has it down."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_:
        asked = fcntl.ioctl(any_, SIOCGIFFLAGS, struct.pack("16sh14x", b"lo", 0))
        _, flags = struct.unpack("16sh14x", asked)
        fcntl.ioctl(any_, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))


def unroutable() -> int:
    """How many packets found no way out of this namespace so far, by IPv4 and IPv6."""
    lines = Path("/proc/net/snmp").read_text().splitlines()
    names, values = (line.split() for line in lines if line.startswith("Ip:"))
    count = int(values[names.index("OutNoRoutes")])
    for line in Path("/proc/net/snmp6").read_text().splitlines():
        name, _, value = line.partition(" ")
        count += int(value) if name == "Ip6OutNoRoutes" else 0
    return count


def _reach_out() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_:
        try:
            any_.connect((ELSEWHERE, 53))
        except OSError:
            return


def _answer_the_browser() -> None:
    """Give `lo` the address with which Chromium finds out whether there is IPv6."""
    address, lo = socket.inet_pton(socket.AF_INET6, ASKS_FOR_IPV6), socket.if_nametoindex("lo")
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as any_:
        fcntl.ioctl(any_, SIOCSIFADDR, struct.pack("16sIi", address, 128, lo))


def _inside(command: list[str]) -> int:
    _loopback()
    if command[0] == BROWSER:
        _answer_the_browser()
        command = command[1:]
    before = unroutable()
    _reach_out()
    if unroutable() == before:
        raise Refusal("This kernel does not count what finds no way out: nothing is proved.")
    before = unroutable()
    status = subprocess.run(command, check=False).returncode
    tried = unroutable() - before
    say(f"{tried} packets wanted to leave this machine")
    return status or int(tried > 0)


def main(arguments: list[str]) -> int:
    if not arguments:
        raise Refusal(str(__doc__))
    if arguments[0] == INSIDE:
        return _inside(arguments[1:])
    mapped = [] if os.getuid() == 0 else ["--map-root-user"]
    inside = [sys.executable, "-m", "deploy.residency", INSIDE, *arguments]
    return subprocess.run(["unshare", "--net", *mapped, *inside], check=False).returncode


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))
