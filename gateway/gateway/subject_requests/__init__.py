"""What people ask about their own data, and by when the law wants an answer."""
