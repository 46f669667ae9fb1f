"""Counts and committed sums of approved grants, whose rows add up to their total."""
