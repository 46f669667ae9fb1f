"""The specimen's application."""

from chassis.app import create
from specimen.store import Change
from specimen.things.routes import AUDITORS, READERS, router

app = create("specimen", Change, {}, router, readers=READERS, auditors=AUDITORS, keepers=("admin",))
