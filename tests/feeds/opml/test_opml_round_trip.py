"""What is written is read back the same, and written again to the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.errors import OpmlError
from reader.domain.outline import FeedNode, FolderNode, Node, SubscriptionList
from reader.feeds.opml.reading import read_opml
from reader.feeds.opml.writing import write_opml

EXPECTED = """<?xml version='1.0' encoding='UTF-8'?>
<opml xmlns:my="https://my.example/ns" version="2.0">
  <head>
    <title>Presse &amp; radio</title>
    <ownerName>Zoé</ownerName>
  </head>
  <body>
    <outline text="À lire" title="À lire">
      <outline text="Une" title="Le Monde" type="rss" xmlUrl="https://www.lemonde.fr/rss/une.xml?a=1&amp;b=2" \
htmlUrl="https://www.lemonde.fr/" description="« L’actu »&#10;&lt;b&gt;&quot;en continu&quot;" language="fr" \
my:stars="5"/>
      <outline text="Vide" title="Vide" isOpen="true"/>
    </outline>
    <outline text="" title="" xmlUrl="https://a.example" type="atom"/>
  </body>
</opml>
"""
WRITTEN = SubscriptionList(
    title="Presse & radio",
    head=(("ownerName", "Zoé"),),
    namespaces=(("my", "https://my.example/ns"),),
    children=(
        FolderNode(
            "À lire",
            (
                FeedNode(
                    "https://www.lemonde.fr/rss/une.xml?a=1&b=2",
                    name="Une",
                    title="Le Monde",
                    site="https://www.lemonde.fr/",
                    description='« L’actu »\n<b>"en continu"',
                    language="fr",
                    attributes=(("{https://my.example/ns}stars", "5"),),
                ),
                FolderNode("Vide", attributes=(("isOpen", "true"),)),
            ),
        ),
        FeedNode("https://a.example", attributes=(("type", "atom"),)),
    ),
)


def test_a_list_is_written_as_opml() -> None:
    assert write_opml(WRITTEN).decode() == EXPECTED


def test_a_list_is_read_back() -> None:
    assert read_opml(EXPECTED.encode(), "a.opml") == WRITTEN


def test_what_cannot_be_in_a_file_is_left_out() -> None:
    feed = FeedNode(
        "https://a.example/", name="\x00a\ud800\ufffe\x1b[31mb", attributes=(("a b", "1"), ("xmlns:x", "2"))
    )
    written = write_opml(SubscriptionList(children=(feed, feed), head=(("1", "x"), ("title", "y"))))
    expected = FeedNode("https://a.example/", name="ab", title="ab")
    assert read_opml(written, "a.opml") == SubscriptionList(children=(expected,))


def test_an_address_the_library_holds_is_written_whatever_it_is() -> None:
    written = write_opml(SubscriptionList(children=(FeedNode("file:///home/me/feed.xml", name="Mine"),)))
    assert b'xmlUrl="file:///home/me/feed.xml"' in written
    assert read_opml(written, "a.opml").left_out == 1


def test_a_list_too_deep_is_not_written() -> None:
    folder = FolderNode("a")
    for _ in range(99):
        folder = FolderNode("a", (folder,))
    assert write_opml(SubscriptionList(children=(folder,))).count(b"<outline") == 100
    with pytest.raises(OpmlError, match="more than 100 deep"):
        write_opml(SubscriptionList(children=(FolderNode("a", (folder,)),)))


HOSTILE = st.one_of(
    st.text(max_size=12),
    st.text(st.sampled_from("<>&\"'[]/\\\x00\x1b\x07\x9b\r\n\t \u2028\u202e\u200b\ufffe\uffff\ud800é😀;"), max_size=12),
    st.sampled_from(
        ["", "]]>", "<!--", "&amp;", "&#0;", "\x1b[31m", "\x1b]0;x\x07", "rss", "link", "include", "👩‍👩‍👧"]
    ),
)
NAMES = st.one_of(
    HOSTILE,
    st.sampled_from(
        ["type", "Type", "title", "TITLE", "text", "url", "URL", "xmlUrl", "category", "xmlns", "xml:lang", "é", "a:b"]
    ),
    st.sampled_from(
        ["{u:a}x", "{u:b}x", "{}x", "{u a}x", "{", "{http://www.w3.org/XML/1998/namespace}lang", "{u:a}url", "{\x00}x"]
    ),
)
ATTRIBUTES = st.lists(st.tuples(NAMES, HOSTILE), max_size=3).map(tuple)
ADDRESSES = st.sampled_from(
    [
        "https://a.example/f",
        "HTTPS://A.example:443/f#x",
        "b.example",
        'feed:c.example/?q=<&">',
        "https://a.example/ \u00a0é",
    ]
)
FEEDS = st.builds(
    FeedNode,
    address=ADDRESSES,
    name=HOSTILE,
    title=HOSTILE,
    site=st.none() | HOSTILE | ADDRESSES,
    description=st.none() | HOSTILE,
    language=st.none() | HOSTILE,
    attributes=ATTRIBUTES,
)


def _folders(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.builds(FolderNode, name=HOSTILE, children=st.lists(nodes, max_size=3).map(tuple), attributes=ATTRIBUTES)


LISTS = st.builds(
    SubscriptionList,
    title=st.none() | HOSTILE,
    children=st.lists(st.recursive(FEEDS, _folders, max_leaves=8), max_size=4).map(tuple),
    head=ATTRIBUTES,
    namespaces=st.lists(st.tuples(st.sampled_from(["a", "b", "xml", "ns0", "1", ""]), st.just("u:a") | HOSTILE)).map(
        tuple
    ),
)


@settings(max_examples=150)
@given(LISTS)
def test_any_list_is_written_and_read_to_the_same_bytes(subscriptions: SubscriptionList) -> None:
    written = write_opml(subscriptions)
    again = read_opml(written, "a.opml")
    assert write_opml(again) == written
    assert read_opml(write_opml(again), "a.opml") == again
    assert (again.left_out, again.problems) == (0, ())


OUTLINE_NAMES = (
    "text",
    "title",
    "type",
    "xmlUrl",
    "XMLURL",
    "url",
    "URL",
    "htmlUrl",
    "language",
    "Type",
    "q",
    "a:b",
    "xml:lang",
)
VALUES = st.sampled_from(
    [
        "",
        " ",
        "rss",
        "link",
        "include",
        "atom",
        "x&#10;y&#9;",
        "&lt;b&gt;&quot;",
        "https://a.example/f",
        "ftp://x",
        "\u202eé😀",
    ]
)


def _outline(attributes: dict[str, str], inside: list[str]) -> str:
    named = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return f"<outline {named}>{''.join(inside)}</outline>"


OUTLINES = st.recursive(
    st.builds(_outline, st.dictionaries(st.sampled_from(OUTLINE_NAMES), VALUES, max_size=5), st.just([])),
    lambda inner: st.builds(
        _outline,
        st.dictionaries(st.sampled_from(OUTLINE_NAMES), VALUES, max_size=5),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


@settings(max_examples=150)
@given(st.lists(OUTLINES, max_size=4))
def test_any_file_is_the_same_after_a_round_trip(outlines: list[str]) -> None:
    text = f'<opml xmlns:a="u:a"><head><a:b>1</a:b><x> y\n</x></head><body>{"".join(outlines)}</body></opml>'
    first = read_opml(text.encode(), "a.opml")
    assert read_opml(write_opml(first), "a.opml") == first


def test_a_file_on_disk_is_the_same_after_a_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "a.opml"
    path.write_bytes(write_opml(WRITTEN))
    path.write_bytes(write_opml(read_opml(path.read_bytes(), str(path))))
    assert path.read_bytes() == write_opml(WRITTEN)
