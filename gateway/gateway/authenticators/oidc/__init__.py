"""Signing in with an account of another house: OpenID Connect, with one provider, by setting."""
