"""The catalogue of needs: what each locality asks foreign NGOs for."""
