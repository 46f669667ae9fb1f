"""A union's own log of contacts with an NGO."""
