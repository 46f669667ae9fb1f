"""Alembic's entry for the registry."""

import registry.main  # noqa: F401  every table is known once the application is assembled
from chassis.migrate import run
from registry.store import Base

run(Base.metadata)
