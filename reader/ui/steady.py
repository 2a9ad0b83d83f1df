"""Emoji that every terminal draws as wide as we count them, so that no line pushes what stands beside it."""

from __future__ import annotations

import re

_JOINER = re.compile(r"(?<=[\u2600-\u27bf\ufe0e\ufe0f\U0001f000-\U0001faff])\u200d")
_AS_TEXT = "\ufe0e"
_AS_PICTURE = "\ufe0f"
_NON_JOINER = "\u200c"


def steady(text: str) -> str:
    """The text, as long as before: joined emoji one by one, and pictures that letters were turned into as letters.

    Terminals disagree on the width of "family" made of four people and of a warning sign shown as a picture.
    """
    if _AS_PICTURE in text:
        text = text.replace(_AS_PICTURE, _AS_TEXT)
    return _JOINER.sub(_NON_JOINER, text)
