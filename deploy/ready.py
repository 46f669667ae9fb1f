"""`python -m deploy.ready ADDRESS URL…`: waits until every URL answers 200, then says so.

A process of its own, so that the supervisor stays single-threaded and may fork.
"""

import sys
import time
import urllib.error
import urllib.request

from deploy.steps import say

WITHIN = 120
# Loopback is never asked for through a proxy, whatever the environment says.
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def answers(url: str) -> bool:
    try:
        with _direct.open(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def main(address: str, urls: list[str]) -> int:
    deadline = time.monotonic() + WITHIN
    waiting = list(urls)
    while waiting := [url for url in waiting if not answers(url)]:
        if time.monotonic() > deadline:
            say(f"still not ready after {WITHIN} s: {', '.join(waiting)}")
            return 1
        time.sleep(0.05)
    say(f"ready {address}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
