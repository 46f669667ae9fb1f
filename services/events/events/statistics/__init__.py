"""Counts of events whose rows add up to their total."""
