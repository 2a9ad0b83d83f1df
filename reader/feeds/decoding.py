"""Bytes to text: only where the encoding can be told."""

from __future__ import annotations

import codecs
import re
from typing import NoReturn

from reader.domain.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096

# What no text holds, in any encoding without a byte order mark; terminal codes (BEL, BS, SUB, ESC) are no proof.
_NOT_TEXT = bytes(b for b in range(0x20) if b not in b"\t\n\v\f\r\a\b\x1a\x1b")
_NOT_TEXT_SHARE = 0.01

# The letters and typography of western European languages, where cp1252 has them.
_WESTERN_LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöùúûüÿŒœŸ"
_WESTERN = frozenset(_WESTERN_LETTERS + "\u00a0¡¢£¥§©«®°²·»½¿‘’“”„–—…€‹›•")
_LETTER_RUN = re.compile(f"[{_WESTERN_LETTERS}]+")
_LONGEST_RUN_SHARE = 0.1

# Encodings text files are still met in. charset_normalizer knows many more, and then takes one for another.
_MET_WITH = (
    *("cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
_MOST_CHAOS = 0.1
# A quotation mark or sign between two letters shows that a letter of another encoding was read as a sign.
_SIGN_IN_WORD = re.compile("[^\\W\\d_][‚„†‡‰•™…¤¬¦¨‹›][^\\W\\d_]")


def decode(data: bytes, name: str, *, html: bool = False) -> str:
    """The text of ``data``; ``name`` is what a sentence calls it.

    By byte order mark, as UTF-8, as an HTML page declares, as western European, or as charset_normalizer is sure.
    Raises DocumentError where the bytes are not text or their encoding cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            marked = _decoded(data, encoding)
            return marked if marked is not None else _refuse(name)
    if b"\0" in data or sum(map(data.count, _singles(_NOT_TEXT))) > _NOT_TEXT_SHARE * len(data):
        raise DocumentError(f"{name} is a binary file, not a text.", subject=name)
    for candidate in ("utf-8", _declared(data) if html else None):
        decoded = _decoded(data, candidate) if candidate else None
        if decoded is not None:
            return decoded
    western = _decoded(data, "cp1252")
    if western is not None and _reads_as_western(western):
        return western
    return _detected(data) or _refuse(name)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return None
    encoding = found.group(1).decode("ascii", "replace").lower()
    # As browsers do: pages that claim these are cp1252.
    return "cp1252" if encoding in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else encoding


def _reads_as_western(text: str) -> bool:
    """True where every non-ASCII character is western and accented letters mostly stand alone among plain ones."""
    if not all(c.isascii() or c in _WESTERN for c in text):
        return False
    runs = _LETTER_RUN.findall(text)
    return sum(len(r) > 1 for r in runs) <= _LONGEST_RUN_SHARE * len(runs)


def _detected(data: bytes) -> str | None:
    """What charset_normalizer reads, or None where it finds nothing clean or two readings as good as each other."""
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=list(_MET_WITH))
    best = matches.best()
    if best is None or best.chaos > _MOST_CHAOS or _SIGN_IN_WORD.search(str(best)):
        return None
    rivals = [m for m in matches if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    return str(best) if all(str(m) == str(best) for m in rivals) else None


def _singles(values: bytes) -> list[bytes]:
    return [bytes([v]) for v in values]


def _refuse(name: str) -> NoReturn:
    raise DocumentError(f"The encoding of {name} cannot be told; save it as UTF-8.", subject=name)
