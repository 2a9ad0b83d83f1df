"""The text of an item: which of the bodies a feed gives, and what it says without markup."""

from __future__ import annotations

import re
from html import escape

from reader.domain.layout import Layout
from reader.feeds.html_blocks.blocks import fragment_text
from reader.feeds.reading.mojibake import legible
from reader.feeds.reading.raw import Body, Kind, RawItem
from reader.feeds.reading.web_addresses import joined

LONGEST = 2_000_000
"""Characters of a text."""

_MOST_MARKUP = 3_000_000
_MOST_TAGS = 100_000
_CUT = re.compile(r"\s*(?:\[?(?:…|\.\.\.|&hellip;)\]?|\[…\]).{0,60}\Z", re.DOTALL)
_BLANK = re.compile(r"\s+")
_CORE_SHARE = 0.8  # of a teaser that has to be in the text: after it stands "Read more" in any language
_SHORTEST_TEASER = 40

Text = tuple[str, Layout, str]
"""Words, their layout, the markup they were made of."""

_NOTHING: Text = ("", Layout(), "")


def text_of(item: RawItem, base: str | None) -> Text:
    """The text a person would want to read of ``item``.

    The content goes before the summary; a longer one that holds a mere teaser goes before that teaser. ``base`` is
    what relative addresses start from.
    """
    best = _NOTHING
    for body in (*item.contents, *item.summaries):
        if best[0] and len(best[0]) >= len(body.value):
            continue
        found = _converted(body, base)
        if found[0] and (not best[0] or (len(found[0]) > len(best[0]) and is_teaser(best[0], found[0]))):
            best = found
    if not best[0] and item.described:
        best = _converted(Body(item.described), base)
    return best


def is_teaser(short: str, long: str) -> bool:
    """Whether ``short`` says nothing that ``long`` does not, but for the dots and the invitation at its end."""
    core = _BLANK.sub("", _CUT.sub("", short))
    if len(core) > _SHORTEST_TEASER:
        core = core[: int(len(core) * _CORE_SHARE)]
    return core in _BLANK.sub("", long)


def _converted(body: Body, base: str | None) -> Text:
    value = legible(body.value[:_MOST_MARKUP])
    if body.kind is Kind.TEXT:
        value = escape(value, quote=False)
    elif value.count("<") > _MOST_TAGS:
        value = "<".join(value.split("<", _MOST_TAGS)[:_MOST_TAGS])
    text, layout = fragment_text(value, joined(base, body.base))
    if len(text) > LONGEST:
        text = text[:LONGEST].rstrip()
        layout = Layout.from_json(layout.to_json(), len(text))
    return text, layout, value
