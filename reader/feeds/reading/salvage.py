"""The reader of broken documents: item by item, by the elements it knows, whatever stands between them.

No parser of XML: an element ends at its own closing tag or, where that is missing, at the next element that is known.
So what is unclosed, unescaped or cut off costs at most itself. Time and memory grow with the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from reader.feeds.html_blocks.folding import resolve
from reader.feeds.reading import elements, feed_elements
from reader.feeds.reading.openings import openings
from reader.feeds.reading.raw import MOST_ITEMS, RawFeed, RawItem
from reader.feeds.reading.vocabulary import APART, CONTENTS, ITEMS, PREFIXES, SUMMARIES, TITLES
from reader.feeds.reading.web_addresses import joined

_DECLARED = re.compile(r"""\bxmlns:([\w.-]{1,40})\s*=\s*["']([^"'<>]{1,200})["']""")
_CLOSED_ITEM = re.compile(r"</(?:[a-z][\w.-]{0,30}:)?(?:item|entry)\s*>", re.IGNORECASE)
_ROOT = re.compile(r"<(rss|rdf:rdf|feed|channel)(?=[\s>])[^<>]{0,20000}", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([\w.:-]{1,60})\s{0,20}=\s{0,20}(?:"([^"<]{0,20000})"|'([^'<]{0,20000})'|([^\s"'<>]{1,20000}))"""
)
_HEAD = 100_000
_TAIL = 20_000
_MOST_ELEMENTS = 5_000  # of one item; what has more is no article
_LONGEST_WORDS = 3_000_000
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_TAG = re.compile(r"</?[a-zA-Z][\w:.-]*(?:\s[^<>]*)?/?>")
_TORN = re.compile(r"<[/!]?[a-zA-Z\[][^<>]*\Z|&#?\w{0,12}\Z")  # a tag or an entity that the end of the document cut
_MARKUP = TITLES | CONTENTS | SUMMARIES | feed_elements.KNOWN
_NAMES = sorted(elements.KNOWN | feed_elements.KNOWN | APART | {"name", "email"}, key=len, reverse=True)
_LOCAL = "|".join(sorted({name.rpartition(":")[2] for name in _NAMES}, key=len, reverse=True))
_OPEN = re.compile(rf"<(?=[a-z])((?:[a-z][\w.-]{{0,30}}:)?(?:{_LOCAL}))(?=[\s/>])([^<>]*)>?", re.IGNORECASE)


def read_salvage(text: str, take: Callable[[RawItem], None]) -> RawFeed:
    """Read what can be read of ``text``; each item goes to ``take``. Never fails."""
    places = openings(text)[: MOST_ITEMS + 1]
    root = _ROOT.search(text)
    first = places[0] if places else len(text)
    feed = RawFeed(atom=bool(root and root[1].lower() == "feed"))
    if root:
        attributes = _attributes(root[0])
        feed.base, feed.language = attributes.get("xml:base"), attributes.get("xml:lang")
    prefixes = {p.lower(): PREFIXES[u.lower()] for p, u in _DECLARED.findall(text[:_HEAD]) if u.lower() in PREFIXES}
    pieces = _Pieces(prefixes)
    closed = None
    for start, end in pairwise([*places, len(text)]):
        fragment = text[start:end]
        closed = _CLOSED_ITEM.search(fragment)
        if closed is None and end == len(text):
            fragment = fragment[:-_TAIL] + _TORN.sub("", fragment[-_TAIL:])
        take(pieces.item(fragment[: closed.start()] if closed else fragment, feed))
    pieces.around(text[:first], feed)
    if closed:
        pieces.around(text[places[-1] + closed.end() :][:_HEAD], feed)
    return feed


class _Pieces:
    """The elements of a fragment, one after the other: see ``elements.Element``."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self._prefixes = prefixes
        self.name = self.words = ""
        self.marked_up = False
        self.base: str | None = None
        self.get: Callable[[str], str | None] = dict[str, str]().get

    def item(self, fragment: str, feed: RawFeed) -> RawItem:
        """What an item says, from its opening tag to before its closing one."""
        head = fragment[: fragment.find(">") + 1]
        attributes = _attributes(head)
        item = RawItem(base=joined(feed.base, attributes.get("xml:base")), language=attributes.get("xml:lang"))
        about = attributes.get("rdf:about")
        if about:
            elements.take_guid(item, about.strip(), "")
        for _ in self._each(fragment, len(head)):
            elements.take(item, self, atom=feed.atom)
            if self.name in _MARKUP:
                item.language = item.language or self.get("xml:lang")
        return item

    def around(self, fragment: str, feed: RawFeed) -> None:
        """What the feed says of itself before or after its items."""
        for _ in self._each(fragment, 0):
            feed_elements.take(feed, self)

    def _each(self, fragment: str, place: int) -> Iterator[None]:
        """Go from element to element; each time it yields, this object describes one."""
        lowered = fragment.lower()
        if len(lowered) != len(fragment):  # a few capital letters are longer when small
            lowered = "".join(low if len(low := c.lower()) == 1 else c for c in fragment)
        unclosed: set[str] = set()
        for _ in range(_MOST_ELEMENTS):
            found = _OPEN.search(fragment, place)
            if found is None:
                return
            place = found.end()
            written, inside = found[1].lower(), found[2]
            name = self._named(written)
            if name in ITEMS or name in ("media:content", "media:group") or inside.endswith("/"):
                words = ""
            else:
                end, after = self._end(fragment, lowered, written, place, unclosed)
                words = fragment[place : min(end, place + _LONGEST_WORDS)]
                if not (name == "link" and not words.strip()):
                    place = after
            if name not in APART:
                self._describe(name, inside, words)
                yield

    def _end(self, fragment: str, lowered: str, name: str, start: int, unclosed: set[str]) -> tuple[int, int]:
        """Where an element's words end and where to go on."""
        if name not in unclosed:
            closing = lowered.find(f"</{name}", start)
            if closing >= 0:
                end = fragment.find(">", closing)
                return closing, end + 1 if end >= 0 else len(fragment)
            unclosed.add(name)
        following = _OPEN.search(fragment, start)
        end = following.start() if following else len(fragment)
        return end, end

    def _named(self, written: str) -> str:
        prefix, colon, local = written.rpartition(":")
        if not colon:
            return written
        known = self._prefixes.get(prefix, prefix)
        return f"{known}:{local}" if known else local

    def _describe(self, name: str, inside: str, words: str) -> None:
        attributes = _attributes(inside) if "=" in inside else {}
        self.name, self.get, self.base = name, attributes.get, attributes.get("xml:base")
        if name == "author" and "<" in words:
            words = _person(words)
        self.words, self.marked_up = _decoded(words, name)


def _attributes(tag: str) -> dict[str, str]:
    return {m[1].lower(): resolve(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(tag[:40_000])}


def _decoded(words: str, name: str) -> tuple[str, bool]:
    """The words without the escaping of XML, and whether they hold markup that was never escaped."""
    if "<![CDATA[" in words or "]]>" in words:
        return _CDATA.sub("", words), False
    if "<" in words and name in _MARKUP and _TAG.search(words):
        return words, True
    return resolve(words), False


def _person(words: str) -> str:
    for part in ("name", "email"):
        found = re.search(rf"<(?:[\w.-]{{1,30}}:)?{part}\s*>([^<]*)", words, re.IGNORECASE)
        if found and found[1].strip():
            return found[1]
    return _TAG.sub(" ", words)
