"""Member organisations of a union: who was a member on which day, and at which level."""
