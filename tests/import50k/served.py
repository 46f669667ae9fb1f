"""The registry as it runs in a house, with a watch on its event loop.

A task of the loop itself looks at the clock every few milliseconds: what it sleeps longer than it
asked is what any request would have waited. A thread beside it notes what held the loop meanwhile.
"""

import asyncio
import json
import sys
import threading
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

import uvicorn

from chassis.identity import Verifier
from chassis.testing import ISSUER, KEY
from registry.main import app

EVERY = 0.005
HELD = 0.060  # what is held as long gets its place noted


class Watch:
    """How late the loop was, since it was last asked; told in `file` when that is asked for."""

    def __init__(self, wanted: Path, told: Path) -> None:
        self.wanted, self.told = wanted, told
        # how late, and how much processor time of ours the loop waited for meanwhile
        self.late: list[tuple[float, float]] = []
        self.places: Counter[str] = Counter()
        self.last = time.perf_counter()
        self.loop_thread = threading.get_ident()

    async def run(self, _: Any, stop: asyncio.Event) -> None:
        self.loop_thread = threading.get_ident()
        threading.Thread(target=self._look, daemon=True).start()
        while not stop.is_set():
            before, used = time.perf_counter(), time.process_time()
            await asyncio.sleep(EVERY)
            self.last = time.perf_counter()
            late = self.last - before - EVERY
            self.late.append((min(late, time.process_time() - used), late))
            if self.wanted.exists():
                self.wanted.unlink()
                self._tell()
                self.last = time.perf_counter()

    def _tell(self) -> None:
        late, self.late = sorted(self.late), []
        places, self.places = self.places, Counter()
        said = {
            "worst": [ours for ours, _ in late[-10:][::-1]],
            "p99": late[int(len(late) * 0.99)][0],
            "all": max(every for _, every in late),
            "looks": len(late),
            "places": places.most_common(12),
        }
        part = self.told.with_suffix(".part")
        part.write_text(json.dumps(said))
        part.rename(self.told)

    def _look(self) -> None:
        while True:
            time.sleep(HELD / 4)
            if time.perf_counter() - self.last > HELD:
                frames = sys._current_frames()
                self.places[_place(frames[self.loop_thread])] += 1
                for thread, frame in frames.items():
                    if thread not in (self.loop_thread, threading.get_ident()):
                        self.places["  beside: " + _place(frame)] += 1


def _place(frame: Any) -> str:
    """The innermost lines of our own code."""
    lines = traceback.extract_stack(frame)
    own = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in lines]
    return " < ".join(own[:-4:-1])


def main(port: int, folder: Path) -> None:
    async def keys() -> dict[str, Any]:
        return {"keys": [KEY.as_dict(private=False)]}

    (folder / "key.json").write_text(json.dumps(KEY.as_dict(private=True)))
    app.state.verifier = Verifier(ISSUER, "registry", keys)
    watch = Watch(folder / "wanted", folder / "told.json")
    app.state.duties = (*app.state.duties, watch.run)
    uvicorn.run(
        app,
        port=port,
        http="chassis.framing:ServiceHttp",
        loop="uvloop",
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_level="warning",
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
