"""Getting out what the library holds: articles, comparisons, the library itself; and the library back in."""
