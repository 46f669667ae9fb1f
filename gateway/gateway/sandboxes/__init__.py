"""In a demonstration: a union of one's own to try a program in, new, empty and for a day."""
