"""The reference lists by every name that officers use."""
