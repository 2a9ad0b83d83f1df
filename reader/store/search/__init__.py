"""Search: a query's tree as sets of ids, asked of SQLite's indexes; ranking, snippets, statements, completion."""
