"""The feeds that pages name, as French and English sites write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.plain_text import clean_line
from reader.feeds.discovery.addresses import normalise_address
from reader.feeds.discovery.found import FoundFeed, FoundKind
from reader.feeds.discovery.page import LOOKED_AT, MOST_FOUND, feeds_in_page

PAGE = "https://www.journal.example/monde/article.html"

QUOTIDIEN = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8">
<title>Le Quotidien — l’actualité en continu</title>
<link rel="canonical" href="https://www.journal.example/monde/">
<link rel="alternate" hreflang="en" href="https://www.journal.example/en/rss-guide">
<link rel="alternate" type="application/json" href="https://www.journal.example/wp-json/wp/v2/posts/7">
<link rel="alternate" type="application/json+oembed" href="https://www.journal.example/wp-json/oembed/1.0/embed?url=x">
<link rel="alternate" type="text/xml+oembed" href="https://www.journal.example/wp-json/oembed/1.0/embed?format=xml">
<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml">
<link rel="alternate" type="application/rss+xml" title="Le Quotidien &raquo; Flux des commentaires"
  href="https://www.journal.example/commentaires/flux/">
<link rel="alternate" type="application/rss+xml" title="Le Quotidien &raquo; Flux"
  href="https://www.journal.example/flux/" />
<link rel="alternate" type="application/rss+xml" title="À la une &amp; l&rsquo;essentiel" href="../rss/une.xml">
<!-- <link rel="alternate" type="application/rss+xml" href="/ancien.xml"> -->
<script>document.write('<link rel="alternate" type="application/rss+xml" href="/script.xml">')</script>
</head><body>
<p>Suivez-nous : <a href="/services/rss/">Tous nos flux</a>
<a href="/backend.php"><img src="rss.png" alt="">Flux RSS</a>
<a href="https://feedly.com/i/subscription/feed/https://www.journal.example/flux/">Feedly</a>
<a href="/sitemap.xml">Plan du site</a> <a href="/monde/feedback">Un avis ?</a>
<a href="https://autre.example/feed/">Nos amis</a> <a href="/monde/atome-et-rssi.html">L’atome</a></p>
</body></html>
"""

BLOG = """<HTML><HEAD><TITLE>A blog</TITLE><BASE HREF='http://blog.example/en/'>
<LINK REL=ALTERNATE TYPE=application/atom+xml TITLE='Posts' HREF=atom.xml>
<link rel='feed alternate' type='application/feed+json' href='feed.json'>
<link rel="alternate" type="Application/RSS+XML; charset=utf-8" href="
  rss.xml
">
<link rel="alternate" type="application/rdf+xml" href="index.rdf#x" title="RSS 1.0">
<link rel="alternate" type="text/xml" href="feed2">
<link rel="alternate stylesheet" type="application/rss+xml" href="style.css">
<BODY><link rel="alternate" type="application/rss+xml" href="//news.example/late.xml">
<a href="http://blog.example/en/atom.xml">again</a>
<a href=feed://blog.example/en/podcast.rss>Podcast
<a href="/comments/feed/" title="RSS">Talk</a> <a href=mailto:me@blog.example?subject=rss>mail</a>
<a type="application/atom+xml" href="/updates">Updates</a> <a href="javascript:rss()">RSS</a>
"""


def addresses(html: str | bytes, page: str = PAGE) -> list[str]:
    return [feed.address for feed in feeds_in_page(html, page)]


def test_a_french_newspaper() -> None:
    assert feeds_in_page(QUOTIDIEN, PAGE) == [
        FoundFeed("https://www.journal.example/flux/", "Le Quotidien » Flux", FoundKind.RSS),
        FoundFeed("https://www.journal.example/rss/une.xml", "À la une & l’essentiel", FoundKind.RSS),
        FoundFeed("https://www.journal.example/services/rss/", "Tous nos flux", FoundKind.LINK),
        FoundFeed("https://www.journal.example/backend.php", "Flux RSS", FoundKind.LINK),
        FoundFeed("https://autre.example/feed/", "Nos amis", FoundKind.LINK),
        FoundFeed(
            "https://www.journal.example/commentaires/flux/", "Le Quotidien » Flux des commentaires", FoundKind.RSS
        ),
    ]


