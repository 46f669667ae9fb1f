"""The change log: audit trail, history, feed and idempotency in one table (docs/adr/0002)."""
