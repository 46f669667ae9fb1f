"""The people of the house: who may sign in, with which roles, for which union."""
