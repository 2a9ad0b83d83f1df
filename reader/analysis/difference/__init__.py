"""Two versions of a text and what was found in them -> what changed. Start with ``difference.py``."""