def test_an_old_english_blog() -> None:
    assert feeds_in_page(BLOG, "https://elsewhere.example/") == [
        FoundFeed("http://blog.example/en/atom.xml", "Posts", FoundKind.ATOM),
        FoundFeed("http://blog.example/en/feed.json", "", FoundKind.JSON),
        FoundFeed("http://blog.example/en/rss.xml", "", FoundKind.RSS),
        FoundFeed("http://blog.example/en/index.rdf", "RSS 1.0", FoundKind.RDF),
        FoundFeed("http://news.example/late.xml", "", FoundKind.RSS),
        FoundFeed("http://blog.example/en/feed2", "", FoundKind.XML),
        FoundFeed("http://blog.example/en/podcast.rss", "Podcast", FoundKind.LINK),
        FoundFeed("http://blog.example/updates", "Updates", FoundKind.ATOM),
        FoundFeed("http://blog.example/comments/feed/", "RSS", FoundKind.LINK),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_bytes_are_decoded(encoding: str) -> None:
    page = "<link rel=alternate type=application/rss+xml title='Été à Nîmes' href=/é.xml>"
    assert feeds_in_page(page.encode(encoding), PAGE) == [
        FoundFeed("https://www.journal.example/é.xml", "Été à Nîmes", FoundKind.RSS)
    ]


def test_bytes_are_decoded_as_the_page_declares() -> None:
    page = "<meta charset=windows-1251><link rel=alternate type=application/rss+xml title='Новости' href=/f>"
    assert feeds_in_page(page.encode("cp1251"), PAGE)[0].title == "Новости"


def test_a_title_about_comments_in_a_name_is_no_feed_of_comments() -> None:
    page = """<link rel=alternate type=application/rss+xml title=Commentary href=https://commentary.example/feed/>
    <link rel=alternate type=application/rss+xml title=Second href=/two>"""
    assert addresses(page) == ["https://commentary.example/feed/", "https://www.journal.example/two"]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<link rel=alternate type=application/rss+xml>",
        "<link rel=alternate type=application/rss+xml href=''>",
        "<link rel=alternate type=application/rss+xml href='http://[x/'>",
        "<link rel=alternate type=application/rss+xml href='ftp://a.example/f'>",
        "<link rel=alternate type=application/rss+xml href='file:///etc/passwd'>",
        "<link rel=alternate type=application/rss+xml href='https://a.example/\x1b[31m'>",
        "<link rel=alternate type=application/rss+xml href='https://a.example/&#x202e;'>",
        "<link rel=stylesheet href=feed.css><a href=/rss.png>RSS picture</a><linkrel=alternate href=/rss>",
        "<!-- <a href=/feed>",
        "<script> <a href=/feed>",
        "<style><a href=/feed></style",
    ],
)
def test_a_page_that_names_none(html: str) -> None:
    assert feeds_in_page(html, PAGE) == []


@pytest.mark.parametrize(
    "html",
    [
        "<!--><link rel=alternate type=application/rss+xml href=/f>",
        "<!-- a --!><link rel=alternate type=application/rss+xml href=/f>",
        "<SCRIPT>'<a href=/feed>'</Script ><link rel=alternate type=application/rss+xml href=/f>",
        "<link rel=alternate type=application/rss+xml href=/f",
        "<link rel=alternate type=application/rss+xml href='/f",
        "<link/rel=alternate /type='application/rss+xml'href='/f'/>",
        "<link href = /f rel = 'home alternate' type = 'application/rss+xml' href=/g>",
        "<link title=l'été rel=alternate type=application/rss+xml href=/f>",
        "<link rel=alternate type=application/rss+xml href='/&#102;'>",
        "<base><base href=/x/y><base href=/z><link rel=alternate type=application/rss+xml href=../f>",
        "<link rel=alternate type=application/rss+xml href=/f><base href='http://[bad'>",
    ],
)
def test_a_link_is_read_as_browsers_do(html: str) -> None:
    assert addresses(html) == ["https://www.journal.example/f"]


def test_words_of_links_are_clean_and_short() -> None:
    (feed,) = feeds_in_page(f"<a href=/feed><b>A\x1b[31m\n</b> &#x202e;b {'x' * 500}</a>", PAGE)
    assert feed.title.startswith("A b xxx")
    assert len(feed.title) == 200


def test_feeds_that_differ_only_by_scheme_or_slash_are_one() -> None:
    page = "<a href=http://www.journal.example/feed>1</a><a href=https://www.journal.example/feed/>2</a>"
    assert addresses(page) == ["http://www.journal.example/feed"]


def test_a_page_of_many_feeds_gives_the_first() -> None:
    page = "".join(f"<a href=/feed/{n}>{n}</a>" for n in range(5000))
    assert addresses(page) == [f"https://www.journal.example/feed/{n}" for n in range(MOST_FOUND)]


def test_only_the_first_megabyte_is_read() -> None:
    link = "<link rel=alternate type=application/rss+xml href=/f>"
    assert addresses(" " * (LOOKED_AT - len(link)) + link) == ["https://www.journal.example/f"]
    assert addresses(" " * LOOKED_AT + link) == []
    assert addresses(("é" * LOOKED_AT + link).encode()) == []


# Each makes parsers that look back, or keep what is open, work a square of its length: minutes instead of a blink.
@pytest.mark.parametrize(
    "unit",
    [
        *("<div>", "</x>", "<", "<!", "<!--", "<!-->", "<a ", "<a x=1 ", '<a "', '<a href="', "<a href='x", "<link "),
        *("<script ", "<script></scrip", "<a href=/feed>", "&", "&am", "<a x= ", "<a/", "<a =", "\x1b]", "<a><b", "\0"),
    ],
)
def test_a_hostile_page_ends(unit: str) -> None:
    page = unit * (LOOKED_AT // len(unit))
    assert len(feeds_in_page("<a href=/feed>" + page, PAGE)) <= 1
    assert len(feeds_in_page(f'<a href="{page}">', PAGE)) <= 1


PIECES = (
    *(
        "<link",
        "<a",
        "<base",
        " rel=alternate",
        ' type="application/rss+xml"',
        " href=",
        "/feed",
        '"',
        "'",
        ">",
        "</a>",
    ),
    *(
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "&#",
        "&amp;",
        "http://[",
        "\x00",
        "\ud800",
        "\u202e",
        " ",
        "=",
        "é",
        "//",
    ),
)
PAGES = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join)


@settings(max_examples=200)
@given(PAGES, st.sampled_from([PAGE, "", "http://[", "x"]))
def test_any_page_gives_addresses_that_can_be_fetched(page: str, address: str) -> None:
    for html in (page, page.encode("utf-8", "surrogatepass")):
        for feed in feeds_in_page(html, address):
            assert feed.address.startswith(("http://", "https://"))
            assert feed.title == clean_line(feed.title)
            assert feed.address == normalise_address(feed.address)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_page(page: bytes) -> None:
    assert isinstance(feeds_in_page(page, PAGE), list)
