"""Where links lead, and the lines that stand for pictures, sounds and films."""

from __future__ import annotations

import pytest

from reader.feeds.html_blocks.addresses import link_address
from reader.feeds.html_blocks.blocks import fragment_text

BASE = "https://paper.example/news/today"


def links(html: str, base: str | None = BASE) -> list[tuple[str, str]]:
    """Words and address of each link."""
    text, layout = fragment_text(html, base)
    return [(text[link.start : link.end], link.url) for link in layout.links]


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://a.example/x?b=1#c", "https://a.example/x?b=1#c"),
        ("HTTP://A.example", "HTTP://A.example"),
        ("/x", "https://paper.example/x"),
        ("x y", "https://paper.example/news/x%20y"),
        ("//a.example/x", "https://a.example/x"),
        ("#note", "https://paper.example/news/today#note"),
        (" https://a.exa\nmple/ ", "https://a.example/"),
        ("mailto:desk@a.example?subject=a b", "mailto:desk@a.example?subject=a%20b"),
        ("https://a.example/?utm_source=rss&id=7&utm_medium=x&fbclid=1", "https://a.example/?id=7"),
        ("https://a.example/?xtor=RSS-1&at_medium=x#xtor=RSS-2", "https://a.example/"),
        ("https://a.example/?gclid=1#part", "https://a.example/#part"),
        ("https://a.example/?a=%26&b=;", "https://a.example/?a=%26&b=;"),
        *((href, None) for href in ("javascript:x()", "java\nscript:x()", "data:text/html,x", "file:///etc/passwd")),
        *(
            (href, None)
            for href in ("", "mailto:", "http://", "https://[", "http://user@a.example/", "ftp://a.example")
        ),
        *((href, None) for href in ("https://a.example/\u202e", "https://a.example/\x1b[1m", "blob:https://a.example")),
    ],
)
def test_link_addresses(href: str, address: str | None) -> None:
    assert link_address(href, BASE) == address


def test_a_relative_address_leads_nowhere_without_a_base() -> None:
    assert link_address("/x", None) is None
    assert links("<p><a href='/x'>one</a>", None) == []


def test_links_cover_their_words() -> None:
    html = "<p>See <a href='/a'> the <b>first</b> </a>, <a href='/b'></a><a href='/c'>\n</a><a href=/e>e</a>"
    assert links(html) == [("the first", "https://paper.example/a"), ("e", "https://paper.example/e")]


def test_links_never_overlap() -> None:
    assert links("<a href=/a>one <a href=/b>two</a> three</a>") == [
        *[("one", "https://paper.example/a"), ("two", "https://paper.example/b")]
    ]


def test_the_base_a_page_names_is_respected() -> None:
    assert links("<base href='https://b.example/dir/'><a href=x>one</a>") == [("one", "https://b.example/dir/x")]
    assert links("<base href='/dir/'><a href=x>one</a>") == [("one", "https://paper.example/dir/x")]


