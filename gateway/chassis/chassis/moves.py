"""The state-table engine: one table decides who may move a record from which status to which."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from chassis.errors import NotAllowed, RuleViolation

S = TypeVar("S", bound=StrEnum)
A = TypeVar("A", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Move(Generic[S]):
    """One cell of the table.

    `by`: roles, any of which may make the move. `needs_reason`: the caller must say why.
    `forbids`: relations of the person to this record that bar the move (four eyes): whoever
    submitted it does not approve it.
    """

    to: S
    by: frozenset[str]
    needs_reason: bool = False
    forbids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell(Generic[S, A]):
    """One status × action; `move` is None where the action is refused."""

    status: S
    action: A
    move: Move[S] | None


class Moves(Generic[S, A]):
    """A table of moves and everything that is derived from it. Pure: no clock, no database.

    The whole enums count, not only the members that the table names, so that a status without a
    move still has its row in `cells()` and its place in `check_sql()`.
    """

    def __init__(self, table: Mapping[tuple[S, A], Move[S]], code_prefix: str) -> None:
        if not table:
            raise ValueError("a table of moves needs at least one move")
        first_status, first_action = next(iter(table))
        self.statuses: tuple[S, ...] = tuple(type(first_status))
        self.actions: tuple[A, ...] = tuple(type(first_action))
        self._table = dict(table)
        self._prefix = code_prefix
        self._takers: dict[A, frozenset[str]] = {}
        for (status, action), move in self._table.items():
            self._takers[action] = self._takers.get(action, frozenset()) | move.by
            if not move.by:
                raise ValueError(f"nobody may {action} from {status}: name a role or drop the move")

    def move(self, status: S, action: A) -> Move[S]:
        """The cell; raises RuleViolation `<prefix>.wrong_status` where the table has none."""
        move = self._table.get((status, action))
        if move is None:
            raise RuleViolation(
                f"{self._prefix}.wrong_status", status=str(status), action=str(action)
            )
        return move

    def next(
        self,
        status: S,
        action: A,
        *,
        roles: Collection[str],
        relations: Collection[str] = (),
    ) -> S:
        """The status after `action`; raises the refusal that says why not.

        A caller who may take this action in no status at all is told so first, and learns nothing
        of the record. Raises NotAllowed `<prefix>.wrong_role` or `<prefix>.four_eyes`,
        RuleViolation `<prefix>.wrong_status`.
        """
        takers = self._takers.get(action)
        if takers and takers.isdisjoint(roles):
            raise NotAllowed(f"{self._prefix}.wrong_role", action=str(action))
        move = self.move(status, action)
        if not move.by.intersection(roles):
            raise NotAllowed(f"{self._prefix}.wrong_role", action=str(action))
        for relation in move.forbids:
            if relation in relations:
                raise NotAllowed(f"{self._prefix}.four_eyes", relation=relation)
        return move.to

    def allowed(
        self, status: S, roles: Collection[str], relations: Collection[str] = ()
    ) -> list[str]:
        """The actions that `next` would take now, in the order of the action enum."""
        return [
            str(action)
            for action in self.actions
            if (move := self._table.get((status, action))) is not None
            and move.by.intersection(roles)
            and not set(move.forbids).intersection(relations)
        ]

    def by(self, status: S, action: A) -> frozenset[str]:
        """The roles that may take this action now; none where the table has no such move."""
        move = self._table.get((status, action))
        return move.by if move else frozenset()

    def needs_reason(self, status: S, action: A) -> bool:
        """Whether this move must be justified; raises RuleViolation where there is no such move."""
        return self.move(status, action).needs_reason

    def cells(self) -> Iterator[Cell[S, A]]:
        """Every status × action, refused ones included, so that a test decides each on purpose."""
        for status in self.statuses:
            for action in self.actions:
                yield Cell(status, action, self._table.get((status, action)))

    def check_sql(self, column: str) -> str:
        """The condition of a CHECK constraint: the column holds one of the statuses."""
        literals = ", ".join("'" + str(status).replace("'", "''") + "'" for status in self.statuses)
        return f"{column} IN ({literals})"

    def mermaid(self) -> str:
        """A state diagram in Mermaid's text form, for the documentation."""
        lines = ["stateDiagram-v2"]
        for (status, action), move in self._table.items():
            lines.append(f"    {status} --> {move.to}: {action} ({', '.join(sorted(move.by))})")
        return "\n".join(lines) + "\n"
