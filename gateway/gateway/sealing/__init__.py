"""Small secrets at rest: how they are sealed, and how all of them are sealed anew."""
