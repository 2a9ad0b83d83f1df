"""A feed's bytes to text, whatever they are said to be: what they are counts for more.

By byte order mark, by the zero bytes of UTF-16 and UTF-32, as UTF-8 where they are, as declared, as the server said,
as charset_normalizer finds. Bytes that are no UTF-8 inside a text that is are taken for windows-1252.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_HEAD = 2048
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_STRETCH = re.compile(rb"[^<>\x00-\x1f]*[\x80-\xff][^<>\x00-\x1f]*")
_SAMPLE = 20_000  # bytes that charset_normalizer is shown
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "cp819", "iso-8859-15"})
_SEVEN_BIT = frozenset({"iso2022_jp", "hz", "iso2022_kr"})
_MET_WITH = (
    *("cp1252", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
_HANDLER = "parley-windows-1252"


def may_be_utf8(body: bytes) -> bool:
    """False where ``body`` is certainly no UTF-8, or an encoding of seven bits that looks like it."""
    return b"\0" not in body and b"\x1b$" not in body and _known(_declared(body)) not in _SEVEN_BIT


def _is_utf8(body: bytes) -> bool:
    if not may_be_utf8(body):
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decoded(body: bytes, content_type: str | None = None) -> str:
    """The text of ``body``, never failing; ``content_type`` is the server's header."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _lenient(body[len(mark) :], encoding)
    wide = _wide(body)
    if wide:
        return body.decode(wide, "replace")
    said = (_known(_declared(body)), _known(_charset(content_type)))
    for name in said:
        if name in _SEVEN_BIT:
            return body.decode(name, "replace")
    if _is_utf8(body) or _is_mostly_utf8(body):
        return _lenient(body, "utf-8")
    for candidate in (*said, _detected(body)):
        if candidate and candidate != "utf-8":
            try:
                return body.decode(candidate)
            except UnicodeDecodeError as error:
                if _is_cut_short(error, body):
                    return body.decode(candidate, "ignore")
    return _lenient(body, "utf-8")


def _lenient(body: bytes, encoding: str) -> str:
    if encoding != "utf-8":
        return body.decode(encoding, "replace")
    return body.decode("utf-8", _HANDLER)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """What stands for bytes that are no UTF-8: nothing for the start of a letter cut off and for halves of a pair."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    body, start = error.object, error.start
    if error.end == len(body) and error.reason == "unexpected end of data":
        return "", error.end
    if body[start] == 0xED and body[start + 1 : start + 2] >= b"\xa0" and len(body) >= start + 3:
        return "", start + 3
    return body[start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_HANDLER, _as_windows)


def _wide(body: bytes) -> str | None:
    """The encoding with several bytes a letter that the zero bytes at the start tell of, without a mark."""
    head = body[:400]
    if len(head) < 8 or head.count(0) < len(head) // 4:
        return None
    places = [sum(1 for b in head[n::4] if not b) for n in range(4)]
    full = len(head) // 4 * 0.6
    zeros = tuple(count > full for count in places)
    if zeros == (False, True, True, True):
        return "utf-32-le"
    if zeros == (True, True, True, False):
        return "utf-32-be"
    if places[1] + places[3] > places[0] + places[2]:
        return "utf-16-le"
    return "utf-16-be" if places[0] + places[2] > places[1] + places[3] else None


def _declared(body: bytes) -> str | None:
    found = _DECLARED.search(body[:_HEAD])
    return found.group(1).decode("ascii", "replace") if found else None


def _charset(content_type: str | None) -> str | None:
    found = _CHARSET.search(content_type or "")
    return found.group(1) if found else None


def _known(name: str | None) -> str | None:
    """Python's name of an encoding, None where there is none; what claims to be Latin-1 is windows-1252."""
    if not name:
        return None
    if name.lower() in _LATIN:
        return "cp1252"
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    text = getattr(found, "_is_text_encoding", True)
    return None if not text or found.name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode")) else found.name


def _is_mostly_utf8(body: bytes) -> bool:
    """True where more letters are UTF-8 than bytes above ASCII are not."""
    letters = _SEQUENCE.findall(body[: 1 << 20])
    rest = len(body[: 1 << 20].translate(None, bytes(range(128)))) - sum(map(len, letters))
    return len(letters) > rest


def _is_cut_short(error: UnicodeDecodeError, body: bytes) -> bool:
    """True where only the last letter of ``body`` is incomplete."""
    return error.start >= len(body) - 4


def _detected(body: bytes) -> str | None:
    """What charset_normalizer takes the words outside of ASCII for; windows-1252 where it cannot tell."""
    from charset_normalizer import from_bytes

    sample = b" ".join(match[0] for match, _ in zip(_STRETCH.finditer(body), range(200), strict=False))[:_SAMPLE]
    western = sample.decode("cp1252", "replace")
    marks = [c for c in western if not c.isascii()]
    if marks and sum(c not in _WESTERN for c in marks) <= len(marks) * _STRAY and not _PACKED.search(western):
        return "cp1252"
    for encoding in ("cp932", "euc_jp"):
        if len(_KANA.findall(sample.decode(encoding, "replace"))) > _KANA_SHARE * len(sample) / 2:
            return encoding
    best = from_bytes(sample, cp_isolation=list(_MET_WITH)).best()
    return _known(best.encoding) if best is not None else "cp1252"


_WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöùúûüÿŒœŸ\u00a0¡¢£¥§©«®°²·»½¿‘’“”„–—…€‹›•")
_STRAY = 0.02  # of the bytes of a western feed, which some other text may have got into
_KANA = re.compile("[ぁ-ヿ]")
_KANA_SHARE = 0.25  # of the letters of a Japanese text
_PACKED = re.compile("[À-ÿ]{3}")  # three accented letters in a row: no western word, but any Cyrillic one
