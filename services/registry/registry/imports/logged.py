"""The lines of the change log for records that were written by the thousand."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from chassis.changes.act import Acting
from chassis.identity import Actor
from chassis.wire import RecordOut
from registry.certificates.schemas import CertificateOut, CertificateRow
from registry.ngos.schemas import NgoOut

# A record as the wire shows it, from the database's JSON.
_SHOWN: Mapping[str, Callable[[str, Actor], RecordOut]] = {
    "certificates": lambda text, actor: CertificateOut.of(
        CertificateRow.model_validate_json(text), actor
    ),
    "ngos": lambda text, _: NgoOut.model_validate_json(text),
}


def lines(
    act: Acting,
    resource: str,
    written: Iterable[str],
    action: Callable[[RecordOut], str],
    reason: str,
) -> list[dict[str, Any]]:
    """One line for each of these records, with the record whole."""
    shown = (_SHOWN[resource](text, act.actor) for text in written)
    return [
        act.entry(resource, one.id, one.version, action(one), one, reason=reason) for one in shown
    ]
