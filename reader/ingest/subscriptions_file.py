"""A library's subscriptions from an OPML file, and as one."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass

from reader.domain.feed import Feed
from reader.domain.outline import FeedNode, FolderNode, Node, SubscriptionList
from reader.store.deeds import Change
from reader.store.library import Library

TITLE = "Subscriptions"
_SETTING = "opml"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: how many feeds were ``added``, how many were there ``already``; ``problems`` are sentences
    about what was left out."""

    added: int
    already: int
    problems: tuple[str, ...] = ()


def import_opml(library: Library, data: bytes, name: str) -> Imported:
    """Subscribe to every feed of an OPML file called ``name``, in its folders; undone as one deed. Nothing is fetched.

    Folders of the same name become one with those there. Raises OpmlError (then nothing is imported), LibraryError.
    """
    from reader.feeds.opml.reading import read_opml

    subscriptions = read_opml(data, name)
    with library.transaction():
        work = _Import(library)
        work.take(subscriptions.children, None)
        if library.setting(_SETTING) is None:
            about = {"title": subscriptions.title, "head": subscriptions.head, "spaces": subscriptions.namespaces}
            library.set_setting(_SETTING, json.dumps(about, ensure_ascii=False))
        library.deeds.note("import", f"imported {work.added} feeds from {name}", work.changes)
    return Imported(work.added, work.already, subscriptions.problems)


def export_opml(library: Library) -> bytes:
    """The subscriptions as OPML 2.0, in the user's folders and order."""
    from reader.feeds.opml.writing import write_opml

    about = json.loads(library.setting(_SETTING) or "{}")
    head = tuple((name, value) for name, value in about.get("head", ()))
    spaces = tuple((name, value) for name, value in about.get("spaces", ()))
    title = about.get("title", TITLE)
    return write_opml(SubscriptionList(title=title, children=_tree(library), head=head, namespaces=spaces))


class _Import:
    def __init__(self, library: Library) -> None:
        self._library = library
        self._folders: dict[tuple[int | None, str], list[int]] = defaultdict(list)
        for folder in library.folders.all():
            self._folders[folder.parent, folder.name].append(folder.id)
        self._seen: set[int] = set()
        self.changes: list[Change | None] = []
        self.added = 0
        self.already = 0

    def take(self, nodes: tuple[Node, ...], parent: int | None) -> None:
        taken: dict[str, int] = defaultdict(int)
        for node in nodes:
            if isinstance(node, FolderNode):
                there = self._folders[parent, node.name]
                # The second folder of a name is the second one here too.
                at = taken[node.name]
                taken[node.name] += 1
                id = there[at] if at < len(there) else self._made(node, parent)
                self.take(node.children, id)
            else:
                self._feed(node, parent)

    def _made(self, node: FolderNode, parent: int | None) -> int:
        change = self._library.folders.put(node.name, parent, _packed(node.attributes))
        self.changes.append(change)
        self._folders[parent, node.name].append(int(change[1]))
        return int(change[1])

    def _feed(self, node: FeedNode, folder: int | None) -> None:
        address = self._without_credentials(node.address)
        feed, changes = self._library.feeds.put(address, name=node.name or None)
        self.changes += changes
        if feed.id not in self._seen:
            self.added, self.already = self.added + bool(changes), self.already + (not changes)
            self._seen.add(feed.id)
        if changes:
            self._library.feeds.claimed(feed.id, node.title or None, node.site, node.description, node.language)
        self.changes.append(self._library.folders.place(feed.id, folder, _packed(node.attributes)))

    def _without_credentials(self, address: str) -> str:
        """The address; a name and password in it go where such things are kept, which is never the library."""
        from reader.feeds.fetching.addresses import split_credentials

        split = split_credentials(address)
        if split.user:
            from reader.feeds.credentials import keep

            keep(split.address, split.user, split.password or "")
        return split.address


def _tree(library: Library) -> tuple[Node, ...]:
    feeds = {feed.id: feed for feed in library.feeds.all()}
    order = library.folders.order()
    attributes = library.folders.attributes()
    inside: dict[int | None, list[tuple[int, int, str]]] = defaultdict(list)
    packed: dict[int, tuple[Feed, str]] = {}
    names = {}
    for folder in library.folders.all():
        names[folder.id] = folder.name
        inside[folder.parent].append((order["folder", folder.id], folder.id, "folder"))
    for placement in library.folders.placements():
        packed[placement.id] = (feeds[placement.feed_id], placement.attributes)
        inside[placement.folder].append((placement.position, placement.id, "feed"))

    def nodes(parent: int | None) -> tuple[Node, ...]:
        made: list[Node] = []
        for _, id, kind in sorted(inside[parent]):
            if kind == "folder":
                made.append(FolderNode(names[id], nodes(id), _unpacked(attributes.get(id, ""))))
            else:
                made.append(_node(*packed[id]))
        return tuple(made)

    return nodes(None)


def _node(feed: Feed, packed: str) -> FeedNode:
    return FeedNode(
        address=feed.address,
        name=feed.name or feed.title or "",
        title=feed.title or feed.name or "",
        site=feed.site,
        description=feed.description,
        language=feed.language,
        attributes=_unpacked(packed),
    )


def _packed(attributes: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(attributes, ensure_ascii=False) if attributes else ""


def _unpacked(packed: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in json.loads(packed)) if packed else ()
