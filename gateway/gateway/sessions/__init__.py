"""Signed-in people: an opaque cookie outside, a row inside, and no token in any script's reach."""
