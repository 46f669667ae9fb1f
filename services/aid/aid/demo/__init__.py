"""The demonstration data: fictional grants whose totals are those that the seeds print."""
