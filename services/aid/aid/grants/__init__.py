"""Grants: one dossier each, from draft to decision."""
