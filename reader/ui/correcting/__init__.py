"""Saying what the analysis got wrong: a short list of what can be said, and a name to choose or to type."""
