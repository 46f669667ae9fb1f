"""Asks a house, as a program does, whether it keeps what its contract says."""
