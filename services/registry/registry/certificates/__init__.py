"""Certificates of foreign NGOs: what they may do, where, in which fields, from when until when."""
