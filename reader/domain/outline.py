"""A list of subscriptions: feeds in folders, in the order somebody gave them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

DEEPEST = 100
"""How many levels of folders and feeds a list may have."""

Attributes: TypeAlias = tuple[tuple[str, str], ...]
"""What else a file said of a node, in its order: names as in the file, or ``{namespace}name``, and values."""


@dataclass(frozen=True, slots=True)
class FeedNode:
    """A feed where it stands in a list; the same feed may stand in several folders.

    ``address`` can be fetched. ``name`` is what whoever made the list calls the feed, ``title`` what it calls itself;
    read from a file they are equal where it says only one of the two, and empty where it says neither. ``language`` is
    as in the file, ``site`` the page the feed belongs to (http or https).
    """

    address: str
    name: str = ""
    title: str = ""
    site: str | None = None
    description: str | None = None
    language: str | None = None
    attributes: Attributes = ()

    @property
    def shown(self) -> str:
        """What to call it: its name, its own title, or its address."""
        return self.name or self.title or self.address


@dataclass(frozen=True, slots=True)
class FolderNode:
    """A folder; it may be empty, and two folders beside each other may have the same name."""

    name: str
    children: tuple[Node, ...] = ()
    attributes: Attributes = ()


Node: TypeAlias = FolderNode | FeedNode


@dataclass(frozen=True, slots=True)
class SubscriptionList:
    """Feeds and folders, and what a file said about the list.

    ``head`` holds the names and values of the file's head but its title, ``namespaces`` the prefixes and addresses its
    names use. ``left_out`` counts the file's entries that are neither feed nor folder, or a feed nobody can fetch;
    ``problems`` are sentences about them. Two lists are equal whatever was left out of them.
    """

    title: str | None = None
    children: tuple[Node, ...] = ()
    head: Attributes = ()
    namespaces: Attributes = ()
    left_out: int = field(default=0, compare=False)
    problems: tuple[str, ...] = field(default=(), compare=False)

    def feeds(self) -> Iterator[tuple[tuple[str, ...], FeedNode]]:
        """Every feed in order, behind the names of the folders it stands in, the outermost first."""
        waiting: list[tuple[tuple[str, ...], Node]] = [((), node) for node in reversed(self.children)]
        while waiting:
            folders, node = waiting.pop()
            if isinstance(node, FeedNode):
                yield folders, node
            else:
                waiting += (((*folders, node.name), child) for child in reversed(node.children))
