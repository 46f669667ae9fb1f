"""Terms of the unions and their congresses. A term belongs to one union; terms need not touch."""
