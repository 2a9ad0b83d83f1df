"""Translations by a command of the person's own, beside the words they are of."""
