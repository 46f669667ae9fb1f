"""Working days: how many from a day to a day, and the calendar of days that were moved."""
