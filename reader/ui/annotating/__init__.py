"""Selecting, highlighting and writing notes."""
