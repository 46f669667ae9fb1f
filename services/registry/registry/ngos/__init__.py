"""Foreign NGOs: one national record each, kept by a steward unit, readable by all staff."""
