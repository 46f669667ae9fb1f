"""What the registry itself knows of an NGO that does not agree with the decree: a second look."""
