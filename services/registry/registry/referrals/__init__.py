"""An NGO introduced by one union to another: visit, outcome, and the credit of each union."""
