"""Copies of a library, each checked before an older one goes."""
