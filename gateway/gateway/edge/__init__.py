"""The door: what comes in, what goes to which service, and what leaves."""
