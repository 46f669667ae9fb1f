"""Who gives: foreign NGOs copied from the registry, and other donors recorded here."""
