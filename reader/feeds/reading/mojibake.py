"""Letters that were read in a wrong encoding before they came into the feed, made right where that is certain."""

from __future__ import annotations

import re

_CODES = range(0x80, 0xA0)
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in _CODES}
_BYTES = {ord(letter): code for code, letter in _WINDOWS.items()}
_CONTROL = re.compile("[\x80-\x9f]")
_SECOND = "\x80-\xbf" + re.escape("".join(_WINDOWS.values()))
_SURE = re.compile(f"Ã[{_SECOND}]|Â[\xa0-\xbf]|â€[{_SECOND}]")
_CYRILLIC = re.compile(f"(?:[ÐÑ][{_SECOND}][ ,.-]?){{4}}")


def legible(text: str) -> str:
    """``text`` with UTF-8 that was taken for windows-1252 undone, and controls that stand for its letters replaced."""
    if text.isascii():
        return text
    if ("Ã" in text or "Â" in text or "â€" in text or "Ð" in text) and (_SURE.search(text) or _CYRILLIC.search(text)):
        whole = _undone(text)
        text = whole if whole is not None else _SURE.sub(lambda found: _undone(found[0]) or found[0], text)
    if not text.isprintable() and _CONTROL.search(text):
        text = text.translate(_WINDOWS)
    return text


def _undone(text: str) -> str | None:
    try:
        return text.translate(_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
