"""Alembic's entry for the gateway."""

import gateway.main  # noqa: F401  every table is known once the application is assembled
from chassis.migrate import run
from gateway.store import Base

run(Base.metadata)
