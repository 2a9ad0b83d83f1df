"""What each element of HTML means for the text: called by the walk where one begins and where it ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Any

from reader.domain.layout import BlockKind
from reader.feeds.html_blocks.addresses import link_address
from reader.feeds.html_blocks.figures import MEDIA, embedded, figure, figure_caption, picture, without_scripts
from reader.feeds.html_blocks.tables import grid, table_lines
from reader.feeds.html_blocks.writer import LINE

if TYPE_CHECKING:
    from reader.feeds.html_blocks.walk import Walk

_NEAR = 16  # elements around one that are asked for their language


def begin_block(walk: Walk, element: Any) -> bool:
    """A paragraph, or something made of them."""
    walk.writer.end()
    return False


def end_block(walk: Walk, element: Any) -> None:
    """Its end."""
    walk.writer.end()


def leave_out(walk: Walk, element: Any) -> bool:
    """Nothing to read."""
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
    walk.loose.append(not walk.lists)
    if walk.loose[-1]:
        walk.lists.append(None)
        writer.depth += 1
    writer.open_block(BlockKind.ITEM, len(walk.lists) + (element.tag == "dd"))
    writer.mark(marker)
    return False


def _item_end(walk: Walk, element: Any) -> None:
    walk.writer.close_block()
    if walk.loose.pop():
        walk.lists.pop()
        walk.writer.depth -= 1
    walk.writer.end(LINE)


def _quote(walk: Walk, element: Any) -> bool:
    walk.writer.end()
    walk.writer.open_quote()
    return False


def _quote_end(walk: Walk, element: Any) -> None:
    walk.writer.close_quote()
    walk.writer.end()


def _code(walk: Walk, element: Any) -> bool:
    if walk.flat:
        return False
    if not walk.pre:
        walk.writer.end()
        walk.writer.open_block(BlockKind.CODE)
    walk.pre += 1
    return False


def _code_end(walk: Walk, element: Any) -> None:
    if walk.flat:
        return
    walk.pre -= 1
    if not walk.pre:
        walk.writer.close_block()
        walk.writer.end()


def _said(walk: Walk, element: Any) -> bool:
    marks = ("“", "”") if not walk.marks else ("‘", "’")
    near = (element, *islice(element.iterancestors(), _NEAR))
    language = next((other.get("lang") for other in near if other.get("lang")), walk.language)
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


def _table(walk: Walk, element: Any) -> bool:
    walk.writer.end()
    cells = None if walk.flat else grid(element)
    if cells is None:
        return False
    for caption in element.iterchildren("caption"):
        walk.over(caption)
        walk.writer.end()
    lines, links = table_lines(cells, walk.cell)
    if lines:
        walk.writer.rows(lines, links)
    return True


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"\s*-?[0-9]{1,9}\s*", value) else otherwise


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol", "dl", "menu", "dir")
_ITEMS = ("li", "dt", "dd")
_CODE = ("pre", "listing", "xmp", "plaintext")
# fmt: off
_BLOCKS = (
    "address", "article", "aside", "body", "caption", "center", "details", "dialog", "div", "fieldset", "figcaption",
    "figure", "footer", "form", "frame", "frameset", "header", "hgroup", "legend", "main", "nav", "noframes",
    "optgroup", "p", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
)
_LEFT_OUT = (
    "annotation", "annotation-xml", "area", "button", "canvas", "col", "colgroup", "datalist", "input", "label",
    "link", "map", "meta", "meter", "option", "param", "progress", "rp", "script", "select", "style", "svg",
    "template", "textarea", "title",
)
# fmt: on

OPENING: dict[str, Callable[[Walk, Any], bool]] = {
    **dict.fromkeys(_BLOCKS, begin_block),
    **dict.fromkeys(_LEFT_OUT, leave_out),
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(_LISTS, _list),
    **dict.fromkeys(_ITEMS, _item),
    **dict.fromkeys(_CODE, _code),
    **dict.fromkeys(MEDIA, embedded),
    "a": _link,
    "amp-img": picture,
    "base": _base,
    "blockquote": _quote,
    "br": _break,
    "figcaption": figure_caption,
    "figure": figure,
    "hr": begin_block,
    "img": picture,
    "noscript": without_scripts,
    "q": _said,
    "table": _table,
}
"""Called where an element begins; True leaves out what is inside."""

CLOSING: dict[str, Callable[[Walk, Any], None]] = {
    **dict.fromkeys(_BLOCKS, end_block),
    **dict.fromkeys(_HEADINGS, _heading_end),
    **dict.fromkeys(_LISTS, _list_end),
    **dict.fromkeys(_ITEMS, _item_end),
    **dict.fromkeys(_CODE, _code_end),
    "a": _link_end,
    "blockquote": _quote_end,
    "q": _said_end,
}
"""Called where an element ends that was not left out."""
