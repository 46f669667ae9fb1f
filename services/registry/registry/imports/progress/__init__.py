"""How far an import is, for whoever waits for it."""
