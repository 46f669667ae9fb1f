"""Unions as dated organisations: names, succession, and the provinces each covers on a day."""
