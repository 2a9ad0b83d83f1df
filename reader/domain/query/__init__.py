"""The query language: what a person asks of the library, as terms. Start with ``terms.py``."""
