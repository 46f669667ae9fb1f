"""Merges on the wire."""

from chassis.strict import Id, Name
from chassis.wire import In


class MergeIn(In):
    """Into which record, and why."""

    into: Id
    reason: Name


class UnmergeIn(In):
    """Why the merge was a mistake."""

    reason: Name
