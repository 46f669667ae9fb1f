"""Which provinces had a union on a day, which were founding one, and which had neither."""
