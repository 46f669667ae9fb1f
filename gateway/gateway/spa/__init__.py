"""The built single-page app, served from memory with the right caching."""
