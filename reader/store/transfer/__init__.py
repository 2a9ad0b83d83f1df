"""A library's rows as they are, out of one library and into another."""
