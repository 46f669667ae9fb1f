"""What every service behind this gateway needs, and nothing that only one of them knows."""
