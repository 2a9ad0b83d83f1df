"""Reads a page strictly: every tag that is opened is closed in its turn."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "circle", "polygon", "path", "line"})
"""Elements without an end: of HTML, and those of SVG that are written with a slash."""


class Strict(HTMLParser):
    """Raises AssertionError where a tag is left open, closed twice, or an attribute stands twice."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, attrs)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID, tag
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, (self.open, tag)
        self.open.pop()


def read_strictly(text: str) -> list[tuple[str, str, str]]:
    """Every attribute of a page: element, name, value."""
    reader = Strict()
    reader.feed(text)
    reader.close()
    assert reader.open == [], reader.open
    return reader.attributes
