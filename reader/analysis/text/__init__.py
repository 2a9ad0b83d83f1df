"""From plain text to sentences and tokens."""
