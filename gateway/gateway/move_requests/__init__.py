"""Moves of units that two administrators decide together: one proposes, another confirms."""
