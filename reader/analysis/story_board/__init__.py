"""A story's analyses as one: what each party says across all of its articles."""
