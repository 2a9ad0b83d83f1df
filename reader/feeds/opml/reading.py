"""OPML of any version into a list of subscriptions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from reader.domain.errors import FeedError, OpmlError
from reader.domain.outline import DEEPEST, Attributes, FeedNode, FolderNode, Node, SubscriptionList
from reader.domain.plain_text import clean_line
from reader.feeds.discovery.addresses import normalise_address
from reader.feeds.file_bytes import shown_name
from reader.feeds.opml.canonical import canonical
from reader.feeds.opml.parsing import ParsedFile, parse
from reader.feeds.opml.vocabulary import FEED_TYPES, KNOWN_OF_FEED, OTHER_TYPES

MOST_PROBLEMS = 100
_LONGEST_SHOWN = 60


def read_opml(data: bytes, name: str) -> SubscriptionList:
    """The list in an OPML file (1.0 to 2.0); ``name`` is the file's, for sentences.

    A feed whose address cannot be fetched, and what is neither feed nor folder, is left out, counted, and told in
    ``problems`` where it matters. Raises OpmlError for a file that is broken, too large, too deep or no OPML: one
    sentence with the file and, where there is one, the line.
    """
    shown = shown_name(name)
    file = parse(data, shown)
    reading = _Reading(file, shown)
    children = reading.nodes()
    title, head = _head(file.root)
    return canonical(
        SubscriptionList(
            title=title,
            children=tuple(children),
            head=head,
            namespaces=_prefixes(file.root),
            left_out=reading.left_out,
            problems=reading.all_problems(),
        )
    )


@dataclass
class _Reading:
    """One walk through the tree."""

    file: ParsedFile
    name: str
    left_out: int = 0
    problems: list[str] = field(default_factory=list)
    untold: int = 0

    def nodes(self) -> list[Node]:
        """Feeds and folders of the whole file, from every element called "outline" outside the head."""
        open_lists: list[list[Node]] = [[]]
        for top in self.file.root:
            if _local(top) in ("head", ""):
                continue
            for event, element in etree.iterwalk(top, events=("start", "end")):
                if _local(element) != "outline":
                    continue
                if event == "start":
                    open_lists.append([])
                    if len(open_lists) - 1 > DEEPEST:
                        raise OpmlError(
                            f"{self.name}, line {self.line(element)}, is nested more than {DEEPEST} deep, which no "
                            "subscription list may be.",
                            subject=self.name,
                        )
                else:
                    inside = open_lists.pop()
                    open_lists[-1] += self.outline(element, inside)
        return open_lists[0]

    def outline(self, element: Any, inside: list[Node]) -> list[Node]:
        """What one outline stands for: a feed and what is inside it behind it, a folder, or only what is inside."""
        values = _known(element)
        kind = values.get("type", "").strip().lower()
        address = values.get("xmlurl", "").strip()
        of_feed = address != "" or kind in FEED_TYPES
        if not address and (of_feed or not (kind or inside)):
            address = values.get("url", "").strip()
        called = values.get("text", "").strip() or values.get("title", "").strip()
        has_children = any(_local(child) == "outline" for child in element)
        if address:
            feed = self.feed(element, address, called, values)
            return [feed, *inside] if feed else inside
        if not has_children and (of_feed or "xmlurl" in values):
            self.leave_out(element, f"the feed {_quoted(called)} has no address")
            return inside
        if not has_children and kind in OTHER_TYPES:
            if kind == "include":
                self.leave_out(element, f"the list {_quoted(called)} is elsewhere and has to be imported by itself")
            else:
                self.left_out += 1
            return inside
        if not called and not has_children:
            self.left_out += 1
        return [FolderNode(called, tuple(inside), _attributes(element))]

    def feed(self, element: Any, address: str, called: str, values: dict[str, str]) -> FeedNode | None:
        """The feed at ``address``, or None with a problem told."""
        try:
            normal = normalise_address(address)
        except FeedError as error:
            self.leave_out(element, f"the feed {_quoted(called)} is left out: {_lower_first(str(error)).rstrip('.')}")
            return None
        unknown = tuple(
            (name, value)
            for name, value in _attributes(element)
            if name.lower() not in KNOWN_OF_FEED and not (name.lower() == "url" and "xmlurl" not in values)
        )
        return FeedNode(
            address=normal,
            name=called,
            title=values.get("title", ""),
            site=values.get("htmlurl"),
            description=values.get("description"),
            language=values.get("language"),
            attributes=unknown,
        )

    def leave_out(self, element: Any, problem: str) -> None:
        """Count an outline that is not imported and tell why, as long as anybody would read on."""
        self.left_out += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(f"{self.name}, line {self.line(element)}: {problem}.")
        else:
            self.untold += 1

    def all_problems(self) -> tuple[str, ...]:
        """The problems told, and how many more there are."""
        more = [f"{self.name}: {self.untold} more entries are left out."] if self.untold else []
        return (*self.problems, *more)

    def line(self, element: Any) -> int:
        """The line of the file an element begins (or its start tag ends) on."""
        return int(element.sourceline or 1) + self.file.skipped


def _head(root: Any) -> tuple[str | None, Attributes]:
    """The title and the other simple elements of the head."""
    title: str | None = None
    others: list[tuple[str, str]] = []
    for head in root:
        for element in head if _local(head) == "head" else ():
            value = (element.text or "").strip()
            if _local(element) == "title":
                title = title or value
            elif isinstance(element.tag, str) and len(element) == 0:
                others.append((element.tag, value))
    return title, tuple(others)


def _known(element: Any) -> dict[str, str]:
    """Attributes by their name in lower case; one spelled as OPML does goes before others, a filled before an empty."""
    values: dict[str, str] = {}
    spelled = ("xmlUrl", "htmlUrl")
    for name, value in sorted(element.attrib.items(), key=lambda pair: pair[0] not in spelled):
        if not values.get(name.lower(), "").strip():
            values[name.lower()] = value
    return values


def _attributes(element: Any) -> Attributes:
    return tuple((str(name), str(value)) for name, value in element.attrib.items())


def _prefixes(root: Any) -> Attributes:
    """The prefixes the file uses for its namespaces, the outermost first."""
    found: dict[str, str] = {}
    for _, (prefix, namespace) in etree.iterwalk(root, events=("start-ns",)):
        if prefix:
            found.setdefault(prefix, namespace)
    return tuple(found.items())


def _local(element: Any) -> str:
    """The name of an element in lower case, without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _quoted(called: str) -> str:
    line = clean_line(called)
    if len(line) > _LONGEST_SHOWN:
        line = line[: _LONGEST_SHOWN - 1] + "…"
    return f"“{line}”" if line else "without a name"


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
