"""Examine a library, and mend what can be mended."""
