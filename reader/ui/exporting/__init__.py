"""Getting out what the library holds: files, the clipboard."""
