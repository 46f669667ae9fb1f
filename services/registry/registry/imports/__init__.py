"""Imports: an officer's list of NGOs and certificates, checked row by row before it is entered."""
