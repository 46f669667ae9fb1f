"""Speed by ratio, in one run: what `make bench` prints."""
