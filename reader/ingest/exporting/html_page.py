"""A page of HTML that needs nothing else: no script, no picture, no network; and words on it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from reader.domain.addresses import web_address
from reader.domain.plain_text import mask_text

_HELD = re.compile(r"(?<=«) (?=\S)|(?<=\S) (?=[»;:!?])|(?<=\d) (?=\d{3}(?!\d))")


def page(title: str, style: str, body: Iterable[str], language: str = "en") -> str:
    """The whole document, with a policy that lets it load nothing. ``body`` is HTML. Ends with a line end."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    lines = [
        "<!DOCTYPE html>",
        f"<html{lang(language)}>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{words(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines)


def words(text: str) -> str:
    """Words as they are, none of them markup or a sign that steers a screen."""
    return escape(mask_text(text))


def in_line(text: str) -> str:
    """Words on one line, whose spaces were made plain: one that belongs to a guillemet, to a sign or into a number does
    not end a line of the page."""
    return words(_HELD.sub("\u00a0", text))


def lang(code: str) -> str:
    """The attribute that names a language, "" where it is not known."""
    return "" if code in ("", "und") else f' lang="{words(code)}"'


def spoken(text: str, language: str) -> str:
    """Words in a language of their own."""
    return f"<span{lang(language)}>{words(text)}</span>"


def link(url: str | None) -> str:
    """An address to follow where it leads to the web, else its words."""
    address = web_address(url)
    return f'<a href="{words(address)}" rel="noopener noreferrer">{words(address)}</a>' if address else words(url or "")
