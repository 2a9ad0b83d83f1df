"""Through the tree from front to back, telling the writer what each element means."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from reader.domain.layout import BlockKind
from reader.feeds.html_blocks.addresses import link_address
from reader.feeds.html_blocks.folding import clean
from reader.feeds.html_blocks.pictures import emoji, film_or_sound, is_noise, picture_address, picture_words
from reader.feeds.html_blocks.tables import grid, table_lines
from reader.feeds.html_blocks.writer import LINE, Writer

_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SIZED = re.compile(r"-\d+x\d+(?=\.\w+$)")
_EVENTS = ("start", "end")


class Walk:
    """One walk over a body. ``base`` is what its relative addresses hang on, ``hiding`` whether elements may be hidden."""

    def __init__(self, writer: Writer, base: str | None, language: str | None, *, hiding: bool) -> None:
        self.writer = writer
        self.base = base
        self.language = language
        self.hiding = hiding
        self.captions: dict[Any, Any] = {}
        self.shown: set[str] = set()
        self.left_out: str | None = None
        self.lists: list[int | None] = []
        self.quotes = 0
        self.marks: list[str] = []
        self.pre = 0

    def over(self, root: Any, *, tail: bool = False) -> None:
        """Everything inside ``root``."""
        events = etree.iterwalk(root, events=_EVENTS)
        writer = self.writer
        words = writer.words
        skipped = False
        for event, element in events:
            tag = element.tag
            if event == "start":
                if self.hiding and element.attrib and element is not root and _hidden(element):
                    skipped = True
                elif (opening := _OPENING.get(tag)) is not None and opening(self, element):
                    skipped = True
                if skipped:
                    events.skip_subtree()
                elif text := element.text:
                    words(text) if not self.pre else writer.verbatim(text)
                continue
            if skipped:
                skipped = False
            elif (closing := _CLOSING.get(tag)) is not None:
                closing(self, element)
            if element is root:
                break
            if text := element.tail:
                words(text) if not self.pre else writer.verbatim(text)

    def show(self, caption: str, url: str | None, fallback: str) -> None:
        """A line for a picture or film, once."""
        key = _SIZED.sub("", (url or "").partition("?")[0]) or caption
        if key in self.shown:
            return
        self.shown.add(key)
        self.writer.media(caption or fallback, url)


def _hidden(element: Any) -> bool:
    get = element.get
    if get("hidden") is not None:
        return bool(get("hidden") != "until-found")
    style = get("style")
    if style and _HIDING_STYLE.search(style):
        return True
    if get("aria-hidden") == "true":
        words = "".join(element.itertext()).strip()
        return len(words) <= 2 and element.find(".//img") is None
    return False


def _block(walk: Walk, element: Any) -> bool:
    walk.writer.end()
    return False


def _block_end(walk: Walk, element: Any) -> None:
    walk.writer.end()


def _line(walk: Walk, element: Any) -> bool:
    walk.writer.end(LINE)
    return False


def _line_end(walk: Walk, element: Any) -> None:
    walk.writer.end(LINE)


def _drop(walk: Walk, element: Any) -> bool:
    return True


def _break(walk: Walk, element: Any) -> bool:
    if walk.pre:
        walk.writer.verbatim("\n")
    else:
        walk.writer.end_line()
    return False


def _heading(walk: Walk, element: Any) -> bool:
    walk.writer.end()
    if not walk.lists:
        walk.writer.open_block(BlockKind.HEADING, int(element.tag[1]))
    return False


def _heading_end(walk: Walk, element: Any) -> None:
    if not walk.lists:
        walk.writer.close_block()
    walk.writer.end()


def _link(walk: Walk, element: Any) -> bool:
    href = element.get("href")
    walk.writer.open_link(link_address(href, walk.base) if href else None)
    return False


def _link_end(walk: Walk, element: Any) -> None:
    walk.writer.close_link()


def _list(walk: Walk, element: Any) -> bool:
    walk.writer.end()
    number = None
    if element.tag == "ol":
        number = _number(element.get("start"), 1)
    walk.lists.append(number)
    walk.writer.depth += 1
    return False


def _list_end(walk: Walk, element: Any) -> None:
    walk.lists.pop()
    walk.writer.depth -= 1
    walk.writer.end()


def _item(walk: Walk, element: Any) -> bool:
    writer = walk.writer
    writer.end(LINE)
    marker = "- "
    if walk.lists and walk.lists[-1] is not None and element.tag == "li":
        number = _number(element.get("value"), walk.lists[-1])
        walk.lists[-1] = number + 1
        marker = f"{number}. "
    elif not walk.lists:
        walk.lists.append(None)
        writer.depth += 1
        walk.captions[element] = None
    writer.open_block(BlockKind.ITEM, len(walk.lists) + (element.tag == "dd"))
    writer.mark(marker)
    return False


def _item_end(walk: Walk, element: Any) -> None:
    walk.writer.close_block()
    if element in walk.captions:
        del walk.captions[element]
        walk.lists.pop()
        walk.writer.depth -= 1
    walk.writer.end(LINE)


def _quote(walk: Walk, element: Any) -> bool:
    walk.writer.end()
    walk.quotes += 1
    walk.writer.open_block(BlockKind.QUOTE, walk.quotes)
    return False


def _quote_end(walk: Walk, element: Any) -> None:
    walk.quotes -= 1
    walk.writer.close_block()
    walk.writer.end()


def _code(walk: Walk, element: Any) -> bool:
    if not walk.pre:
        walk.writer.end()
        walk.writer.open_block(BlockKind.CODE)
    walk.pre += 1
    return False


def _code_end(walk: Walk, element: Any) -> None:
    walk.pre -= 1
    if not walk.pre:
        walk.writer.close_block()
        walk.writer.end()


def _said(walk: Walk, element: Any) -> bool:
    marks = ("“", "”") if not walk.marks else ("‘", "’")
    language = next((e.get("lang") for e in (element, *element.iterancestors()) if e.get("lang")), walk.language)
    if language and language[:2].lower() == "fr" and not walk.marks:
        marks = ("«\xa0", "\xa0»")
    if (element.text or "").lstrip()[:1] in ("«", "“", '"', "‘", "„"):
        marks = ("", "")
    walk.marks.append(marks[1])
    walk.writer.words(marks[0])
    return False


def _said_end(walk: Walk, element: Any) -> None:
    walk.writer.words(walk.marks.pop())


def _base(walk: Walk, element: Any) -> bool:
    href = element.get("href")
    if href:
        walk.base = link_address(href, walk.base) or walk.base
    return True


def _img(walk: Walk, element: Any) -> bool:
    if sign := emoji(element):
        walk.writer.words(sign)
        return True
    if is_noise(element):
        return True
    url = picture_address(element, walk.base)
    caption = walk.captions.get(element) or picture_words(element)
    if caption or element in walk.captions:
        walk.show(caption, url, "Image")
    elif url is not None and walk.left_out is None:
        walk.left_out = url
    return True


def _embedded(walk: Walk, element: Any) -> bool:
    found = film_or_sound(element, walk.base)
    if found is None:
        return element.tag != "object"
    kind, title, url = found
    title = walk.captions.get(element) or title
    walk.show(f"{kind}: {title}" if title else kind, url, kind)
    return True


_MEDIA = ("img", "amp-img", "video", "audio", "iframe", "embed", "object", "amp-youtube")


def _figure(walk: Walk, element: Any) -> bool:
    """A figure's caption goes to the first picture in it; the others in it have their own words."""
    walk.writer.end()
    caption = next(element.iterdescendants("figcaption"), None)
    for media in element.iterdescendants(*_MEDIA):
        if media not in walk.captions:
            walk.captions[media] = ""
            if caption is not None and not is_noise(media):
                walk.captions[media] = _flat(caption)
                walk.captions[caption] = ""
                caption = None
    return False


