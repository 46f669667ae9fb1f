"""Rooms and grounds: shared by all unions, each kept by one."""
