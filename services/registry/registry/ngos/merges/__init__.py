"""Two records of one organisation become one, and two again when that was a mistake."""
