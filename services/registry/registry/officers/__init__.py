"""Who held which post in a union, from when until when, as far as a source says."""
