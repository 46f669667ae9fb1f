"""What is on record of the organisations and certificates in a list, and in what state. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from chassis.fold import fold
from registry.ngos.finding import mark


@dataclass(slots=True, eq=False)
class Organisation:
    """An NGO as it stands, or as the rows above will leave it; `id` is None while it is new."""

    id: UUID | None
    steward: UUID
    values: dict[str, Any]
    version: int = 0
    kept: Mapping[str, Any] = field(default_factory=dict)  # what a list does not speak of
    certificates: list["Paper"] = field(default_factory=list)
    row: int = 0  # the first row of the file that spoke of it
    stated: Mapping[str, Any] = field(default_factory=dict)
    touched: bool = False
    meant: str | None = None  # of a new one: the id that the file gives it, another register's


@dataclass(slots=True, eq=False)
class Paper:
    """A certificate, likewise."""

    id: UUID | None
    ngo: Organisation
    values: dict[str, Any]
    version: int = 0
    row: int = 0
    touched: bool = False


class Known:
    """What is on record of the organisations and certificates that the file speaks of."""

    def __init__(self, ngos: Iterable[Organisation]) -> None:
        self.ngos: list[Organisation] = []
        self.names: dict[tuple[str, str], list[Organisation]] = defaultdict(list)
        self.papers: dict[tuple[str, str], Paper] = {}
        self.numbered: dict[str, Organisation] = {}
        self.marks: dict[tuple[str, str], Organisation] = {}
        for ngo in ngos:
            self.add(ngo)
            for paper in ngo.certificates:
                self.papers[paper.values["kind"], paper.values["number"]] = paper

    def add(self, ngo: Organisation) -> None:
        self.ngos.append(ngo)
        self.call(ngo)
        if ngo.kept:
            self.numbered[ngo.kept["public_id"]] = ngo

    def call(self, ngo: Organisation) -> None:
        """Let it be found by the name and the numbers it has now, beside those it had."""
        called = self.names[fold(ngo.values["name_vi"]), ngo.values["home_country"]]
        if ngo not in called:
            called.append(ngo)
        for entry in ngo.values.get("identifiers") or ():
            if (key := _marked(entry))[1]:
                self.marks.setdefault(key, ngo)

    def of_another(
        self, entries: Iterable[Mapping[str, Any]], ngo: Organisation | None
    ) -> tuple[str, Organisation] | None:
        """The first of these numbers that is another organisation's, and whose it is."""
        for entry in entries:
            holder = self.marks.get(_marked(entry))
            if holder not in (None, ngo):
                return entry["value"], holder
        return None

    def let_go(self) -> None:
        """Undo the knots of organisations and papers, which only a full collection would find."""
        for ngo in self.ngos:
            ngo.certificates.clear()
            ngo.values, ngo.stated, ngo.kept = {}, {}, {}
        for named in (self.names, self.papers, self.numbered, self.marks):
            while named:  # one at a time, so that others get their turn
                named.popitem()
        while self.ngos:
            self.ngos.pop()

    def new_ngo(self, values: dict[str, Any], steward: UUID, meant: str | None) -> Organisation:
        ngo = Organisation(None, steward, values, meant=meant)
        self.add(ngo)
        if meant:
            self.numbered[meant] = ngo
        return ngo

    def new_paper(self, values: dict[str, Any], ngo: Organisation) -> Paper:
        paper = Paper(None, ngo, values)
        ngo.certificates.append(paper)
        self.papers[values["kind"], values["number"]] = paper
        return paper


def _marked(entry: Mapping[str, Any]) -> tuple[str, str]:
    """A number as the database compares it: no two organisations share one."""
    return entry["scheme"], mark(entry["value"])
