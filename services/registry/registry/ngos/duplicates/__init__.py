"""Who may be the same organisation: a warning before a record is made, and a list for each one."""
