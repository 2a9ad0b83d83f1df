"""Files into drafts."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import bound_by_permissions

from reader.domain.errors import DocumentError
from reader.domain.plain_text import clean_text
from reader.feeds import file_bytes
from reader.feeds.documents import draft_from_bytes, read_document, title_from
from reader.resources import resource_dir

FRENCH = "Le maire a déclaré mardi que la piscine resterait fermée tout l’été.\n\nLes nageurs ont protesté.\n"


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_plain_text_stays_as_it_is(tmp_path: Path) -> None:
    draft = read_document(write(tmp_path / "a.txt", FRENCH))
    assert draft.text == FRENCH
    assert draft.title == "Le maire a déclaré mardi que la piscine resterait fermée tout l’été."
    assert draft.language == "fr"
    assert draft.origin == str(tmp_path / "a.txt")
    assert (draft.source, draft.published, draft.example) == (None, None, False)


def test_line_ends_and_controls_are_the_only_change(tmp_path: Path) -> None:
    hostile = "\ufeffOne\r\ntwo\rthree\x1b]0;title\x07 [red]four[/red] \u202egnp.exe\x9b31m\tend\n"
    assert read_document(write(tmp_path / "a.txt", hostile)).text == "One\ntwo\nthree [red]four[/red] gnp.exe\tend\n"


def test_the_side_file_goes_before_front_matter_and_the_asked_language_before_both(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "---\ntitle: Inside\nauthor: Ann\nlanguage: de\n---\nText.\n")
    write(tmp_path / "a.toml", 'title = "Beside"\nlanguage = "fr"\n')
    draft = read_document(path)
    assert (draft.title, draft.author, draft.language, draft.text) == ("Beside", "Ann", "fr", "Text.\n")
    assert read_document(path, language="en-GB").language == "en"


def test_the_seed_keeps_every_letter() -> None:
    path = resource_dir("seeds") / "stories" / "000_15728a63912c0743.txt"
    draft = read_document(path)
    assert draft.text == path.read_bytes().decode("utf-8")
    assert (draft.source, draft.author, draft.published, draft.language) == (
        "AP",
        "Avet Demourian",
        "2022-09-14",
        "fr",
    )


def test_standard_input_is_a_text_or_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, text in ((FRENCH.encode(), FRENCH), (b"<!DOCTYPE html><p>Only this.</p>", "Only this.")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        draft = read_document("-")
        assert (draft.text, draft.origin) == (text, "standard input")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "has no text"),
        (b" \n\t\r\n\xc2\xa0 ", "has no text"),
        ("\u202e\u200b\x1b[0m".encode(), "has no text"),
        (b"---\ntitle: nothing else\n---\n", "has no text"),
        (b"\0\1\2", "is a binary file"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(DocumentError, match=sentence):
        read_document(write(tmp_path / "a.txt", content))


def test_missing_and_directory_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="There is no file"):
        read_document(tmp_path / "a.txt")
    with pytest.raises(DocumentError, match="is a directory"):
        read_document(tmp_path)
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(write(tmp_path / "file", "x") / "below")
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document("a\0b")
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document("a" * 5000)


def test_a_text_of_ten_megabytes_is_accepted(tmp_path: Path) -> None:
    text = FRENCH * (10 * 1024 * 1024 // len(FRENCH.encode()))
    assert read_document(write(tmp_path / "a.txt", text)).text == text


def test_what_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_bytes, "MAX_BYTES", 1024 * 1024)
    with pytest.raises(DocumentError, match="is larger than 1 MB, the most one article may have"):
        read_document("/dev/zero")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n  A title \t here\nText", "A title here"),
        ("# A heading\n\nText", "A heading"),
        ("#hashtag first", "#hashtag first"),
        ("x" * 100, "x" * 100),
        ("x" * 100_000, "x" * 100 + "…"),
        ("word " * 20_000, ("word " * 20).strip() + "…"),
        ("", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title_from(text) == title


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\n\r\t\x1b\x07")))
def test_any_text_is_cleaned_and_no_more(text: str) -> None:
    plain = f"A {text}"
    draft = draft_from_bytes(plain.encode(), "-", language="en")
    assert draft.text == clean_text(plain)
    assert "\n" not in draft.title


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", FRENCH)
    path.chmod(0)
    with bound_by_permissions(), pytest.raises(DocumentError, match="may not be read: permission denied"):
        read_document(path)
