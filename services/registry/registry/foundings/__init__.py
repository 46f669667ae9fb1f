"""Unions being founded: a province is guided, files its dossier, holds its founding congress."""
