"""The registry's unions as events knows them: a projection of its change feed."""
