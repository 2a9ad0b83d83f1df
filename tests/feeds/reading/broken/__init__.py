"""Broken feeds, one line a kind, each with what a person could read in it. A feed found broken joins here."""
