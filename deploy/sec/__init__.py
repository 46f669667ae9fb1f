"""`make sec`: what can be checked of the house's safety without running it, and its mean inputs."""
