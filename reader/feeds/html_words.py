"""Every word of an HTML page, whatever state the page is in: what is left to read where no article can be found."""

from __future__ import annotations

from html.parser import HTMLParser

_UNREAD = frozenset({"script", "style", "template", "noscript", "title", "textarea", "select", "svg"})
_INLINE = frozenset({"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "u"})


def page_words(html: str) -> str:
    """The page's text, a line for each stretch between tags that are not inline; empty where there is none."""
    words = _Words()
    words.feed(html)
    words.close()
    return "".join(words.parts)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._inside is None and tag in _UNREAD:
            self._inside = tag
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = None
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._inside is None:
            self.parts.append(data.replace("\n", " "))

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append("\n")
