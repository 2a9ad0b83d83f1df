"""Escaping gone wrong: ampersands, angle brackets, entities, CDATA, markup where none belongs."""

from __future__ import annotations

from broken.case import THREE, TITLES, Case, atom, case, entry, item, rss


def one(name: str, title: str, shown: str, body: str | None = None, holds: str | None = None) -> Case:
    """A feed of two items, the second with this title and body."""
    return case(name, rss(item(1), item(2, title, body)), ["Title 1", shown], [None, holds])


CASES = [
    one("bare ampersand", "Salt & pepper", "Salt & pepper", "R&D costs & more", "R&D costs & more"),
    one("bare ampersand before letters", "AT&T buys", "AT&T buys"),
    one("escaped ampersand", "AT&amp;T buys", "AT&T buys"),
    one("entities of HTML", "L&rsquo;&eacute;t&eacute; &mdash; ici", "L’été — ici", "a&nbsp;b &laquo;x&raquo;", "«x»"),
    one("unknown entity", "One &bogus; two", "One &bogus; two"),
    one("entity without its end", "One &eacute two", "One é two"),
    one("reference to no letter", "One&#0;&#x1F;&#55555; two", "One two"),
    one("reference of windows-1252", "L&#146;ami", "L’ami"),
    one("bare less-than", "a < b", "a < b", "if a < b then", "if a < b then"),
    one("less-than before a letter", "Is x <y or not", "Is x <y or not"),
    one("a heart", "I <3 you", "I <3 you"),
    one("escaped less-than", "a &lt; b &amp; c", "a < b & c"),
    one("title with escaped markup", "A &lt;b&gt;bold&lt;/b&gt; claim", "A bold claim"),
    one("title with bare markup", "A <b>bold</b> claim", "A bold claim"),
    one("title with markup in CDATA", "<![CDATA[A <em>bold</em> &amp; new claim]]>", "A bold & new claim"),
    one("title escaped twice", "Salt &amp;amp; pepper", "Salt & pepper"),
    one("title with markup escaped twice", "A &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; claim", "A bold claim"),
    one("title with an entity escaped twice", "L&amp;#039;&amp;eacute;t&amp;eacute;", "L'été"),
    one("title with an element named", "Use of &amp;lt;b&amp;gt; in pages", "Use of <b> in pages"),
    one("title of several lines", "\n  One\n\t two  \n", "One two"),
    one("bare markup", "T", "T", "<p>One</p><p>Two <b>bold</b><br>three</p>", "Two bold"),
    one("bare markup left open", "T", "T", "<p>One<p>Two <b>bold <i>and</b> slanted", "bold and slanted"),
    one("bare markup with an image", "T", "T", '<img src="a.png" alt="Chart"><p>Under it', "Under it"),
    one("markup in CDATA with mismatched tags", "T", "T", "<![CDATA[<div><p>One</div></b> two]]>", "two"),
    one("CDATA in CDATA", "T", "T", "<![CDATA[One <![CDATA[two]]> three]]>", "three"),
    one("end of CDATA in text", "T", "T", "One ]]> two", "two"),
    one("CDATA escaped", "T", "T", "&lt;![CDATA[One two]]&gt;", "One two"),
    one("two CDATA sections", "<![CDATA[One]]><![CDATA[ two]]>", "One two", "<![CDATA[x]]> y <![CDATA[z]]>", "x y z"),
    one("lower-case CDATA", "T", "T", "<![cdata[One two]]>", "One two"),
    one("comment inside", "T", "T", "One <!-- hidden --> two", "two"),
    one("instruction inside", "T", "T", "One <?php echo 1 ?> two", "two"),
    one("attributes with bare ampersands", "T", "T", '<a href="/x?a=1&b=2">link</a> here', "link here"),
    case(
        "bare ampersand in a link",
        THREE.replace("news.example/2<", "news.example/2?a=1&b=2<"),
        TITLES,
        urls=["http://news.example/1", "http://news.example/2?a=1&b=2", "http://news.example/3"],
    ),
    case(
        "bare ampersand in an attribute",
        atom(entry(1).replace("news.example/1", "news.example/?a=1&b=2&copy=3")),
        TITLES[:1],
        [],
        urls=["http://news.example/?a=1&b=2&copy=3"],
    ),
    case(
        "less-than in an attribute",
        rss(item(1), item(2, more='<enclosure url="http://x/a.mp3" title="a < b"/>')),
        TITLES[:2],
    ),
    case(
        "control characters",
        THREE.replace("Title 2", "Ti\x00t\x08le\x1f 2").replace("Words of item 3.", "Words\x0b of item 3.\x07"),
    ),
    case("control characters as references", THREE.replace("Title 2", "Title&#8; 2").replace("item 3", "item&#x1b; 3")),
    case(
        "escape sequences", THREE.replace("Title 2", "\x1b[31mTitle 2\x1b[0m").replace("item 1", "\x1b]0;x\x07item 1")
    ),
    case("bidi overrides", THREE.replace("Title 2", "Title\u202e 2").replace("Words of", "Words \u2066of")),
    case("noncharacters", THREE.replace("Title 2", "Title\ufffe 2\uffff")),
    case("lone surrogates", THREE.replace("Title 2", "Title\ud83d 2")),
    case("tag names that are none", rss(item(1), item(2), item(3)).replace("</link>", "</link><1x>y</1x>")),
    case(
        "an element of HTML named like ours",
        rss(
            item(1),
            item(2),
            item(3, body="<![CDATA[<details><summary>More</summary>Words of item 3.</details><title>no</title>]]>"),
        ),
    ),
    case(
        "an item shown in text",
        rss(item(1, body="<![CDATA[<pre>&lt;item&gt; <item> is the tag</pre>]]>"), item(2), item(3)),
        TITLES,
        ["is the tag"],
    ),
    case("an item in a comment", rss(item(1), "<!-- <item><title>Old</title></item> -->", item(2), item(3))),
    case(
        "namespaced markup",
        atom(
            entry(
                1,
                '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>One</x:p>'
                "<x:p>Two</x:p></x:div></content>",
            )
        ),
        TITLES[:1],
        ["One\n\nTwo"],
    ),
    case(
        "XHTML that is broken",
        atom(entry(1, '<content type="xhtml"><div><p>One<br>Two</div></content>'), entry(2)),
        TITLES[:2],
        ["Two"],
    ),
]
