"""Counts what a suite proved, from the JUnit file that pytest, Vitest and Playwright all write."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Count:
    passed: int
    failed: int
    skipped: int = 0

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed:>5} passed, {self.failed} failed{skipped}"


def read(report: Path, status: int) -> Count:
    """A suite that ended badly counts as one failure even when no single test is red."""
    if not report.exists():
        return Count(0, 1)
    cases = list(ElementTree.parse(report).iter("testcase"))
    red = sum(1 for case in cases if _has(case, "failure", "error"))
    skipped = sum(1 for case in cases if _has(case, "skipped"))
    failed = red or (1 if status else 0)
    return Count(passed=len(cases) - red - skipped, failed=failed, skipped=skipped)


def _has(case: ElementTree.Element, *marks: str) -> bool:
    return any(case.find(mark) is not None for mark in marks)
