"""One-time links with which somebody sets a password: a first one, or a new one."""
