"""The programs that call us: provincial unions' systems and the house's own services."""
