"""What time tells a stranger: measured on a running house, judged by `make sec`, no unit test."""
