"""Quotation marks around words that may bring their own along."""

from __future__ import annotations

from unicodedata import category


def marked(words: str) -> str:
    """The words in quotation marks, as they are where they begin with one."""
    return words if words[:1] == '"' or (words and category(words[0]) == "Pi") else f"“{words}”"
