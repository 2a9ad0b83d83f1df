"""A title as a feed gives it: one line, its markup dropped."""

from __future__ import annotations

import re

from reader.domain.plain_text import clean_line
from reader.feeds.html_blocks.folding import resolve

_ELEMENTS = (
    "a|abbr|acronym|address|area|article|aside|audio|b|base|bdi|bdo|big|blink|blockquote|body|br|button|canvas|caption"
    "|center|cite|code|col|colgroup|data|dd|del|details|dfn|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font"
    "|footer|form|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark"
    "|marquee|meta|nav|nobr|noscript|object|ol|option|p|param|picture|pre|q|rp|rt|ruby|s|samp|script|section|select"
    "|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time"
    "|title|tr|track|tt|u|ul|var|video|wbr"
)
_UNREAD = re.compile(
    r"<(script|style|template)\b[^<>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(rf"</?(?:{_ELEMENTS})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var|wbr)"
    r"(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)


def inline_text(html: str) -> str:
    """The words of a title: one clean line without tags, references resolved once.

    Only what is an HTML tag is dropped: "a < b", "<3", "vector<int>" and "AT&T" stay as they are.
    """
    if html.isprintable() and "<" not in html and "&" not in html and "  " not in html:
        return html.strip(" ")
    if "<" in html:
        if "<![CDATA[" in html:
            html = html.replace("<![CDATA[", "").replace("]]>", "")
        html = _TAG.sub(" ", _INLINE_TAG.sub("", _UNREAD.sub(" ", html)))
    return clean_line(resolve(html))
