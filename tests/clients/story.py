"""What a union's own program does, through the client that openapi-python-client made.

Runs in the generator's environment: it needs that package's client and nothing of ours.
"""

import os
import sys
from uuid import uuid4

from nhip_cau.api.aid_recipients import (
    aid_create_recipient,
    aid_delete_recipient,
    aid_list_recipients,
    aid_update_recipient,
)
from nhip_cau.api.gateway_accounts import gateway_list_accounts
from nhip_cau.client import AuthenticatedClient
from nhip_cau.models import (
    AidPageRecipientItem,
    AidRecipientIn,
    AidRecipientKind,
    AidRecipientOut,
    AidRecipientPatch,
    Problem,
)

house = AuthenticatedClient(base_url=os.environ["HOUSE_URL"], token=os.environ["TOKEN"])
mark = uuid4().hex[:8]
done: list[str] = []


def expect(holds: bool, what: str, seen: object = "") -> None:
    if not holds:
        raise SystemExit(f"not as promised: {what} {seen}")
    done.append(what)


def wanted(number: int, **other: object) -> AidRecipientIn:
    name = f"Trường {mark} {number} (demo)"
    kind = AidRecipientKind.PUBLIC_UNIT
    return AidRecipientIn(kind=kind, name_vi=name, province="VN-79", **other)  # type: ignore[arg-type]


made: list[AidRecipientOut] = []
for number in range(3):
    key = str(uuid4())
    for _ in range(2):
        answer = aid_create_recipient.sync_detailed(
            client=house, body=wanted(number), idempotency_key=key
        )
        expect(answer.status_code == 201, "create", answer.content)
        assert isinstance(answer.parsed, AidRecipientOut)
    made.append(answer.parsed)
    expect(answer.headers["Idempotent-Replayed"] == "true", "repeat")

found, cursor = [], None
while True:
    page = aid_list_recipients.sync(
        client=house, limit=2, q=mark, **({"cursor": cursor} if cursor else {})
    )
    assert isinstance(page, AidPageRecipientItem)
    found += [one.id for one in page.items]
    cursor = page.next_cursor
    if not cursor:
        break
expect(sorted(found) == sorted(one.id for one in made), "page", found)

patch = AidRecipientPatch(name_en="School")
stale = aid_update_recipient.sync_detailed(
    made[0].id, client=house, body=patch, if_match='"9"', idempotency_key=str(uuid4())
)
expect(stale.status_code == 412 and isinstance(stale.parsed, Problem), "conflict", stale.content)
fresh = aid_update_recipient.sync(
    made[0].id, client=house, body=patch, if_match='"1"', idempotency_key=str(uuid4())
)
expect(isinstance(fresh, AidRecipientOut) and fresh.name_en == "School", "change", fresh)
twice = aid_create_recipient.sync_detailed(
    client=house, body=wanted(0, id=made[0].id), idempotency_key=str(uuid4())
)
expect(twice.status_code == 409 and isinstance(twice.parsed, Problem), "conflict", twice.content)

refused = gateway_list_accounts.sync(client=house)
expect(isinstance(refused, Problem) and refused.code == "identity.role", "refusal", refused)
wrong = wanted(4)
wrong.province = "nowhere"
invalid = aid_create_recipient.sync(client=house, body=wrong, idempotency_key=str(uuid4()))
expect(
    isinstance(invalid, Problem)
    and [one.pointer for one in invalid.errors or []] == ["/body/province"],
    "refusal",
    invalid,
)

for one in made:
    version = 2 if one is made[0] else 1
    gone = aid_delete_recipient.sync_detailed(one.id, client=house, if_match=f'"{version}"')
    expect(gone.status_code == 204, "delete", gone.content)
sys.stdout.write(f"{len(done)} steps as promised: {', '.join(dict.fromkeys(done))}\n")
