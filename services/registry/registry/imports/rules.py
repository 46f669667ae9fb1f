"""What an import may become, and what each row of its file would do. Pure.

The rows are decided one after the other on what is known, each leaving its mark for those below:
so two rows of one new organisation make one record, and a repeated row is found.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from chassis.fold import fold
from chassis.moves import Move, Moves
from registry.certificates.rules import Kind, days, overlap
from registry.imports.reading import ADDED, Entry, Reason, plain
from registry.imports.standing import Known, Organisation, Paper


class Status(StrEnum):
    CHECKED = "checked"
    COMMITTED = "committed"
    CANCELLED = "cancelled"
    UNDONE = "undone"


class Action(StrEnum):
    COMMIT = "commit"
    CANCEL = "cancel"
    UNDO = "undo"


class Stage(StrEnum):
    """What is being done to the rows of a list: first read, then checked and stored; at commit
    checked again, then entered; at undo taken back. `done`: the import itself says how it is."""

    READING = "reading"
    CHECKING = "checking"
    STORING = "storing"
    ENTERING = "entering"
    TAKING_BACK = "taking_back"
    DONE = "done"


_WRITERS = frozenset({"officer", "integrator"})
MOVES = Moves(
    {
        (Status.CHECKED, Action.COMMIT): Move(to=Status.COMMITTED, by=_WRITERS),
        (Status.CHECKED, Action.CANCEL): Move(to=Status.CANCELLED, by=_WRITERS),
        (Status.COMMITTED, Action.UNDO): Move(to=Status.UNDONE, by=_WRITERS),
    },
    "registry",
)


class Result(StrEnum):
    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one row would do. `before` is None where the record would be new."""

    row: int
    result: Result
    reasons: tuple[Reason, ...] = ()
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Importer:
    """For whom the rows are decided: the importing unit becomes the steward of what is new."""

    unit: UUID
    national: bool


def plan(entries: Iterable[Entry], known: Known, importer: Importer) -> list[Outcome]:
    """One outcome per row. What is to be written stands in `known` afterwards, as `touched`."""
    return [_decide(entry, known, importer) for entry in entries]


def _decide(entry: Entry, known: Known, importer: Importer) -> Outcome:
    if entry.faulty or entry.reasons:
        return Outcome(entry.row, Result.ERROR, tuple(entry.reasons))
    said = entry.certificate
    paper = known.papers.get((said["kind"], said["number"])) if said else None
    named = _named(entry, known)
    ngo = paper.ngo if paper else named[0] if named else None
    wrong = _contradiction(entry, ngo, paper, named)
    if wrong:
        return Outcome(entry.row, Result.ERROR, (wrong,))
    return _effect(entry, ngo, paper, known, importer)


def _named(entry: Entry, known: Known) -> list[Organisation]:
    """The organisations that the row may mean: the one whose id it bears, else those so called."""
    meant = known.numbered.get(entry.public_id or "")
    if meant:
        return [meant]
    called = known.names.get((fold(entry.ngo["name_vi"]), entry.ngo["home_country"]), [])
    # rows above that bear an id of another register meant another organisation
    return [ngo for ngo in called if not (entry.public_id and ngo.meant)]


def _contradiction(
    entry: Entry, ngo: Organisation | None, paper: Paper | None, named: list[Organisation]
) -> Reason | None:
    """Why this row cannot be taken beside what is on record and what the rows above say."""
    if paper and paper.row:
        differs = merged(paper.values, entry.certificate or {}) != paper.values
        code = "registry.row_contradicts" if differs else "registry.row_repeated"
        return Reason("number", code, {"row": str(paper.row)})
    if paper and named and paper.ngo not in named:
        name = paper.ngo.values["name_vi"]
        return Reason("number", "registry.certificate_of_another", {"name": name})
    if paper is None and len(named) > 1:
        return Reason("name_vi", "registry.several_ngos", {"count": str(len(named))})
    if ngo and ngo.row:
        for name, value in entry.ngo.items():
            said = ngo.stated.get(name)
            if name not in ADDED and value and said and not _alike(value, said):
                return Reason(name, "registry.row_contradicts", {"row": str(ngo.row)})
    return None


