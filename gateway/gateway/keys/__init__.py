"""The keys with which the gateway signs who is calling, and their rotation."""
