"""Bytes that are not what they are said to be."""

from __future__ import annotations

import gzip
from typing import Any

from broken.case import THREE, TITLES, WORDS, Case, entry, item, rss

FRENCH = "L’été à Genève, « déjà » : 3 €"
RUSSIAN = "Россия и Украина: министр сообщил о переговорах"
JAPANESE = "首相は火曜日に記者団に対し、交渉は続くと述べた"


def document(words: str, declared: str | None) -> str:
    """Two items; the second's title and text are ``words``."""
    head = f'<?xml version="1.0" encoding="{declared}"?>\n' if declared else '<?xml version="1.0"?>\n'
    return rss(item(1), item(2, words, words + "."), head=head)


def said(name: str, words: str, encoding: str, declared: str | None, mark: bytes = b"", **given: Any) -> Case:
    """``words`` in ``encoding``, declared as something else perhaps."""
    body = mark + document(words, declared).encode(encoding)
    return Case(name, body, ["Title 1", words], [WORDS[0], words], given=given)


def xml(charset: str) -> str:
    """A server's header."""
    return f"application/xml; charset={charset}"


_MIXED = document(FRENCH, "utf-8").encode().replace(b"Words of item 1.", "Words of item 1. Où ça ?".encode("cp1252"))
_CUT = rss(item(1), item(2), item(3, body="Words of item 3. é")).encode()
_CUT = _CUT[: _CUT.index("é".encode()) + 1]
_PAIRS = THREE.replace("Title 2", "Title \ud83d\ude00 2").encode("utf-8", "surrogatepass")

CASES = [
    said("UTF-8", FRENCH, "utf-8", "utf-8"),
    said("UTF-8 that says it is Latin-1", FRENCH, "utf-8", "iso-8859-1"),
    said("UTF-8 that says it is UTF-16", FRENCH, "utf-8", "utf-16"),
    said("UTF-8 of which the server says Latin-1", FRENCH, "utf-8", None, content_type=xml("iso-8859-1")),
    said("UTF-8 with an unknown name", FRENCH, "utf-8", "x-bogus"),
    said("UTF-8 with an empty name", FRENCH, "utf-8", ""),
    said("Latin-1", "L'été à Genève", "iso-8859-1", "ISO-8859-1"),
    said("windows-1252", FRENCH, "cp1252", "windows-1252"),
    said("windows-1252 that says Latin-1", FRENCH, "cp1252", "iso-8859-1"),
    said("windows-1252 that says UTF-8", FRENCH, "cp1252", "utf-8"),
    said("windows-1252 that says ASCII", FRENCH, "cp1252", "us-ascii"),
    said("windows-1252 that says nothing", FRENCH, "cp1252", None),
    said("windows-1252 with an unknown name", FRENCH, "cp1252", "x-bogus"),
    said("windows-1251", RUSSIAN, "cp1251", "windows-1251"),
    said("windows-1251 of which the server speaks", RUSSIAN, "cp1251", None, content_type=xml("windows-1251")),
    said("windows-1251 that says UTF-8", RUSSIAN, "cp1251", "utf-8"),
    said("windows-1251 of which the server says UTF-8", RUSSIAN, "cp1251", "windows-1251", content_type=xml("utf-8")),
    said("KOI8-R", RUSSIAN, "koi8-r", "koi8-r"),
    said("KOI8-R that says nothing", RUSSIAN, "koi8-r", None),
    said("Shift_JIS", JAPANESE, "shift_jis", "Shift_JIS"),
    said("Shift_JIS that says nothing", JAPANESE, "shift_jis", None),
    said("EUC-JP", JAPANESE, "euc_jp", "EUC-JP"),
    said("ISO-2022-JP", JAPANESE, "iso2022_jp", "iso-2022-jp"),
    said("GB18030", "中国外交部发言人周二表示", "gb18030", "gb2312"),
    said("Big5", "總統星期二表示", "big5", "big5"),
    said("UTF-16 with a mark", FRENCH, "utf-16", "utf-16"),
    said("UTF-16 LE without a mark", FRENCH, "utf-16-le", "utf-16"),
    said("UTF-16 BE without a mark", FRENCH, "utf-16-be", "utf-16"),
    said("UTF-16 BE with a mark", FRENCH, "utf-16-be", "utf-16", b"\xfe\xff"),
    said("UTF-16 that says UTF-8", FRENCH, "utf-16", "utf-8"),
    said("UTF-16 of Japanese", JAPANESE, "utf-16-le", None),
    said("UTF-32", FRENCH, "utf-32", "utf-32"),
    said("UTF-32 BE without a mark", FRENCH, "utf-32-be", None),
    said("UTF-8 with a mark and another name", FRENCH, "utf-8-sig", "windows-1251"),
    Case("UTF-16 with an odd byte", document(FRENCH, "utf-16").encode("utf-16") + b"\n", ["Title 1", FRENCH]),
    Case("mixed encodings", _MIXED, ["Title 1", FRENCH], ["Words of item 1. Où ça ?", FRENCH]),
    Case("a stray byte", THREE.encode().replace(b"Title 2", b"Title\xff 2"), ["Title 1", "Titleÿ 2", "Title 3"]),
    Case("cut in a letter", _CUT, TITLES, WORDS),
    Case("pairs of surrogates as UTF-8", _PAIRS, TITLES, WORDS),
    Case(
        "mojibake",
        document(FRENCH.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d"), "utf-8").encode(),
        ["Title 1", FRENCH],
    ),
    Case("mojibake of Latin-1", document("Ã©tÃ©", "utf-8").encode(), ["Title 1", "été"]),
    Case("gzip nobody spoke of", gzip.compress(THREE.encode()), TITLES, WORDS),
    Case("gzip that is cut off", gzip.compress(THREE.encode(), 0)[:-60], TITLES, WORDS[:2]),
    Case(
        "one item in Latin-1 in an Atom feed",
        ('<feed xmlns="http://www.w3.org/2005/Atom"><title>é</title>' + entry(1)).encode()
        + entry(2, title="été").encode("latin-1")
        + b"</feed>",
        ["Title 1", "été"],
    ),
]
