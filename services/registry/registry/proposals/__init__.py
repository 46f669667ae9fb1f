"""What other units propose to change in an NGO's national record."""
