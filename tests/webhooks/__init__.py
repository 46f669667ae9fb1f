"""Webhooks of a whole house under faults, verified by both reference libraries: `make webhooks`."""
