"""Passkeys (WebAuthn): keys in a person's own device, which open with a finger, a face or a PIN."""
