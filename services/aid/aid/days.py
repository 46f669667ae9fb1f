"""Which day it is for the people who sign."""

from chassis.days import VIETNAM, today

__all__ = ["VIETNAM", "today"]
