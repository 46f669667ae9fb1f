"""How often somebody may be wrong: counted in the database, for all replicas and over a restart."""
