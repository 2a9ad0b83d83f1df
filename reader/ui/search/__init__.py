"""Searching the library and the open article, and walking the hits."""
