"""Country codes with their names: what an event may name, and how statistics label it."""
