"""Bytes to text: told encodings are decoded to the letter, others refused with a sentence."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import DocumentError
from reader.feeds.decoding import decode

FRENCH = "« Le préfet n’a pas cédé », a-t-il répété à l’œuvre. Où étaient-ils ? Ça coûte 30 € à Noël…"
ENGLISH = "“It’s fine,” the mayor said — £3 million isn’t enough for the café."
GERMAN = "Der Bürgermeister erklärte, die Straße müsse größer werden; das kostet 5 €."
RUSSIAN = (
    "Министр заявил, что переговоры продолжаются, а забастовка закончится завтра. Полиция сообщила о пяти раненых."
)
CZECH = (
    "Premiér řekl v úterý, že vláda nebude souhlasit s požadavky odborů. Vyšetřování pokračuje a žádné důkazy nejsou."
)
JAPANESE = "首相は火曜日に記者団に対し、交渉は続くと述べた。政府は組合の要求に同意しないという。"


@pytest.mark.parametrize("text", [FRENCH, ENGLISH, GERMAN, RUSSIAN, JAPANESE, "plain"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_decoded(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\xff\xfe"])
def test_both_orders_of_utf16(mark: bytes) -> None:
    assert decode(mark + "été".encode("utf-16-be" if mark[0] == 0xFE else "utf-16-le"), "a.txt") == "été"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        ("L'été est là, où ça ?", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (CZECH, "cp1250"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
    ],
)
def test_older_encodings_are_told(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH.replace("€", "euros"), "mac-roman"),
        ("Le préfet a répété qu'il était là, à Nîmes, où la grève a démarré.", "cp850"),
        (CZECH, "iso8859-2"),
    ],
)
def test_what_would_be_read_wrongly_is_refused(text: str, encoding: str) -> None:
    with pytest.raises(DocumentError, match=r"The encoding of a\.txt cannot be told; save it as UTF-8"):
        decode(text.encode(encoding), "a.txt")


def test_noise_is_refused() -> None:
    noise = bytes(random.Random(1).choices(range(0x80, 0x100), k=400))
    with pytest.raises(DocumentError, match="cannot be told"):
        decode(noise, "a.txt")


def test_a_truncated_utf16_is_refused() -> None:
    with pytest.raises(DocumentError, match="cannot be told"):
        decode("été".encode("utf-16")[:-1], "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"text with one \0 in it",
        bytes(range(1, 32)) * 10,
        b"%PDF-1.4\n" + bytes(random.Random(2).choices(range(1, 256), k=3000)),
    ],
)
def test_binary_is_named_so(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"a\.bin is a binary file, not a text"):
        decode(data, "a.bin")


def test_terminal_codes_do_not_make_a_text_binary() -> None:
    assert decode(b"\x1b[31mred\x1b[0m\x07" * 20, "a.txt").startswith("\x1b[31m")


@pytest.mark.parametrize(
    "head",
    [
        b'<html><head><meta charset="windows-1251"></head>',
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        b"<?xml version='1.0' encoding='cp1251'?><html>",
    ],
)
def test_a_page_is_read_as_it_declares(head: bytes) -> None:
    short = "Да, нет."
    assert decode(head + short.encode("cp1251"), "a.html", html=True).endswith(short)


def test_a_page_that_declares_latin_1_means_cp1252() -> None:
    data = b'<meta charset="iso-8859-1">' + "“œuvre”".encode("cp1252")
    assert decode(data, "a.html", html=True).endswith("“œuvre”")


def test_a_page_that_declares_nonsense_is_still_read() -> None:
    assert decode(b'<meta charset="klingon">' + "été à Nîmes".encode("cp1252"), "a.html", html=True).endswith("Nîmes")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_sentence(data: bytes) -> None:
    sentence = ""
    try:
        text = decode(data, "a.txt")
    except DocumentError as error:
        text, sentence = "", str(error)
    assert sentence.endswith(".") or text or data in (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
