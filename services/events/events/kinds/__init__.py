"""Kinds of events: reference rows with Vietnamese and English labels."""
