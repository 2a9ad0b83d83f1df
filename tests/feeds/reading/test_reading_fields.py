"""What the fields of a clean feed become."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from broken.case import ADDRESS, atom, entry, item, rss

from reader.domain.errors import FeedError
from reader.domain.feed import FeedItem, ParsedFeed
from reader.domain.layout import BlockKind, Layout
from reader.feeds.reading.document import read_feed
from reader.feeds.reading.recognition import looks_like_html

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
CLEAN = Path(__file__).parent / "clean"


def read(text: str | bytes, **given: str) -> ParsedFeed:
    """The feed in ``text``."""
    body = text.encode() if isinstance(text, str) else text
    return read_feed(body, address=ADDRESS, now=NOW, **given)


def only(text: str, **given: str) -> FeedItem:
    """Its one item."""
    (found,) = read(text, **given).items
    return found


def test_what_a_feed_says_of_itself() -> None:
    feed = read((CLEAN / "newspaper.xml").read_bytes())
    assert feed.title == "Le Quotidien - International"
    assert feed.description == "Toute l’actualité"
    assert feed.site == "https://www.quotidien.example/international/"
    assert feed.self_url == "https://www.quotidien.example/international/rss.xml"
    assert (feed.language, feed.ttl) == ("fr", 10)
    assert (feed.skip_hours, feed.skip_days) == ({1, 2}, {6})


def test_an_article_of_a_newspaper() -> None:
    first, second = read((CLEAN / "newspaper.xml").read_bytes()).items
    assert first.title == "« Nous n’avons rien demandé », assure Erevan"
    assert first.url == first.guid == "https://www.quotidien.example/international/article/1.html"
    assert first.published == "2022-09-14T14:13:50Z"
    assert first.language == "fr"
    assert first.text.endswith("▣ Image: À la frontière, mardi.")
    assert second.author == "La rédaction"
    assert second.title == 'Le budget : 49,3 % de "non"'


def test_the_new_address_of_a_feed() -> None:
    text = rss("<itunes:new-feed-url>http://new.example/feed</itunes:new-feed-url>", item(1))
    assert read(text).new_url == "http://new.example/feed"


def test_media_are_lines_with_blocks_and_links() -> None:
    found = only(rss(item(1, more='<enclosure url="http://x.example/a/talk.mp3" type="audio/mpeg"/>')))
    line = "▣ Audio: talk.mp3"
    assert found.text == f"Words of item 1.\n\n{line}"
    layout = Layout.from_json(found.layout, len(found.text))
    ((kind, start, end, _),) = layout.blocks
    assert (kind, found.text[start:end]) == (BlockKind.MEDIA, line)
    ((start, end, url),) = layout.links
    assert (found.text[start:end], url) == (line, "http://x.example/a/talk.mp3")


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("audio/ogg", "Audio"), ("video/mp4", "Video"), ("image/png", "Image"), ("application/pdf", "File"), ("", "File")],
)
def test_kinds_of_media(kind: str, shown: str) -> None:
    assert f"▣ {shown}: a.bin" in only(rss(item(1, more=f'<enclosure url="/a.bin" type="{kind}"/>'))).text


def test_an_image_in_the_body_is_not_repeated() -> None:
    body = "<![CDATA[<p>Words</p><img src='http://x.example/a.jpg?w=600' alt='A chart'>]]>"
    found = only(rss(item(1, body=body, more='<media:content url="http://x.example/a.jpg?w=100" medium="image"/>')))
    assert found.text.count("▣") == 1


def test_an_image_of_several_sizes_is_one() -> None:
    sizes = "".join(f'<media:content url="http://x.example/a.jpg?w={n}" medium="image"/>' for n in (140, 460, 700))
    assert only(rss(item(1, more=sizes))).text.count("▣") == 1


def test_a_picture_that_counts_readers_is_none() -> None:
    assert "▣" not in only(rss(item(1, more='<enclosure url="http://x.example/pixel.gif" type="image/gif"/>'))).text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ann@x.example (Ann Bell)", "Ann Bell"),
        ("Ann Bell &lt;ann@x.example&gt;", "Ann Bell"),
        ("ann@x.example", "ann@x.example"),
        ("Ann &amp;amp; Bob", "Ann & Bob"),
        ("  Ann\n Bell ", "Ann Bell"),
    ],
)
def test_authors(written: str, shown: str) -> None:
    assert only(rss(item(1, more=f"<author>{written}</author>"))).author == shown


def test_several_authors_are_named_once_each() -> None:
    creators = "<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator><itunes:author>ann</itunes:author>"
    assert only(rss(item(1, more=creators))).author == "Ann, Bob"


def test_items_of_atom_inherit_the_authors_of_their_feed() -> None:
    text = atom("<author><name>The desk</name></author>", entry(1), entry(2, "<author><name>Ann</name></author>"))
    assert [found.author for found in read(text).items] == ["The desk", "Ann"]


@pytest.mark.parametrize(
    ("own", "feed", "header", "language"),
    [
        ("de-CH", "fr", "en", "de"),
        ("", "fr_FR", "en", "fr"),
        ("", "", "pt-BR, en", "pt"),
        ("klingon!", "EN-us", "", "en"),
        ("und", "zxx", "", None),
        ("", "", "", None),
    ],
)
def test_languages(own: str, feed: str, header: str, language: str | None) -> None:
    text = rss(f"<language>{feed}</language>", item(1, more=f"<dc:language>{own}</dc:language>"))
    assert only(text, content_language=header).language == language


def test_an_item_without_a_title_is_called_by_its_first_words() -> None:
    found = only(rss("<item><description>First of all. Then more.</description></item>"))
    assert (found.title, found.titled) == ("First of all.", False)
    long = only(rss(f"<item><description>{'word ' * 100}</description></item>"))
    assert long.title.endswith("word…")
    assert len(long.title) < 100


def test_relative_links_in_a_body_start_at_the_item() -> None:
    found = only(rss(item(1, body="&lt;a href='/b'&gt;there&lt;/a&gt; it is")))
    assert Layout.from_json(found.layout, len(found.text)).links[0].url == "http://news.example/b"


def test_relative_links_in_a_body_follow_their_base() -> None:
    content = '<content type="html" xml:base="z/">&lt;a href="two"&gt;w&lt;/a&gt;</content>'
    found = only(atom(entry(1, content), root=' xml:base="http://base.example/x/"'))
    assert Layout.from_json(found.layout, len(found.text)).links[0].url == "http://base.example/x/z/two"


def test_updated_is_kept_beside_published() -> None:
    found = only(atom(entry(1, "<published>2022-09-13T10:00:00Z</published>")))
    assert (found.published, found.updated) == ("2022-09-13T10:00:00Z", "2022-09-14T10:00:00Z")


def test_the_first_twenty_thousand_items_are_taken() -> None:
    feed = read(rss(*(f"<item><title>T{n}</title></item>" for n in range(20_010))))
    assert len(feed.items) == 20_000
    assert feed.items[-1].title == "T19999"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b" \n\t\xef\xbb\xbf", "empty"),
        (b"\0" * 100, "empty"),
        (b"<!DOCTYPE html><html><head><title>x</title></head><body><p>Hi</p></body></html>", "web page"),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', "web page"),
        (b"<div>Not found</div>", "web page"),
        (b"hello, world", "not a feed"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a feed"),
        (b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', "not a feed"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "not a feed"),
        (b'{"error": "not found"}', "not a feed"),
        (b'{"items": 3}', "not a feed"),
        (b"[1, 2, 3]", "not a feed"),
        (b"{" * 1000, "not a feed"),
        (b"\x1f\x8b\x08broken", "unpacked"),
        pytest.param(b"<rss>" + b" " * (16 * 1024 * 1024), "larger than 16 MB", id="too large"),
    ],
)
def test_what_is_no_feed_is_refused(body: bytes, said: str) -> None:
    with pytest.raises(FeedError) as caught:
        read(body)
    assert said in str(caught.value)
    assert ADDRESS in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("body", "page"),
    [
        (b"<!doctype html><p>x", True),
        (b"\xef\xbb\xbf \n<!-- c --><HTML lang=fr>", True),
        ("<html><body>é".encode("utf-16"), True),
        (b"<p>Moved <a href='/x'>here</a></p>", True),
        (rss(item(1)).encode(), False),
        (("<br /><b>Warning</b>: x<br />" + rss(item(1))).encode(), False),
        (atom(entry(1, "<content>&lt;html&gt;</content>")).encode(), False),
        (b'{"version": "https://jsonfeed.org/version/1"}', False),
        (b"", False),
        (b"hello", False),
    ],
)
def test_pages_are_told_from_feeds(body: bytes, page: bool) -> None:
    assert looks_like_html(body) is page


def test_a_clean_feed_is_read_without_feedparser() -> None:
    script = (
        "import sys\nfrom datetime import UTC, datetime\nimport reader.feeds.reading.document as document\n"
        "assert 'lxml' not in sys.modules and 'feedparser' not in sys.modules\n"
        "feed = document.read_feed(sys.stdin.buffer.read(), address='http://x.example/', now=datetime.now(UTC))\n"
        "assert len(feed.items) == 2 and feed.reader == 'fast'\n"
        "assert not {'feedparser', 'dateutil', 'charset_normalizer'} & set(sys.modules), 'loaded'"
    )
    body = (CLEAN / "wordpress.xml").read_bytes()
    done = subprocess.run([sys.executable, "-c", script], input=body, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
