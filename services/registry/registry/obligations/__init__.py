"""What is owed after the grant: notices, plans and annual reports, and what shows they came."""
