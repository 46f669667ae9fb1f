"""One published contract for the whole house, put together from what each service publishes."""
