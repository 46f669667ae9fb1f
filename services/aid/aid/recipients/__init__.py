"""Who receives: Vietnamese bodies of decree 80/2020, article 2.3, each kept by one unit."""
