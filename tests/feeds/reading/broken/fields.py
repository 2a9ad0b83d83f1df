"""Items whose fields are absent, doubled, in the wrong place or of the wrong kind."""

from __future__ import annotations

import base64

from broken.case import THREE, TITLES, Case, atom, case, entry, item, rss

BASE = "http://news.example/"


def bare(inside: str) -> str:
    """An RSS item of nothing else."""
    return f"<item>{inside}</item>"


def alone(name: str, inside: str, title: str | None, holds: str | None = None, url: str | None = None) -> Case:
    """A feed with one item of nothing but ``inside``."""
    return case(name, rss(bare(inside)), [title], [holds], urls=[url])


_BASE64 = base64.b64encode("<p>Hidden wörds</p>".encode()).decode()
_XHTML = (
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two &amp; three</p></div></content>'
)

CASES = [
    alone("only a title", "<title>T</title>", "T", "T"),
    alone("only a description", "<description>Hello there.</description>", None, "Hello there."),
    alone("only a link", f"<link>{BASE}a</link>", None, f"{BASE}a", f"{BASE}a"),
    alone("only an identifier", "<guid isPermaLink='false'>tag:x,2022:1</guid>", None, "tag:x,2022:1"),
    alone(
        "only an enclosure",
        '<enclosure url="http://x.example/a/talk.mp3" type="audio/mpeg"/>',
        None,
        "▣ Audio: talk.mp3",
    ),
    alone("only a date", "<pubDate>Wed, 14 Sep 2022 10:00:00 GMT</pubDate>", None, "14 Sep 2022"),
    alone(
        "only media",
        '<media:content url="http://x.example/a.jpg" medium="image"><media:title>A chart</media:title></media:content>',
        None,
        "▣ Image: A chart",
    ),
    alone(
        "only a description of media",
        "<media:group><media:description>Words on it</media:description></media:group>",
        None,
        "Words on it",
    ),
    alone(
        "only a summary for podcasts",
        "<title>T</title><itunes:summary>Words on it</itunes:summary>",
        "T",
        "Words on it",
    ),
    alone("empty title", "<title></title><description>Hello there.</description>", None, "Hello there."),
    alone("title of blanks", "<title> \n </title><description>Hello there.</description>", None, "Hello there."),
    alone(
        "title of an image",
        "<title><![CDATA[<img src='a.png'/>]]></title><description>Hello there.</description>",
        None,
        "Hello there.",
    ),
    alone("two titles", "<title>One</title><title>Two</title>", "One"),
    alone("empty body", "<title>T</title><description/>", "T", "T"),
    alone(
        "body of an image",
        "<title>T</title><description>&lt;img src='http://x/a.png' alt='A chart'&gt;</description>",
        "T",
        "A chart",
    ),
    alone("link in the identifier", f"<title>T</title><guid>{BASE}a</guid>", "T", url=f"{BASE}a"),
    alone(
        "link in a permanent identifier",
        f"<title>T</title><guid isPermaLink='true'>{BASE}a</guid>",
        "T",
        url=f"{BASE}a",
    ),
    alone("identifier that is no link", f"<title>T</title><guid isPermaLink='false'>{BASE}a</guid>", "T", url=None),
    alone("relative identifier", "<title>T</title><guid>/a</guid>", "T", url=f"{BASE}a"),
    alone("number for an identifier", "<title>T</title><guid>12</guid>", "T", url=None),
    alone("relative link", "<title>T</title><link>a?b=1</link>", "T", url=f"{BASE}feeds/a?b=1"),
    alone("link from the root", "<title>T</title><link>/a</link>", "T", url=f"{BASE}a"),
    alone("link without a scheme", "<title>T</title><link>//other.example/a</link>", "T", url="http://other.example/a"),
    alone("link with blanks", f"<title>T</title><link>\n  {BASE}a b\n </link>", "T", url=f"{BASE}a%20b"),
    alone("link over two lines", f"<title>T</title><link>{BASE}a\n/b</link>", "T", url=f"{BASE}a/b"),
    alone("link in CDATA", f"<title>T</title><link><![CDATA[ {BASE}a?b&c ]]></link>", "T", url=f"{BASE}a?b&c"),
    alone("link in an attribute", f"<title>T</title><link href='{BASE}a'/>", "T", url=f"{BASE}a"),
    alone("link to a script", "<title>T</title><link>javascript:alert(1)</link>", "T", url=None),
    alone("link to a file", "<title>T</title><link>file:///etc/passwd</link>", "T", url=None),
    alone("link without a host", "<title>T</title><link>http:///a</link>", "T", url=f"{BASE}a"),
    alone("link with an impossible port", "<title>T</title><link>http://x:99999/a</link>", "T", url=None),
    alone("link of a feed", "<title>T</title><link>feed://x.example/a</link>", "T", url="http://x.example/a"),
    alone(
        "link that is counted",
        "<title>T</title><link>http://feeds.example/~r/1</link><feedburner:origLink "
        f'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">{BASE}a</feedburner:origLink>',
        "T",
        url=f"{BASE}a",
    ),
    alone("two links", f"<title>T</title><link>{BASE}a</link><link>{BASE}b</link>", "T", url=f"{BASE}a"),
    alone(
        "content and a teaser",
        "<title>T</title><description>The first words…</description>"
        "<content:encoded>&lt;p&gt;The first words and the rest.&lt;/p&gt;</content:encoded>",
        "T",
        "The first words and the rest.",
    ),
    alone(
        "a teaser in the content",
        "<title>T</title><description>The first words and the rest of it all.</description>"
        "<content:encoded>The first words [...]</content:encoded>",
        "T",
        "The first words and the rest of it all.",
    ),
    alone(
        "empty content",
        "<title>T</title><description>Words</description><content:encoded></content:encoded>",
        "T",
        "Words",
    ),
    alone(
        "body of XHTML",
        '<title>T</title><body xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two</p></body>',
        "T",
        "One\n\nTwo",
    ),
    case("no items", rss(), [], urls=[]),
    case("an item of nothing", rss(bare(""), "<item/>", item(1)), ["Title 1"]),
    case(
        "the same identifier on every item",
        THREE.replace("<guid>http://news.example/2", "<guid>http://news.example/1"),
        TITLES,
    ),
    case(
        "the same link on every item",
        rss(
            *(
                bare(f"<title>Title {n}</title><link>{BASE}</link><description>Words of item {n}.</description>")
                for n in (1, 2, 3)
            )
        ),
        TITLES,
        urls=[BASE] * 3,
    ),
    case("a very long title", rss(item(1, "x" * 5_000)), ["x" * 1_000]),
    case("a very long identifier", rss(item(1).replace("<guid>", "<guid>" + "y" * 5_000)), ["Title 1"]),
    case(
        "base of the feed",
        atom(entry(1).replace("http://news.example/1", "one"), root=' xml:base="http://base.example/x/"'),
        ["Title 1"],
        urls=["http://base.example/x/one"],
    ),
    case(
        "bases within one another",
        atom(
            '<entry xml:base="y/"><title>Title 1</title><link href="one"/>'
            '<content type="html" xml:base="z/">&lt;a href="two"&gt;w&lt;/a&gt;'
            "</content></entry>",
            root=' xml:base="http://base.example/x/"',
        ),
        ["Title 1"],
        ["w"],
        urls=["http://base.example/x/y/one"],
    ),
    case(
        "base that is none",
        atom(entry(1).replace("http://news.example/1", "one"), root=' xml:base="::[bad"'),
        ["Title 1"],
    ),
    case(
        "Atom content elsewhere",
        atom(entry(1, '<content src="http://x.example/a.mp4" type="video/mp4"/>')),
        ["Title 1"],
        ["▣ Video: a.mp4"],
    ),
    case("Atom text", atom(entry(1, "<content>a &lt;b&gt; c\n\nnew</content>")), ["Title 1"], ["a <b> c\n\nnew"]),
    case("Atom of type text", atom(entry(1, '<content type="text">a &lt;b&gt; c</content>')), ["Title 1"], ["a <b> c"]),
    case(
        "Atom of type html",
        atom(entry(1, '<content type="html">&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</content>')),
        ["Title 1"],
        ["a\n\nb"],
    ),
    case(
        "Atom of type text/html",
        atom(entry(1, '<content type="text/html">&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</content>')),
        ["Title 1"],
        ["a\n\nb"],
    ),
    case("Atom of type xhtml", atom(entry(1, _XHTML)), ["Title 1"], ["One\n\nTwo & three"]),
    case(
        "Atom of an unknown type",
        atom(entry(1, '<content type="x">&lt;p&gt;a&lt;/p&gt;</content>')),
        ["Title 1"],
        ["a"],
    ),
    case(
        "Atom in base64",
        atom(entry(1, f'<content type="text/html" mode="base64">{_BASE64}</content>')),
        ["Title 1"],
        ["Hidden wörds"],
    ),
    case(
        "Atom with an image in base64",
        atom(entry(1, '<summary>Words</summary><content type="image/png">iVBORw0KGgo=</content>')),
        ["Title 1"],
        ["Words"],
    ),
    case(
        "Atom 0.3",
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>N</title><entry>'
        '<title mode="escaped" type="text/html">'
        'A &amp;amp; B</title><link rel="alternate" type="text/html" href="http://x.example/1"/>'
        "<issued>2022-09-14T10:00:00Z</issued>"
        '<content type="text/html" mode="escaped">&lt;p&gt;One&lt;/p&gt;</content></entry></feed>',
        ["A & B"],
        ["One"],
        urls=["http://x.example/1"],
        published=["2022-09-14T10:00:00Z"],
    ),
    case(
        "Atom with links to elsewhere first",
        atom(
            '<entry><title>T</title><link rel="replies" href="http://x.example/c"/><link rel="edit" href="http://x.example/e"/>'
            '<link href="http://x.example/1"/></entry>'
        ),
        ["T"],
        urls=["http://x.example/1"],
    ),
    case(
        "Atom title of XHTML",
        atom(
            '<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>b</em> c</div></title></entry>'
        ),
        ["A b c"],
    ),
    case(
        "RSS 0.91",
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/'
        'rss-0.91.dtd">' + THREE.partition("?>\n")[2].replace('"2.0"', '"0.91"'),
        TITLES,
    ),
    case(
        "RSS 0.90",
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">'
        "<channel><title>N</title><link>http://x.example/</link></channel><item><title>T</title><link>http://x.example/1</link></item>"
        "</rdf:RDF>",
        ["T"],
        urls=["http://x.example/1"],
    ),
]