def _effect(
    entry: Entry, ngo: Organisation | None, paper: Paper | None, known: Known, importer: Importer
) -> Outcome:
    """What this row changes, marked in `known` when it may be done."""
    new_ngo = merged(ngo.values if ngo else {}, entry.ngo)
    new_paper = merged(paper.values if paper else {}, entry.certificate or {})
    before = {
        "ngo": plain(ngo.values) if ngo else None,
        "certificate": plain(paper.values) if paper else None,
    }
    after = {"ngo": plain(new_ngo), "certificate": plain(new_paper) or None}
    is_new = ngo is None if entry.certificate is None else paper is None
    ngo_differs = ngo is None or new_ngo != ngo.values
    paper_differs = bool(new_paper) and (paper is None or new_paper != paper.values)
    if ngo_differs or paper_differs:
        reason = _forbidden(ngo, paper, new_paper or None, importer) or _numbered(
            new_ngo["identifiers"], ngo, known
        )
        if reason:
            return Outcome(entry.row, Result.ERROR, (reason,), before, after)
    ngo = ngo or known.new_ngo(new_ngo, importer.unit, entry.public_id)
    if new_paper:
        paper = paper or known.new_paper(new_paper, ngo)
        paper.values, paper.touched, paper.row = new_paper, paper_differs, entry.row
    result = Result.ADD if is_new else Result.SAME
    if result is Result.SAME and (ngo_differs or paper_differs):
        result = Result.CHANGE
    ngo.values, ngo.touched = new_ngo, ngo.touched or ngo_differs
    known.call(ngo)
    if not ngo.row:
        ngo.row, ngo.stated = entry.row, entry.ngo
    return Outcome(entry.row, result, (), before, after)


def _forbidden(
    ngo: Organisation | None, paper: Paper | None, values: dict[str, Any] | None, importer: Importer
) -> Reason | None:
    """Why this importer may not do this to what is on record."""
    if ngo is None:
        return None
    if ngo.steward != importer.unit and not importer.national:
        return Reason("name_vi", "registry.not_steward")
    for other in ngo.certificates if values else ():
        if values and other is not paper and _clash(other.values, values):
            number = {"number": other.values["number"]}
            return Reason("valid_from", "registry.import_overlap", number)
    return None


def _numbered(
    numbers: Iterable[Mapping[str, Any]], ngo: Organisation | None, known: Known
) -> Reason | None:
    """A number that another organisation bears, on record or in a row above."""
    taken = known.of_another(numbers, ngo)
    if taken is None:
        return None
    value, holder = taken
    said = {"value": value, "name": holder.values["name_vi"]}
    if holder.id is None:
        return Reason("identifiers", "registry.number_in_row", {**said, "row": str(holder.row)})
    return Reason("identifiers", "registry.number_of_another", said)


def _clash(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Two operation certificates of one NGO that hold on the same day."""
    if not one["kind"] == other["kind"] == Kind.OPERATION:
        return False
    return overlap(days(one), days(other))


def merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """`old` with what `new` says: an empty cell leaves what is there, and so does a difference of
    case, marks, spaces or order alone. An NGO's lists are added to, never taken away."""
    values = dict(old)
    added = [name for name in ADDED if "home_country" in new]
    for name, value in new.items():
        there = values.get(name)
        if name in added:
            both = {_mark(one): one for one in (*value, *(there or ()))}
            values[name] = [
                both[mark] for mark in dict.fromkeys(map(_mark, (*(there or ()), *value)))
            ]
        elif not there or (value and not _alike(there, value)):
            values[name] = value
    return values


def _mark(one: Any) -> Any:
    """What makes a code, a name or a number the same as another: all that it says."""
    if isinstance(one, dict):
        return frozenset((key, value) for key, value in one.items() if value is not None)
    return one


def _alike(one: Any, other: Any) -> bool:
    if one == other:
        return True
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    if isinstance(one, list) and isinstance(other, list):
        return set(one) == set(other)
    return False
