"""What proves a person besides the name: a password, one-time codes, recovery codes."""
