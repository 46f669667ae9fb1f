"""Demonstration data of the unions: what the sources print, and fiction that adds up to it."""
