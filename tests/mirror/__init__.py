"""A reference client that keeps a copy of one unit's records: docs/integrators.md explains it."""
