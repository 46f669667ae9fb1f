"""What happens in the house, told to the addresses that unions name (Standard Webhooks)."""
