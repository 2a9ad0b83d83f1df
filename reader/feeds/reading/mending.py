"""Small repairs to a document's text, after which most broken feeds are well-formed and none can be a bomb.

What stands before the root and after it goes, the document type with it; entities become letters; bare ampersands and
what XML has no place for are mended; prefixes are declared. CDATA sections are left as they are.
"""

from __future__ import annotations

import re
from html.entities import html5

from reader.feeds.reading.vocabulary import PREFIXES

_ROOT = re.compile(r"<(?:rss|rdf:rdf|feed|channel|[\w.-]{1,30}:feed)(?=[\s>/])", re.IGNORECASE)
_END = re.compile(r"</(?:rss|rdf:rdf|feed|channel|[\w.-]{1,30}:feed)\s*>", re.IGNORECASE)
_TAIL = 20_000
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)?")
_STRAY = re.compile(r"""<(?![A-Za-z_/!?])|<(?=[^<>"']*<)""")  # no tag begins here, or none that ends
_SECTION = re.compile(r"<!\[cdata\[", re.IGNORECASE)
_ESCAPE = re.compile("\x1b(?:\\[[0-?]{0,40}[ -/]{0,4}[@-~]|\\][^\x07\x1b<]{0,500}(?:\x07|\x1b\\\\)|[ -/]{0,4}[0-~])")
_ESCAPE_REFERENCE = re.compile(r"&#(?:27|x0{0,4}1b);(?=[][])", re.IGNORECASE)
_DEFINED = re.compile(
    r"""<!ENTITY\s+([A-Za-z][\w.-]{0,31})\s+(?:"([^"<%&]{1,32}|&#\w{1,7};)"|'([^'<%&]{1,32}|&#\w{1,7};)')\s*>"""
)
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):[A-Za-z_]")
_USUAL = {prefix: uri for uri, prefix in reversed(PREFIXES.items()) if prefix}
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_MOST_DEFINED = 200_000  # characters that entities of a document's own may add


def capital_sections(text: str) -> str:
    """``text`` with the openings of CDATA sections in capitals."""
    return _SECTION.sub("<![CDATA[", text) if "<![c" in text or "<![C" in text.replace("<![CDATA[", "") else text


def mended(text: str) -> str:
    """``text`` from its root element on, as well-formed as small repairs make it."""
    root = _ROOT.search(text)
    start = root.start() if root else 0
    defined = _definitions(text[:start], text)
    text = text[start:] if root else f"<channel>{text}</channel>"
    last = None
    for last in _END.finditer(text, max(0, len(text) - _TAIL)):  # noqa: B007 - the last one is wanted
        pass
    if last is not None:
        text = text[: last.end()]
    text = _ESCAPE_REFERENCE.sub("\x1b", text)
    text = _UNFIT.sub("", _ESCAPE.sub("", text) if "\x1b" in text else text)
    return _declared("<![CDATA[".join(_outside(piece, defined, n) for n, piece in enumerate(text.split("<![CDATA["))))


def _outside(piece: str, defined: dict[str, str], number: int) -> str:
    """``piece``, which follows the opening of a CDATA section unless it is the first, with what is outside mended."""
    section, closing, rest = piece.partition("]]>") if number else ("", "", piece)
    if number and not closing:
        return piece
    if "&" in rest:
        rest = _REFERENCE.sub(lambda found: _letter(found, defined), rest)
    if "<" in rest:
        rest = _STRAY.sub("&lt;", rest)
    if "]]>" in rest:
        rest = rest.replace("]]>", "]]&gt;")
    return section + closing + rest


def _letter(found: re.Match[str], defined: dict[str, str]) -> str:
    name = found[1]
    if not name:
        return "&amp;"
    if name in _OWN:
        return found[0]
    if name[0] == "#":
        number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        fit = (
            number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000
        )
        return f"&#{number};" if fit else ""
    value = defined.get(name) or html5.get(f"{name};")
    return f"&amp;{name};" if value is None else value.replace("&", "&amp;").replace("<", "&lt;")


def _definitions(prolog: str, text: str) -> dict[str, str]:
    """The entities a document type defines as a few plain letters; never one that is made of others."""
    found = {}
    for name, double, single in _DEFINED.findall(prolog[:_TAIL]):
        value = double or single
        if value.startswith("&#"):
            number = value[2:-1]
            try:
                value = chr(int(number[1:], 16) if number[0] in "xX" else int(number))
            except (ValueError, OverflowError):
                continue
        if text.count(f"&{name};") * len(value) <= _MOST_DEFINED:
            found[name] = _UNFIT.sub("", value)
    return found


def _declared(text: str) -> str:
    """``text`` with the prefixes it uses but does not declare declared in its first tag."""
    used = set(_PREFIX.findall(text)) - {"xml"}
    missing = [prefix for prefix in sorted(used)[:200] if f"xmlns:{prefix}" not in text]
    if not missing:
        return text
    root = re.match(r"<[\w:.-]+", text)
    if root is None:
        return text
    declarations = "".join(f' xmlns:{prefix}="{_USUAL.get(prefix.lower(), "urn:" + prefix)}"' for prefix in missing)
    return text[: root.end()] + declarations + text[root.end() :]
