"""The one form of a list that a file can hold and give back: what is read and what is written both take it.

It is why a list is the same after a round trip: whatever this form does not keep is gone before the first comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reader.domain.errors import FeedError, OpmlError
from reader.domain.outline import DEEPEST, Attributes, FeedNode, FolderNode, Node, SubscriptionList
from reader.domain.plain_text import clean_line, clean_text
from reader.feeds.discovery.addresses import normalise_address
from reader.feeds.opml.names import can_be_written, namespaces_of
from reader.feeds.opml.vocabulary import FEED_TYPES, KNOWN_OF_FEED, KNOWN_OF_FOLDER, OTHER_TYPES, PLAIN_TYPE

_NO_CHARACTERS = str.maketrans(dict.fromkeys("\ufffe\uffff"))  # XML has none of these


def canonical(subscriptions: SubscriptionList) -> SubscriptionList:
    """The list with clean names and values, addresses normalised, and each feed once in a folder.

    A folder without a name gives way to what is in it. Raises OpmlError: folders more than ``DEEPEST`` deep.
    """
    head = tuple(
        (name, _value(value)) for name, value in subscriptions.head if name.lower() != "title" and can_be_written(name)
    )
    children = _children(subscriptions.children, 1)
    names = [name for name, _ in head] + list(_attribute_names(children))
    return replace(
        subscriptions,
        title=_line(subscriptions.title or "") or None,
        children=children,
        head=head,
        namespaces=namespaces_of(names, subscriptions.namespaces),
    )


def _children(nodes: tuple[Node, ...], level: int) -> tuple[Node, ...]:
    if nodes and level > DEEPEST:
        raise OpmlError(f"The list is nested more than {DEEPEST} deep, which no list of subscriptions may be.")
    kept: dict[object, Node] = {}
    for node in nodes:
        if isinstance(node, FeedNode):
            feed = _feed(node)
            kept.setdefault(feed.address, feed)
            continue
        folder = _folder(node, level)
        # A folder is a key of its own, whatever is called the same; only feeds are kept once.
        for child in (folder,) if folder.name else folder.children:
            kept.setdefault(child.address if isinstance(child, FeedNode) else object(), child)
    return tuple(kept.values())


def _feed(node: FeedNode) -> FeedNode:
    name, title = _line(node.name), _line(node.title)
    return FeedNode(
        address=_address(node.address),
        name=name or title,
        title=title or name,
        site=_site(node.site),
        description=_value(node.description or "") or None,
        language=_line(node.language or "") or None,
        attributes=_attributes(node.attributes, KNOWN_OF_FEED, _says_nothing_of_feed),
    )


def _folder(node: FolderNode, level: int) -> FolderNode:
    name = _line(node.name)

    def says_nothing(attribute: str, value: str) -> bool:
        if attribute == "title":
            return _line(value) in ("", name)
        return attribute == "type" and value.lower() in FEED_TYPES | OTHER_TYPES

    attributes = _attributes(node.attributes, KNOWN_OF_FOLDER, says_nothing)
    return FolderNode(name, _children(node.children, level + 1), attributes)


def _says_nothing_of_feed(attribute: str, value: str) -> bool:
    return attribute == "type" and value.lower() in {"", PLAIN_TYPE} | OTHER_TYPES


def _attributes(given: Attributes, known: frozenset[str], says_nothing: Callable[[str, str], bool]) -> Attributes:
    """Names that can be written, the first of each (case makes no difference for those with a meaning)."""
    kept: dict[str, tuple[str, str]] = {}
    for name, value in given:
        name = name.removeprefix("{}")
        lower = name.lower()
        key = lower if lower in ("type", "title") else name
        value = _value(value)
        if lower not in known and can_be_written(name) and not says_nothing(lower, value):
            kept.setdefault(key, (key, value))
    return tuple(kept.values())


def _attribute_names(nodes: Iterable[Node]) -> Iterator[str]:
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        yield from (name for name, _ in node.attributes)
        if isinstance(node, FolderNode):
            waiting += node.children


def _address(address: str) -> str:
    try:
        return normalise_address(address)
    except FeedError:
        return _line(address)  # somebody's library holds it: better written as it is than lost


def _site(site: str | None) -> str | None:
    """A page that may be opened, as it is where it says how; None for any other address."""
    line = _line(site or "")
    try:
        normal = normalise_address(line)
    except FeedError:
        return None
    return line if line.lower().startswith(("http://", "https://")) else normal


def _line(text: str) -> str:
    return clean_line(text.translate(_NO_CHARACTERS))


def _value(text: str) -> str:
    return clean_text(text.translate(_NO_CHARACTERS)).strip()
