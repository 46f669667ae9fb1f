"""Dated exchange rates with their source: how an amount of one currency reads in another."""
