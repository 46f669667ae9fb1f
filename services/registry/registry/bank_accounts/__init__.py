"""The accounts a foreign NGO has notified."""
