"""What an item brings to hear or see: one line each below its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from reader.domain.layout import PLACEHOLDER, Block, BlockKind, Layout, Link
from reader.domain.plain_text import clean_line
from reader.feeds.html_blocks.inline import inline_text
from reader.feeds.reading.raw import Media
from reader.feeds.reading.web_addresses import web_address

_MOST = 20
_LONGEST_NAME = 200
_KINDS = {"audio": "Audio", "video": "Video", "image": "Image"}
_ENDINGS = {
    **dict.fromkeys(("mp3", "m4a", "ogg", "oga", "opus", "wav", "aac", "flac"), "Audio"),
    **dict.fromkeys(("mp4", "m4v", "webm", "mov", "avi", "mkv", "ogv"), "Video"),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "avif", "svg"), "Image"),
}
_TRACKER = re.compile(
    r"//(?:[^/]*\.)?(?:feedsportal\.com|doubleclick\.net|scorecardresearch\.com|quantserve\.com|gravatar\.com|xiti\.com)/"
    r"|/(?:pixel|spacer|blank|clear|1x1|beacon|count(?:er)?)\.(?:gif|png)|[?&](?:w|width|s)=1(?:&|$)",
    re.IGNORECASE,
)


def with_media(
    text: str, layout: Layout, media: Iterable[Media], *, caption: str | None, base: str | None, markup: str
) -> tuple[str, Layout]:
    """``text`` and its layout with a line for each of ``media`` at the end.

    What is there already, in the ``markup`` the text was made of, is left out, as are pictures that only count
    readers. ``caption`` names the first of them that has no name.
    """
    parts, blocks, links = [text] if text else [], list(layout.blocks), list(layout.links)
    seen: set[str] = set()
    place = len(text)
    for piece in media:
        url = web_address(piece.url, base)
        bare = (url or "").partition("?")[0].partition("#")[0]
        if url is None or bare in seen or len(seen) >= _MOST or _TRACKER.search(url):
            continue
        seen.add(bare)
        kind = _kind(piece, bare)
        if kind == "Image" and (_file(bare) or bare) in markup:
            continue
        name = inline_text((piece.name or caption or "")[:2_000])[:_LONGEST_NAME] or _file(bare) or _host(url)
        caption = None
        line = f"{PLACEHOLDER} {kind}: {name}"
        if parts:
            parts.append("\n\n")
            place += 2
        parts.append(line)
        blocks.append(Block(BlockKind.MEDIA, place, place + len(line)))
        links.append(Link(place, place + len(line), url))
        place += len(line)
    return "".join(parts), Layout(tuple(blocks), tuple(links))


def _kind(piece: Media, address: str) -> str:
    declared = piece.type.strip().lower().partition("/")[0]
    return _KINDS.get(declared) or _ENDINGS.get(address.rpartition(".")[2].lower(), "File")


def _file(address: str) -> str:
    return clean_line(unquote(urlsplit(address).path.rpartition("/")[2]))[:_LONGEST_NAME]


def _host(address: str) -> str:
    return clean_line(urlsplit(address).hostname or address)