def _captioned(walk: Walk, element: Any) -> bool:
    walk.writer.end()
    return element in walk.captions


def _flat(element: Any) -> str:
    """The words of an element on one line."""
    writer = Writer()
    walk = Walk(writer, None, None, hiding=True)
    walk.over(element)
    return writer.finish()[0].replace("\n\n", " ").replace("\n", " ")


def _noscript(walk: Walk, element: Any) -> bool:
    for media in element.iterdescendants(*_MEDIA):
        url = picture_address(media, walk.base) if media.tag == "img" else None
        if media.tag == "img":
            previous = walk.writer.last_caption
            if url and picture_words(media) != previous:
                _img(walk, media)
        else:
            _embedded(walk, media)
    return True


def _table(walk: Walk, element: Any) -> bool:
    walk.writer.end()
    cells = grid(element)
    if cells is None:
        return False
    lines, links = table_lines(cells, walk.base)
    if lines:
        walk.writer.rows(lines, links)
    return True


def _summary(walk: Walk, element: Any) -> bool:
    walk.writer.end()
    return False


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"\s*-?[0-9]{1,9}\s*", value) else otherwise


_Opening = Callable[[Walk, Any], bool]
_Closing = Callable[[Walk, Any], None]
_BLOCKS = (
    "p div section article main header footer aside nav address center details summary dialog fieldset figcaption form"
    " hgroup body table thead tbody tfoot tr td th caption legend dir menu optgroup frameset frame noframes figure search"
).split()
_DROPPED = (
    "script style template head title select option datalist textarea input button svg math-annotation canvas map area"
    " meter progress label rp col colgroup source track param meta link"
).split()
_OPENING: dict[str, _Opening] = {
    **dict.fromkeys(_BLOCKS, _block),
    **dict.fromkeys(_DROPPED, _drop),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol", "dl", "menu", "dir"), _list),
    **dict.fromkeys(("li", "dt", "dd"), _item),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _code),
    **dict.fromkeys(("video", "audio", "iframe", "embed", "object", "amp-youtube"), _embedded),
    **dict.fromkeys(("img", "amp-img"), _img),
    "a": _link,
    "br": _break,
    "hr": _block,
    "blockquote": _quote,
    "q": _said,
    "base": _base,
    "figure": _figure,
    "figcaption": _captioned,
    "noscript": _noscript,
    "table": _table,
}
_CLOSING: dict[str, _Closing] = {
    **dict.fromkeys(_BLOCKS, _block_end),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading_end),
    **dict.fromkeys(("ul", "ol", "dl", "menu", "dir"), _list_end),
    **dict.fromkeys(("li", "dt", "dd"), _item_end),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _code_end),
    "a": _link_end,
    "blockquote": _quote_end,
    "q": _said_end,
    "figcaption": _block_end,
}
