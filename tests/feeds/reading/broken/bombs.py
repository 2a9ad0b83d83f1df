"""Documents made to cost memory and time, or to fetch something. What can be read beside the trap is read."""

from __future__ import annotations

from broken.case import THREE, TITLES, WORDS, atom, case, entry, item, rss

_HEAD = '<?xml version="1.0"?>\n'
_BODY = THREE.partition("?>\n")[2]
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def typed(subset: str, body: str = _BODY) -> str:
    """A document with a document type of its own."""
    return f"{_HEAD}<!DOCTYPE rss [{subset}]>\n{body}"


CASES = [
    case(
        "billion laughs",
        typed(f'<!ENTITY l0 "ha">{_LAUGHS}', _BODY.replace("Words of item 1.", "Words of item 1. &l9;")),
    ),
    case("billion laughs in an attribute", typed(f'<!ENTITY l0 "ha">{_LAUGHS}', _BODY.replace('"2.0"', '"&l9;"'))),
    case(
        "quadratic blow-up",
        typed(f'<!ENTITY a "{"x" * 50_000}">', _BODY.replace("item 1.", "item 1. " + "&a;" * 20_000)),
    ),
    case(
        "small entity often", typed(f'<!ENTITY a "{"x" * 30}">', _BODY.replace("item 1.", "item 1. " + "&a;" * 100_000))
    ),
    case("external entity", typed('<!ENTITY x SYSTEM "file:///etc/passwd">', _BODY.replace("item 1.", "item 1. &x;"))),
    case(
        "external entity of the network",
        typed('<!ENTITY x SYSTEM "http://127.0.0.1:9/">', _BODY.replace("item 1.", "item 1. &x;")),
    ),
    case("parameter entity", typed('<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;')),
    case(
        "external document type",
        f'{_HEAD}<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">\n' + _BODY.replace("item 2.", "item 2. &nbsp;x"),
    ),
    case(
        "entities that are letters",
        typed(
            "<!ENTITY eacute \"&#233;\"><!ENTITY pub 'The Gazette'>",
            _BODY.replace("Words of item 1.", "&pub; caf&eacute;"),
        ),
        TITLES,
        ["The Gazette café"],
    ),
    case("document type after the root", _BODY.replace("<channel>", '<!DOCTYPE x [<!ENTITY a "b">]><channel>')),
    case(
        "inclusion",
        rss(
            item(1),
            '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
            item(2),
            item(3),
        ),
    ),
    case("deep nesting in an item", rss(item(1), item(2, more="<x>" * 100_000 + "</x>" * 100_000), item(3))),
    case(
        "deep nesting in a body",
        rss(item(1), item(2, body="Words of item 2." + "<div>" * 100_000), item(3)),
        TITLES,
        WORDS[:1],
    ),
    case(
        "deep nesting in CDATA",
        rss(item(1), item(2, body="<![CDATA[Words of item 2." + "<div>" * 100_000 + "]]>"), item(3)),
        TITLES,
    ),
    case("deep nesting without an end", THREE + "<x>" * 100_000),
    case(
        "an enormous attribute", rss(item(1), item(2, more=f'<enclosure url="http://x/{"a" * 1_000_000}"/>'), item(3))
    ),
    case(
        "very many attributes",
        rss(item(1), item(2, more="<x " + " ".join(f'a{n}="1"' for n in range(20_000)) + "/>"), item(3)),
    ),
    case("very many prefixes", atom(entry(1), *(f"<p{n}:x/>" for n in range(3_000)), entry(2)), TITLES[:2], []),
    case("openings of CDATA", THREE.replace("Words of item 1.", "Words of item 1." + "<![CDATA[" * 50_000), TITLES, []),
    case("openings of comments", THREE.replace("Words of item 1.", "Words of item 1." + "<!--" * 50_000), TITLES, []),
    case("ampersands", THREE.replace("Words of item 1.", "Words of item 1." + "&" * 200_000)),
    case("angle brackets", THREE.replace("Words of item 1.", "Words of item 1." + "<" * 100_000), TITLES, []),
    case("unclosed titles", THREE.replace("</channel>", "<title" * 50_000)),
]
