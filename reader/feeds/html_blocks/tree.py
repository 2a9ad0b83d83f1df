"""HTML of any kind into lxml's tree, by libxml2's forgiving parser."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from reader.domain.plain_text import clean_text

_PARSER = etree.HTMLParser(
    encoding="utf-8", recover=True, huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
)
DEEPEST = 2048  # libxml2 drops what lies deeper
_IFRAME = re.compile(r"(<iframe\b[^<>]*)>(?:[^<]*</iframe\s*>)?")
_BLOCK = re.compile(r"<(/?)(p|div|li|td|h[1-6]|blockquote|section|article)\b")
_COUNTED = ("p", "div", "li", "td", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article")
_BLOCK_END = re.compile(r"</(?:p|div|li|td|h[1-6]|blockquote|section|article)\b[^<>]*>")
_SWALLOWING = {
    name: re.compile(rf"(<{name}\b[^<>]*?)/?>")
    for name in ("audio", "button", "canvas", "label", "noscript", "select", "svg", "textarea", "title", "video")
}
_ADDRESS = re.compile(r"<(https?://[^\s<>]*)>")


def parse(html: str) -> Any | None:
    """The root element, or None where there is none: no words, or markup nested deeper than the parser goes."""
    if "<![CDATA[" in html:
        html = html.replace("<![CDATA[", "").replace("]]>", "")
    if "\x1b" in html or "\x9b" in html or "\x00" in html:
        html = clean_text(html)
    if "<http" in html:
        html = _ADDRESS.sub(r"&lt;\1&gt;", html)
    html = _closed(html)
    try:
        root = etree.fromstring(html.encode("utf-8", "ignore"), _PARSER)
    except etree.LxmlError:
        return None
    if root is None or (html.count("<") >= DEEPEST and _cut(root)):
        return None
    if "wp-caption" in html:
        _name_captions(root)
    return root


def _name_captions(root: Any) -> None:
    """WordPress wrote figures before HTML had them."""
    for element in root.iter("div", "p", "span", "dl"):
        classes = (element.get("class") or "").split()
        if "wp-caption-text" in classes:
            element.tag = "figcaption"
        elif "wp-caption" in classes:
            element.tag = "figure"


def _closed(html: str) -> str:
    """``html`` with an end for what would swallow all behind it, and a break where a lonely end stands for one."""
    if "<iframe" in html:
        html = _IFRAME.sub(r"\1></iframe>", html)
    if _lonely_end(html):
        html = _BLOCK_END.sub(r"\g<0><hr>", html)
    for name, tag in _SWALLOWING.items():
        if f"<{name}" in html and f"</{name}" not in html:
            html = tag.sub(r"\1/>", html)
    return html


def _lonely_end(html: str) -> bool:
    """Whether a block ends that never began: libxml2 takes no notice, where a browser begins a new line."""
    begun = dict.fromkeys(_COUNTED, 0)
    for end, name in _BLOCK.findall(html):
        if end:
            begun[name] -= 1
            if begun[name] < 0:
                return True
        elif name == "p":
            begun["p"] = 1
        else:
            begun[name] += 1
            begun["p"] = 0
    return False


def _cut(root: Any) -> bool:
    """Whether the tree is as deep as the parser allows, so that something may be missing."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest >= DEEPEST - 8
