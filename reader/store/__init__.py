"""The library: one SQLite file that holds the articles, what the user did with them, and their analyses."""
