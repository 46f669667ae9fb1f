"""Procedures about certificates: what the ministry decides, tracked step by step."""
