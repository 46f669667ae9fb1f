"""Counts with their date, whose rows add up to their total."""
