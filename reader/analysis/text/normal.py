"""Typographic characters made plain, one for one, so that every offset stays what it was."""

from __future__ import annotations

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‛′＇´`", "'"),
        **dict.fromkeys("“”„‟＂″", '"'),
        **dict.fromkeys("\u00a0\u202f\u2007\u2008\u2009\u200a\u2002\u2003\u2004\u2005\u2006\u205f\u3000", " "),
        **dict.fromkeys("\u2010\u2011\u00ad", "-"),
        "−": "-",
        "\u2015": "—",
    }
)


def normalise(text: str) -> str:
    """``text`` with plain apostrophes, double quotes, spaces and hyphens; as long as ``text``. « and » stay."""
    return text.translate(_PLAIN)
