"""The few tags of a page that name other addresses, read in one pass whose time grows with the page and no faster.

Parsers that build the page's tree need minutes for a page made of unclosed tags; no tree is needed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.domain.plain_text import clean_line
from reader.feeds.html_blocks.folding import resolve

LONGEST_VALUE = 4000  # characters of an attribute or of a link's words that are looked at

# Each alternative, once begun, matches: nothing is scanned twice.
_TAG = re.compile(
    r"(?P<comment><!--)|<(?P<raw>script|style|textarea|xmp|iframe)(?=[\s/>])"
    r"|<(?P<name>link|base|a)(?=[\s/>])|(?P<end></a(?=[\s/>]))",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s/>][^\s/>=]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)(?:\"|\Z)|'(?P<single>[^']*+)(?:'|\Z)|(?P<bare>[^\s>]*+)))?"
)
_REST_OF_TAG = re.compile(r"[\s/]*+>?")
_COMMENT_END = re.compile(r"--!?>|<!-->")
_ANY_TAG = re.compile(r"<[^<>]*+>?")


@dataclass(frozen=True, slots=True)
class Tag:
    """A ``link``, ``base`` or ``a`` tag: attribute names in lower case, and the words inside a link."""

    name: str
    attributes: dict[str, str]
    words: str = ""


def tags_of(html: str) -> Iterator[Tag]:
    """A page's link and base tags, and its a tags that lead somewhere, in order, outside comments and scripts."""
    place = 0
    link: dict[str, str] | None = None
    begun = 0
    while found := _TAG.search(html, place):
        if link is not None and (found["end"] or (found["name"] or "").lower() == "a"):
            yield Tag("a", link, _words(html[begun : found.start()]))
            link = None
        if found["comment"]:
            # "<!-->" is a whole comment, so the end is looked for inside the beginning.
            end = _COMMENT_END.search(html, found.start() + 2)
            place = end.end() if end else len(html)
        elif found["raw"]:
            end = re.compile(f"</{found['raw']}", re.IGNORECASE).search(html, found.end())
            place = end.end() if end else len(html)
        elif found["end"]:
            place = found.end()
        else:
            attributes, place = _attributes(html, found.end())
            if found["name"].lower() == "a":
                link, begun = attributes if "href" in attributes else None, place
            else:
                yield Tag(found["name"].lower(), attributes)
    if link is not None:
        yield Tag("a", link, _words(html[begun : begun + LONGEST_VALUE]))


def _attributes(html: str, place: int) -> tuple[dict[str, str], int]:
    """A tag's attributes, the first of each name, and where the tag ends."""
    attributes: dict[str, str] = {}
    while found := _ATTRIBUTE.match(html, place):
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["name"].lower(), resolve(value[:LONGEST_VALUE]))
        place = found.end()
    rest = _REST_OF_TAG.match(html, place)
    return attributes, rest.end() if rest else place


def _words(inside: str) -> str:
    return clean_line(resolve(_ANY_TAG.sub(" ", inside[:LONGEST_VALUE])))
