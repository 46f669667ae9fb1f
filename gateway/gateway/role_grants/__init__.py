"""Roles that two administrators give together: one proposes, another confirms or declines."""
