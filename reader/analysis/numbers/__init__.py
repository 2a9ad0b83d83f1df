"""Numbers with their hedge, what they count and whose."""
