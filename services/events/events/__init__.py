"""Events, venues, delegations and conferences."""
