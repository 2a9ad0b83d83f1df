"""Plain text that is safe to store and to show.

Nothing from outside may reach a terminal as control: C0 and C1 controls, bidi overrides and isolates, zero-width
format characters that hide text, and lone surrogates go; line ends become ``\\n``.
"""

from __future__ import annotations

import re

_LINE_END = re.compile("\r\n?|\x85|\u2028|\u2029")
_ESCAPE = re.compile(
    "\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)"  # OSC ... BEL or ST
    "|\x1b[PX^_][^\x1b]*\x1b\\\\"  # DCS, SOS, PM, APC ... ST
    "|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI
    "|\x1b[ -/]*[0-~]"  # other two-character escapes
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def clean_text(text: str) -> str:
    """``text`` without anything a terminal could obey; tabs and line feeds stay."""
    return _CONTROL.sub("", _ESCAPE.sub("", _LINE_END.sub("\n", text)))


def clean_line(text: str) -> str:
    """``text`` on one line: cleaned, with every run of white space made one space."""
    return " ".join(clean_text(text).split())


def mask_text(text: str) -> str:
    """``text`` with a visible sign in the place of everything a terminal could obey, as long as ``text``.

    For text that is already stored: no offset into it moves. Tabs and line feeds stay.
    """
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
