"""The one place where the three services are seen together: asked as any client asks them."""
