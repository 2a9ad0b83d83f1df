"""Where the items of a document visibly begin, whether or not it is well-formed."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"(?P<cdata><!\[CDATA\[)|(?P<closed>\]\]>)|(?P<comment><!--)|(?P<commented>-->)"
    r"|(?P<item><(?=[a-z])(?:[a-z][\w.-]{0,30}:)?(?:item|entry)(?=[\s/>]))",
    re.IGNORECASE,
)


def openings(text: str) -> list[int]:
    """The places of ``<item`` and ``<entry`` in ``text``, without those in comments and CDATA sections.

    A section that is never closed, or only by the end of another, hides nothing.
    """
    found: list[int] = []
    hidden: list[int] = []
    inside = ""
    for mark in _MARK.finditer(text):
        kind = mark.lastgroup or ""
        if kind == "item":
            (hidden if inside else found).append(mark.start())
        elif inside == "cdata":
            if kind == "closed":
                inside = ""
                hidden.clear()
            elif kind == "cdata" and hidden:
                found += hidden
                hidden.clear()
        elif inside == "comment":
            if kind == "commented":
                inside = ""
                hidden.clear()
        elif kind in ("cdata", "comment"):
            inside = kind
    return found + hidden
