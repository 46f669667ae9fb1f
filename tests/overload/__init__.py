"""What the house does when it is asked for three times as much as it can: `make overload`."""
