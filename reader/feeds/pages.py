"""A page from the web into a draft. Imports trafilatura: only for a page."""

from __future__ import annotations

from reader.domain.article import Draft
from reader.domain.errors import DocumentError
from reader.domain.plain_text import clean_line, clean_text
from reader.feeds.details import Details, language_code
from reader.feeds.documents import draft_from_bytes, title_from
from reader.feeds.reading.encoding import decoded
from reader.feeds.reading.recognition import is_page

_BINARY = ("image/", "audio/", "video/", "font/", "application/pdf", "application/zip", "application/octet-stream")


def page_draft(body: bytes, address: str, content_type: str | None = None) -> Draft:
    """The article in what was fetched from ``address``; ``content_type`` is the server's header.

    Raises DocumentError: not a text, or no text in it.
    """
    from reader.feeds.language_guess import guess_language

    if (content_type or "").lower().startswith(_BINARY):
        kind = clean_line((content_type or "").partition(";")[0])
        raise DocumentError(f"{address} is not a page but {kind}.", subject=address)
    html = decoded(body, content_type)
    if not is_page(html):
        plain = draft_from_bytes(body, address)
        known, text, layout = Details(plain.title, language=plain.language), plain.text, plain.layout
    else:
        from reader.feeds.html_text import page_article

        known, text, found = page_article(clean_text(html), address)
        layout = found.to_json()
    if not text.strip():
        raise DocumentError(f"{address} has no text that could be found.", subject=address)
    return Draft(
        text=text,
        title=known.title or title_from(text),
        source=known.source,
        author=known.author,
        published=known.published,
        language=language_code(known.language) or guess_language(text),
        url=known.url or address,
        origin=clean_line(address),
        layout=layout,
    )
