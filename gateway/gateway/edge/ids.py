"""Request ids: UUIDs of version 7, cheap enough for every request.

They name a request and prove nothing, so the random part is drawn once per process and counted up.
"""

import itertools
import os
import time

_VARIANT = 0b10 << 62
_count = itertools.count(int.from_bytes(os.urandom(7)))
_process = f"7{int.from_bytes(os.urandom(2)) & 0xFFF:03x}"


def request_id() -> str:
    """32 hexadecimal digits, not repeated by this process nor, but by chance, by another."""
    milliseconds = time.time_ns() // 1_000_000
    return f"{milliseconds:012x}{_process}{_VARIANT | next(_count):016x}"
