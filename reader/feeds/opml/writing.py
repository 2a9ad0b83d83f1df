"""A list of subscriptions as OPML 2.0."""

from __future__ import annotations

from typing import Any

from lxml import etree

from reader.domain.outline import FeedNode, FolderNode, Node, SubscriptionList
from reader.feeds.opml.canonical import canonical
from reader.feeds.opml.vocabulary import PLAIN_TYPE


def write_opml(subscriptions: SubscriptionList) -> bytes:
    """The list as an OPML 2.0 file: UTF-8, indented by two spaces, the same bytes for the same list.

    ``read_opml`` gives the list back. What no XML file may hold (control characters) is left out of names and values.
    Raises OpmlError: folders too deep.
    """
    whole = canonical(subscriptions)
    root = etree.Element("opml", version="2.0", nsmap=dict(whole.namespaces))
    head = etree.SubElement(root, "head")
    if whole.title is not None:
        etree.SubElement(head, "title").text = whole.title
    for name, value in whole.head:
        etree.SubElement(head, name).text = value or None
    body = etree.SubElement(root, "body")
    waiting: list[tuple[Any, Node]] = [(body, node) for node in reversed(whole.children)]
    while waiting:
        parent, node = waiting.pop()
        outline = etree.SubElement(parent, "outline")
        for name, value in _attributes(node):
            outline.set(name, value)
        if isinstance(node, FolderNode):
            waiting += ((outline, child) for child in reversed(node.children))
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written


def _attributes(node: Node) -> list[tuple[str, str]]:
    """A node's attributes in the order they are written."""
    if isinstance(node, FolderNode):
        own = [] if any(name == "title" for name, _ in node.attributes) else [("title", node.name)]
        return [("text", node.name), *own, *node.attributes]
    return [("text", node.name), ("title", node.title), *_of_feed(node), *node.attributes]


def _of_feed(node: FeedNode) -> list[tuple[str, str]]:
    plain = [] if any(name == "type" for name, _ in node.attributes) else [("type", PLAIN_TYPE)]
    optional = [("htmlUrl", node.site), ("description", node.description), ("language", node.language)]
    return [*plain, ("xmlUrl", node.address), *((name, value) for name, value in optional if value is not None)]
