"""A union went into another: its accounts and clients follow, all at once."""
