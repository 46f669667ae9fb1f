"""A new password or no second factor for somebody who decides: two administrators agree to it."""
