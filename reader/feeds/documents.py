"""Files into drafts: plain text with or without front matter or side file, and HTML pages."""

from __future__ import annotations

import re
from os import fspath
from pathlib import Path

from reader.domain.article import Draft
from reader.domain.errors import DocumentError
from reader.domain.plain_text import clean_line, clean_text
from reader.feeds.decoding import decode
from reader.feeds.details import Details, language_code, side_file, split_front_matter
from reader.feeds.file_bytes import STANDARD_INPUT, read_bytes, shown_name

TITLE_LENGTH = 100
_PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_PAGE_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_HEADING_MARK = re.compile(r"\s*#{1,6}\s+")


def read_document(path: str | Path, *, language: str | None = None) -> Draft:
    """The draft for a file, or for standard input where ``path`` is "-".

    A plain text stays as it is but for line ends and controls. What a side file says goes before what the text's front
    matter or the page says; ``language`` (a BCP 47 code) goes before all. Raises DocumentError.
    """
    name = fspath(path)
    data = read_bytes(name)
    beside = Details() if name == STANDARD_INPUT else side_file(Path(name))
    draft = draft_from_bytes(data, name, beside=beside, language=language)
    if not draft.text.strip():
        raise DocumentError(f"{shown_name(name)} has no text.", subject=name)
    return draft


def draft_from_bytes(data: bytes, name: str, *, beside: Details | None = None, language: str | None = None) -> Draft:
    """The draft for a file's content; ``name`` is its path, ``beside`` what is known about it. Raises DocumentError."""
    page = Path(name).suffix.lower() in _PAGE_ENDINGS or _PAGE_START.match(data) is not None
    raw = decode(data, shown_name(name), html=page)
    layout = ""
    if page:
        from reader.feeds.html_text import page_article

        inside, text, found = page_article(clean_text(raw))
        layout = found.to_json()
    else:
        inside, text = split_front_matter(clean_text(raw))
    known = (beside or Details()).over(inside)
    return Draft(
        text=text,
        title=known.title or title_from(text),
        source=known.source,
        author=known.author,
        place=known.place,
        published=known.published,
        language=language_code(language) or known.language or _guess(text),
        url=known.url,
        origin=clean_line(shown_name(name)),
        example=bool(known.example),
        layout=layout,
    )


def title_from(text: str) -> str:
    """A title for a text without one: its first line, cut at a word near ``TITLE_LENGTH`` code points."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    line = clean_line(_HEADING_MARK.sub("", first[: 4 * TITLE_LENGTH]))
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[:TITLE_LENGTH]
    return (cut.rsplit(" ", 1)[0] if " " in cut[TITLE_LENGTH // 2 :] else cut).rstrip(" ,;:.–—-") + "…"


def _guess(text: str) -> str:
    from reader.feeds.language_guess import guess_language

    return guess_language(text)
