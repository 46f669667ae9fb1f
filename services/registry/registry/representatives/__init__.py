"""Who speaks for a foreign NGO."""
