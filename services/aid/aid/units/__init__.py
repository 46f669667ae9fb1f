"""A copy of the registry's unions: enough to read `unit=` by code and to print a name."""
