"""The deadline board: certificates that run out, and steps that are due or overdue."""
