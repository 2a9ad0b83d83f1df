"""The language of a text, or that it cannot be told."""

from __future__ import annotations

import pytest

from reader.feeds.language_guess import guess_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le maire a déclaré mardi que la piscine resterait fermée.", "fr"),
        ("The mayor said on Tuesday that the pool would stay closed.", "en"),
        ("Der Bürgermeister sagte am Dienstag, das Bad bleibe geschlossen.", "de"),
        ("El alcalde dijo el martes que la piscina seguiría cerrada.", "es"),
        ("", "und"),
        ("1 234 [56] --- ...", "und"),
        ("x", "und"),
        ("OK", "und"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert guess_language(text) == code
