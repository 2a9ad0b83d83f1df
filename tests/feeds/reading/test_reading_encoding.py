"""Feeds that say they are UTF-8 and are not: what their letters are taken for."""

from __future__ import annotations

import pytest

from reader.feeds.reading.encoding import decoded

HEAD = b"<?xml version='1.0' encoding='utf-8'?><rss><channel>"
FRENCH = "<item><title>Le préfet a répété qu'il était là, à Nîmes, où la grève a démarré</title></item>" * 8
TURKISH = "<item><title>Başbakan yarın Ankara'ya gideceğini söyledi, ışıklar sönük değildi</title></item>" * 8
CZECH = "<item><title>Premiér řekl v úterý, že vláda nebude souhlasit s požadavky odborů</title></item>" * 8


@pytest.mark.parametrize("stray", [b"", b"<item><title>\xfe \xff caf\xe9</title></item>", b"<title>\x81</title>"])
def test_a_few_bytes_of_something_else_do_not_make_a_western_feed_another(stray: bytes) -> None:
    text = decoded(HEAD + FRENCH.encode("cp1252") + stray)
    assert "Le préfet a répété qu'il était là, à Nîmes, où la grève a démarré" in text


@pytest.mark.parametrize(("text", "encoding"), [(CZECH, "cp1250"), (TURKISH, "cp1254")])
def test_feeds_of_other_languages_are_not_taken_for_western(text: str, encoding: str) -> None:
    assert text in decoded(HEAD + text.encode(encoding))
