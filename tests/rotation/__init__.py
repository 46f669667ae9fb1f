"""The drill of a key rotation: everybody goes on while the gateway signs with another key."""
