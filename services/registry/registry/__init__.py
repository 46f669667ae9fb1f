"""Unions, places and NGOs: who works where, and since when."""
