"""The one door: accounts, sessions, machine clients, proxy and overview."""
