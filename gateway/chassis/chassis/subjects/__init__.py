"""What a service knows of one person, and how it forgets it without breaking its log (adr/0012)."""
