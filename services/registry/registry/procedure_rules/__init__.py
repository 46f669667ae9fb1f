"""The dated rules to which procedures are held, for whoever wants to check them."""
