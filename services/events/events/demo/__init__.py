"""Demonstration data: the events that the seeds print, and fictional ones with venues booked."""
