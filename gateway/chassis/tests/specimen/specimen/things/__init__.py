"""Things: one of every value type, and one deferred constraint."""
