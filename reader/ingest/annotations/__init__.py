"""Highlights and notes: where they stand in the texts of today, and as files for other programs."""
