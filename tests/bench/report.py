"""The table that `make bench` prints."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.load import Measured


@dataclass(frozen=True, slots=True)
class Line:
    """One bar: what was measured, what it must reach, what we aim for."""

    what: str
    value: float
    bar: float
    goal: float
    at_most: bool = False

    @property
    def is_met(self) -> bool:
        return self.value <= self.bar if self.at_most else self.value >= self.bar


def print_table(lines: Sequence[Line], raw: Mapping[str, Sequence[Measured]]) -> None:
    """Bars first, then the medians behind them; exit status 1 when a bar is missed."""
    print(f"\n{'what':<46}{'measured':>10}{'bar':>10}{'goal':>10}")
    for line in lines:
        bar = f"{'<=' if line.at_most else '>='}{line.bar:g}"
        verdict = "" if line.is_met else "   MISSED"
        print(f"{line.what:<46}{line.value:>10.2f}{bar:>10}{line.goal:>10g}{verdict}")
    print(f"\n{'variant (medians)':<46}{'req/s':>10}{'p50 ms':>10}{'p99 ms':>10}{'CPU µs':>10}")
    for name, found in raw.items():
        middle = [
            median(getattr(m, field) for m in found) for field in ("rate", "p50", "p99", "cpu")
        ]
        print(f"{name:<46}{middle[0]:>10.0f}{middle[1]:>10.1f}{middle[2]:>10.1f}{middle[3]:>10.0f}")
    if not all(line.is_met for line in lines):
        raise SystemExit(1)
