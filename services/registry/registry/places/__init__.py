"""Countries with the unions' regions, provinces with the dates they held, sectors."""
