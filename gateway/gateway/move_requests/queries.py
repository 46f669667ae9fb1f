"""Every look at proposed moves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.listing import Listing, Order, contains
from chassis.records import find
from gateway.move_requests.models import MoveRequest

REQUESTS = Listing(
    select(
        MoveRequest.id, MoveRequest.from_unit_id, MoveRequest.from_unit_code,
        MoveRequest.to_unit_id, MoveRequest.to_unit_code, MoveRequest.reason, MoveRequest.status,
        MoveRequest.proposed_by, MoveRequest.proposed_name, MoveRequest.decided_by,
        MoveRequest.decided_name, MoveRequest.decided_at, MoveRequest.accounts,
        MoveRequest.clients, MoveRequest.webhooks, MoveRequest.version, MoveRequest.created_at,
        MoveRequest.updated_at,
    ),
    record=MoveRequest.id,
    orders={"created_at": Order(MoveRequest.created_at, datetime)},
    filters={
        "q": contains(
            func.vn_fold(
                func.concat_ws(
                    " ", MoveRequest.from_unit_code, MoveRequest.to_unit_code, MoveRequest.reason
                )
            )
        ),
        "status": MoveRequest.status == bindparam("status"),
    },
)  # fmt: skip


async def get(tx: AsyncSession, request_id: UUID) -> MoveRequest:
    return await find(tx, MoveRequest, request_id)


async def lock(tx: AsyncSession, request_id: UUID) -> MoveRequest:
    return await find(tx, MoveRequest, request_id, lock=True)
