"""The largest list that may be handed in, measured inside the registry while it is taken."""
