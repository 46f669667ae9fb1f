"""Demonstration data: fictional NGOs and certificates that add up to what seed S0 printed."""
