"""The quick reader: well-formed XML by lxml, item after item, so that the whole document is never held as a tree.

Imports lxml: only for reading a feed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from reader.feeds.reading import elements, feed_elements
from reader.feeds.reading.raw import RawFeed, RawItem
from reader.feeds.reading.vocabulary import APART, CONTENTS, ITEMS, PREFIXES, ROOTS, SUMMARIES, TITLES
from reader.feeds.reading.web_addresses import joined

_STEP = 64 * 1024
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_ATOM = ("{http://www.w3.org/2005/atom}feed", "{http://purl.org/atom/ns#}feed", "feed")
_MOST_NODES = 400_000  # tags of a document that may be in memory at once; one with more is read as text
_WORDY = TITLES | CONTENTS | SUMMARIES | {"subtitle", "tagline", "author"}


class NotClean(Exception):
    """The document is not one this reader can be trusted with."""


def read_tree(body: bytes, take: Callable[[RawItem], None]) -> RawFeed:
    """Read a feed that is well-formed XML in UTF-8 without a document type; each item goes to ``take``.

    Raises NotClean where it is anything else: then some items may have been taken already.
    """
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body or body.count(b"<") > _MOST_NODES:
        raise NotClean
    if body.count(b"<![CDATA[") != body.count(b"]]>"):
        raise NotClean  # a section left open may have swallowed items up to the end of another
    return _Reading(take).read(body)


class _Reading:
    """One pass over a document. ``words``, ``name``, ``marked_up`` and ``base`` describe the element being taken."""

    def __init__(self, take: Callable[[RawItem], None]) -> None:
        self._take = take
        self._names: dict[str, str] = {}
        self.feed = RawFeed()
        self.name = self.words = ""
        self.marked_up = False
        self.base: str | None = None
        self.get: Callable[[str], str | None] = dict[str, str]().get

    def read(self, body: bytes) -> RawFeed:
        parser = etree.XMLPullParser(
            ("end",),
            tag=[f"{{*}}{form}" for name in ITEMS for form in (name, name.upper(), name.capitalize())],
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        done = root = None
        try:
            for start in range(0, len(body), _STEP):
                parser.feed(body[start : start + _STEP])
                for _, found in parser.read_events():
                    if root is None:
                        root = self._open(found.getroottree().getroot())
                    self._take(self._item(found))
                    if done is not None:
                        done.getparent().remove(done)
                    done = found
            closed = parser.close()
        except etree.LxmlError as error:
            raise NotClean from error
        if root is None:
            root = self._open(closed)
        self._around(root)
        return self.feed

    def _open(self, root: Any) -> Any:
        name = self._named(root)
        if name not in ROOTS:
            raise NotClean
        self.feed.atom = str(root.tag).lower() in _ATOM
        self.feed.base = root.get(_BASE)
        self.feed.language = root.get(_LANGUAGE)
        return root

    def _item(self, found: Any) -> RawItem:
        item = RawItem(base=self._base_around(found), language=found.get(_LANGUAGE))
        about = found.get(_ABOUT)
        if about:
            elements.take_guid(item, about.strip(), "")
        self._children(found, item)
        return item

    def _base_around(self, found: Any) -> str | None:
        base = None
        while found is not None:
            own = found.get(_BASE)
            if own:
                base = joined(own, base) if base else own
            found = found.getparent()
        return base

    def _children(self, parent: Any, item: RawItem) -> None:
        atom = self.feed.atom
        for child in parent:
            tag = child.tag
            name = self._names.get(tag) or self._named(child)
            if name == "media:group":
                self._children(child, item)
            elif name in elements.KNOWN:
                self._see(child, name)
                elements.take(item, self, atom=atom)
                if name == "media:content":
                    self._children(child, item)
                elif name in _WORDY and (language := child.get(_LANGUAGE)):
                    item.language = item.language or language

    def _see(self, element: Any, name: str) -> None:
        """Make ``element`` the one that is described."""
        self.name, self.marked_up, self.base, self.get = name, False, None, element.get
        attributes = element.attrib
        if attributes:
            self.base = attributes.get(_BASE)
            if name == "guid":
                self.get = {key.lower(): value for key, value in attributes.items()}.get
        if len(element) == 0:
            self.words = element.text or ""
        elif name == "author":
            self.words = " ".join(_person(element))
        elif name in _WORDY:
            self.words, self.marked_up = _serialised(element), True
        else:
            self.words = "".join(element.itertext())

    def _around(self, parent: Any) -> None:
        """The elements around the items, those of the channel too."""
        for child in parent:
            name = self._named(child)
            if name in ("channel", "skiphours", "skipdays"):
                if name == "channel":
                    self.feed.base = joined(self.feed.base, child.get(_BASE))
                    self.feed.language = self.feed.language or child.get(_LANGUAGE)
                self._around(child)
            elif name in feed_elements.KNOWN and name not in APART:
                self._see(child, name)
                feed_elements.take(self.feed, self)

    def _named(self, element: Any) -> str:
        """The customary name of an element: by its namespace, or by its prefix where nobody knows the namespace."""
        tag = element.tag
        namespace, _, local = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
        prefix = PREFIXES.get(namespace.lower())
        if prefix is None:
            prefix = (element.prefix or "").lower()
        name = f"{prefix}:{local.lower()}" if prefix else local.lower()
        self._names[tag] = name
        return name


def _person(author: Any) -> Iterator[str]:
    """An author's name, their address where there is no name, or whatever words there are."""
    parts = {etree.QName(child).localname.lower(): (child.text or "").strip() for child in author if child.tag}
    yield parts.get("name") or parts.get("email") or " ".join("".join(author.itertext()).split())


def _serialised(element: Any) -> str:
    """The HTML inside an element; the ``div`` that Atom wants around XHTML is no part of it."""
    for child in element.iter():
        if child.tag.startswith("{"):
            child.tag = child.tag.rpartition("}")[2]
    parts = [element.text or ""]
    parts += [etree.tostring(child, encoding="unicode", method="html") for child in element]
    return _escaped_text(parts)


def _escaped_text(parts: list[str]) -> str:
    first = parts[0].replace("&", "&amp;").replace("<", "&lt;")
    return "".join((first, *parts[1:]))