@pytest.mark.parametrize(
    ("html", "line", "address"),
    [
        ("<img src=/i.jpg alt='A  cat'>", "▣ A cat", "https://paper.example/i.jpg"),
        ("<img src=/i.jpg title='A cat'>", "▣ A cat", "https://paper.example/i.jpg"),
        ("<figure><img src=/i.jpg alt=no><figcaption>A <b>cat</b></figcaption></figure>", "▣ A cat", "…/i.jpg"),
        ("<figure><figcaption>A cat</figcaption><img src=/i.jpg></figure>", "▣ A cat", "…/i.jpg"),
        ("<figure><img src=/i.jpg></figure>", "▣ Image", "…/i.jpg"),
        ("<div class='wp-caption x'><img src=/i.jpg><p class='wp-caption-text'>A cat</div>", "▣ A cat", "…/i.jpg"),
        ("<a href=/page><img src=/i.jpg alt='A cat'></a>", "▣ A cat", "…/page"),
        ("<a href='javascript:x'><img src=/i.jpg alt='A cat'></a>", "▣ A cat", "…/i.jpg"),
        ("<img data-src=/i.jpg src='data:image/gif;base64,x' alt='A cat'>", "▣ A cat", "…/i.jpg"),
        ("<img srcset='/s.jpg 320w, /l.jpg 640w' alt='A cat'>", "▣ A cat", "…/l.jpg"),
        ("<picture><source srcset='/i.webp'><img alt='A cat'></picture>", "▣ A cat", "…/i.webp"),
        ("<img src='data:x' data-src=/i.jpg alt=c><noscript><img src=/i.jpg alt=c></noscript>", "▣ c", "…/i.jpg"),
        ("<noscript><img src=/i.jpg alt='A cat'></noscript>", "▣ A cat", "…/i.jpg"),
        ("<img src=/i.jpg alt=c><img src='/i-300x200.jpg' alt=c>", "▣ c", "…/i.jpg"),
        ("<video src=/v.mp4 title=Cats></video>", "▣ Video: Cats", "…/v.mp4"),
        ("<video><source src=/v.mp4>no video</video>", "▣ Video", "…/v.mp4"),
        ("<figure><video src=/v.mp4></video><figcaption>Cats</figcaption></figure>", "▣ Video: Cats", "…/v.mp4"),
        ("<audio src=/a.mp3 controls>no sound</audio>", "▣ Audio", "…/a.mp3"),
        (
            "<iframe src='//www.youtube.com/embed/x_1?a=b' title=Cats>",
            "▣ Video: Cats",
            "https://www.youtube.com/watch?v=x_1",
        ),
        ("<iframe src='https://player.vimeo.com/video/12?h=1'>", "▣ Video", "https://vimeo.com/12"),
        ("<iframe src='https://embed.acast.com/x' title=Talk>", "▣ Audio: Talk", "https://embed.acast.com/x"),
        ("<iframe src='https://maps.example/m'>", "▣ Embedded: maps.example", "https://maps.example/m"),
        ("<object data='/v.mp4'><embed src='/v.mp4'></object>", "▣ Video", "…/v.mp4"),
    ],
)
def test_pictures_sounds_and_films_are_a_line(html: str, line: str, address: str) -> None:
    text, layout = fragment_text(f"<p>Before {html} after</p>", BASE)
    assert text == f"Before\n\n{line}\n\nafter"
    [link] = layout.links
    [block] = layout.blocks
    assert (block.kind, block.start, block.end) == ("media", link.start, link.end)
    assert text[block.start : block.end] == line
    assert link.url == address.replace("…", "https://paper.example")


def test_the_links_of_a_caption_stay() -> None:
    html = "<figure><img src=/i.jpg><figcaption>A cat. <a href='/afp'>AFP</a></figcaption></figure>"
    assert fragment_text(html, BASE)[0] == "▣ A cat. AFP"
    assert links(html) == [("▣", "https://paper.example/i.jpg"), ("AFP", "https://paper.example/afp")]


def test_each_figure_has_its_own_caption() -> None:
    html = (
        "<figure><figure><img src=/1.jpg><figcaption>One</figcaption></figure>"
        "<figure><img src=/2.jpg alt=Two></figure><figcaption>Both</figcaption></figure>"
    )
    assert fragment_text(html, BASE)[0] == "▣ One\n\n▣ Two\n\nBoth"


def test_a_figure_that_is_no_picture_keeps_its_caption() -> None:
    html = "<figure><blockquote>Words</blockquote><figcaption>Who said them</figcaption></figure>"
    assert fragment_text(html)[0] == "Words\n\nWho said them"


@pytest.mark.parametrize(
    "noise",
    [
        *("<img src=/i.jpg>", "<img src=/i.jpg alt=''>", "<img src=/i.jpg alt='IMG_1234.JPG'>"),
        *("<img src=/t.gif width=1 height=1 alt=track>", "<img src=/t.gif style='width:1px' alt=track>"),
        *("<img src='https://pixel.wp.com/b.gif?x' alt=track>", "<img src='//feeds.feedburner.com/~r/x/~4/y' alt=t>"),
        *(
            "<img src='http://da.feedsportal.com/x' alt=t>",
            "<iframe src='https://www.googletagmanager.com/ns.html'></iframe>",
        ),
        *(
            "<a href=/x><img src=/f.png alt='Share on Facebook'></a>",
            "<video></video>",
            "<iframe src='about:blank'></iframe>",
        ),
    ],
)
def test_pictures_that_say_nothing_are_left_out(noise: str) -> None:
    assert fragment_text(f"<p>one {noise}two</p>", BASE)[0] == "one two"


def test_a_picture_alone_is_shown() -> None:
    assert fragment_text("<p><img src=/i.jpg></p>", BASE)[0] == "▣ Image"
    assert links("<img src=/i.jpg><img src=/j.jpg>") == [("▣ Image", "https://paper.example/i.jpg")]


def test_small_pictures_of_signs_are_the_signs() -> None:
    html = "<p>Yes <img class='emoji' src=/e.png alt='😀'> and <img src=/x.png width=16 alt='🇫🇷'>."
    assert fragment_text(html, BASE)[0] == "Yes 😀 and 🇫🇷."


def test_a_picture_in_a_list_begins_its_line() -> None:
    assert fragment_text("<ul><li><img src=/i.jpg alt=A>one<li>two</ul>", BASE)[0] == "▣ A\n- one\n- two"
