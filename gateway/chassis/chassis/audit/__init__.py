"""Proves a change log whole: the chain recomputed outside the database, and signed checkpoints."""
