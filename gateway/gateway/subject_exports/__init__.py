"""What the whole house knows of one person, put together in one file."""
