"""Front matter, side files, and what is believed of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import DocumentError
from reader.feeds.details import Details, details, iso_date, language_code, side_file, split_front_matter


def test_front_matter_is_taken_off() -> None:
    known, text = split_front_matter(
        "---\ntitle: \"A: b\"\nsource: AP\n# a remark\n\ndate: '2022-09-14'\nlang: fr_FR\nweather: wet\n---\n\nText.\n"
    )
    assert known == Details(title="A: b", source="AP", published="2022-09-14", language="fr")
    assert text == "Text.\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "---\nA scene.\n---\nAnother scene.",
        "---\n---\nText.",
        "---\ntitle: never closed\n\nText.",
        "Title\n---\ntitle: x\n---\n",
        "----\ntitle: x\n----\nText.",
        "---\n" + "a: b\n" * 60 + "---\nText.",
    ],
)
def test_anything_else_stays_whole(text: str) -> None:
    assert split_front_matter(text) == (Details(), text)


@given(st.text())
def test_a_text_without_a_fence_is_never_touched(text: str) -> None:
    known, rest = split_front_matter(text)
    assert text.endswith(rest)
    assert rest == text or text.startswith("---")
    assert known == Details() or text.startswith("---")


def test_a_side_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        'title = "T"\nsource = "S"\nauthor = "A"\nplace = "P"\npublished = 2022-09-14\n'
        'language = "fr"\nurl = "https://example.org"\nexample = true\n'
    )
    assert side_file(tmp_path / "a.txt") == Details(
        "T", "S", "A", "P", "2022-09-14", "fr", "https://example.org", example=True
    )
    assert side_file(tmp_path / "b.txt") == Details()
    assert side_file(tmp_path / "a.toml") == Details()


@pytest.mark.parametrize("content", [b"title = ", b"\xff\xfe", b"title: x"])
def test_a_broken_side_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.toml").write_bytes(content)
    with pytest.raises(DocumentError, match=r"side file .*a\.toml cannot be read"):
        side_file(tmp_path / "a.txt")


def test_values_are_cleaned_and_unusable_ones_left_out() -> None:
    known = details(
        {
            "TITLE": " \x1b[31mRed\x1b[0m\n\u202ealert ",
            "author": ["not", "text"],
            "place": "",
            "published": "last Tuesday",
            "language": "Klingon",
            "url": "javascript:alert(1)",
            "example": "no",
        }
    )
    assert known == Details(title="Red alert", example=False)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2022-09-14", "2022-09-14"),
        ("2022-09-14T10:00:00+02:00", "2022-09-14T08:00:00Z"),
        ("2022-09-14 10:00", "2022-09-14T10:00:00Z"),
        ("2022-09-14T10:00:00Z", "2022-09-14T10:00:00Z"),
        ("14/09/2022", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(value: str | None, date: str | None) -> None:
    assert iso_date(value) == date


@pytest.mark.parametrize(
    ("value", "code"), [("fr", "fr"), ("fr-CA", "fr"), ("EN_us", "en"), ("ast", "ast"), ("french", None), ("", None)]
)
def test_language_codes(value: str, code: str | None) -> None:
    assert language_code(value) == code
