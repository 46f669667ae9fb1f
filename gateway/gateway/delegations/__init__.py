"""A role handed to a colleague of the same unit for an absence, from one day to another."""
