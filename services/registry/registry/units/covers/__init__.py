"""The provinces a union covers: entered, ended and corrected, each with the days it held."""
