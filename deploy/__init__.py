"""Installs, runs and stops the house: one machine, one command."""
