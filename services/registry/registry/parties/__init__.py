"""Whom the unions deal with beyond NGOs: one model, several kinds, and a log of contacts."""
