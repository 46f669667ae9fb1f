"""Who holds a venue when: never two at once."""
