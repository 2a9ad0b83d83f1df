"""Text between tags: references resolved, cleaned, plain blanks folded. French no-break spaces stay."""

from __future__ import annotations

import html
import re

from reader.domain.plain_text import clean_text

_MANY = re.compile(" {2,}")
_ENDLESS_REFERENCE = re.compile("&#[0-9]{8,};?")


def fold(text: str) -> str:
    """``text`` cleaned, every run of plain blanks and line ends made one space; other blanks stay as they are."""
    text = text.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ")
    if not clean(text):
        text = clean_text(text).replace("\n", " ")
    return _MANY.sub(" ", text) if "  " in text else text


def clean(text: str) -> bool:
    """Whether ``clean_text`` would certainly change nothing but line ends: far quicker than doing it."""
    return text.isprintable() or text.replace("\xa0", "").replace("\u202f", "").replace("\n", "").isprintable()


def resolve(text: str) -> str:
    """``text`` with its character references resolved once; what is none stays as it stands."""
    if "&" not in text:
        return text
    if "&#" in text:  # Python refuses to read a number of more than 4300 digits
        text = _ENDLESS_REFERENCE.sub("\N{REPLACEMENT CHARACTER}", text)
    return html.unescape(text)
