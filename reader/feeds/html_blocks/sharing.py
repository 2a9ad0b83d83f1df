"""Links that only invite to share the article: a bar of them at its end is dropped."""

from __future__ import annotations

import re

from reader.domain.layout import Layout

_SHARING = re.compile(
    r"//(?:[\w-]+\.)?(?:facebook\.com/(?:sharer|share\.php|dialog/(?:share|feed))"
    r"|(?:twitter|x)\.com/(?:intent/|share|home\?status)|linkedin\.com/(?:shareArticle|sharing/|cws/share)"
    r"|pinterest\.[a-z.]+/pin/create|wa\.me/\?|whatsapp\.com/send|(?:t|telegram)\.me/share|reddit\.com/submit"
    r"|tumblr\.com/(?:share|widgets/share)|bsky\.app/intent/|threads\.(?:net|com)/intent/|getpocket\.com/(?:save|edit)"
    r"|buffer(?:app)?\.com/add|share\.flipboard\.com|flipboard\.com/.*share|stumbleupon\.com/submit|digg\.com/submit"
    r"|delicious\.com/(?:post|save)|del\.icio\.us/post|news\.ycombinator\.com/submitlink|plus\.google\.com/share"
    r"|xing\.com/(?:spi/shares|social)|vk\.com/share|mastodon[\w.]*/share\?|feeds\.feedburner\.com/~|addtoany\.com/"
    r"|addthis\.com/)|^mailto:\?",
    re.IGNORECASE,
)
_INVITING = re.compile(r"(?:share|partage[rz]?|teilen|compartir|condividi|delen)\b[\w\s'’]{0,20}:?", re.IGNORECASE)
_BETWEEN = " \xa0\u202f-–—·•|,;:/+()[]"


def shares(url: str) -> bool:
    """Whether a link leads to a form that shares the article instead of to something to read."""
    return _SHARING.search(url) is not None


def without_share_bar(text: str, layout: Layout) -> tuple[str, Layout]:
    """``text`` without lines at its end that consist of such links alone; a text of nothing else stays."""
    if not layout.links or not shares(layout.links[-1].url):
        return text, layout
    links = list(layout.links)
    end = len(text)
    while links and shares(links[-1].url):
        start = text.rfind("\n", 0, end) + 1
        rest, last = [], end
        while links and links[-1].start >= start and shares(links[-1].url):
            link = links.pop()
            rest.append(text[link.end : last])
            last = link.start
        rest.append(text[start:last])
        words = "".join(reversed(rest)).strip(_BETWEEN)
        if last == end or (words and not _INVITING.fullmatch(words)):
            break
        end = _line_end(text, start)
    if end == len(text):
        return text, layout
    start = text.rfind("\n", 0, end) + 1
    if _INVITING.fullmatch(text[start:end].strip(_BETWEEN)):
        end = _line_end(text, start)
    if not end:
        return text, layout
    blocks = tuple(block._replace(end=min(block.end, end)) for block in layout.blocks if block.start < end)
    return text[:end], Layout(blocks, tuple(link for link in layout.links if link.end <= end))


def _line_end(text: str, start: int) -> int:
    """Where the line before the one at ``start`` ends."""
    while start and text[start - 1] == "\n":
        start -= 1
    return start
