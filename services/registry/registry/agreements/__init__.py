"""Agreements that keep themselves: clauses are obligations, each with its own evidence."""
