"""OPML as programs and people write it, into a list of subscriptions."""

from __future__ import annotations

import pytest

from reader.domain.outline import FeedNode, FolderNode, Node, SubscriptionList
from reader.feeds.opml.reading import MOST_PROBLEMS, read_opml

FRESHRSS = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:frss="https://freshrss.org/opml">
  <head>
    <title>Abonnements de Zoé</title>
    <dateCreated>Mon, 03 Mar 2025 08:00:00 +0100</dateCreated>
  </head>
  <body>
    <outline text="Actualités">
      <outline text="À la une" title="Le Monde.fr" type="rss" xmlUrl="https://www.lemonde.fr/rss/une.xml"
        htmlUrl="https://www.lemonde.fr/" description="L’actualité « en continu »" language="fr" category="/presse"
        frss:priority="important"/>
      <outline text="Régions">
        <outline text="Ouest-France" xmlUrl="https://www.ouest-france.fr/rss/une"/>
      </outline>
      <outline text="Plus tard"/>
    </outline>
    <outline text="Daring Fireball" type="rss" xmlUrl="https://daringfireball.net/feeds/main"/>
  </body>
</opml>
"""


def read(text: str | bytes) -> SubscriptionList:
    return read_opml(text if isinstance(text, bytes) else text.encode(), "subs.opml")


def body(outlines: str) -> SubscriptionList:
    return read(f'<opml version="2.0">\n<body>\n{outlines}\n</body>\n</opml>')


def test_a_list_is_read_with_all_it_says() -> None:
    subscriptions = read(FRESHRSS)
    monde = FeedNode(
        "https://www.lemonde.fr/rss/une.xml",
        name="À la une",
        title="Le Monde.fr",
        site="https://www.lemonde.fr/",
        description="L’actualité « en continu »",
        language="fr",
        attributes=(("category", "/presse"), ("{https://freshrss.org/opml}priority", "important")),
    )
    ouest = FeedNode("https://www.ouest-france.fr/rss/une", name="Ouest-France", title="Ouest-France")
    news = FolderNode("Actualités", (monde, FolderNode("Régions", (ouest,)), FolderNode("Plus tard")))
    daring = FeedNode("https://daringfireball.net/feeds/main", name="Daring Fireball", title="Daring Fireball")
    assert subscriptions.title == "Abonnements de Zoé"
    assert subscriptions.children == (news, daring)
    assert subscriptions.head == (("dateCreated", "Mon, 03 Mar 2025 08:00:00 +0100"),)
    assert subscriptions.namespaces == (("frss", "https://freshrss.org/opml"),)
    assert (subscriptions.left_out, subscriptions.problems) == (0, ())


FEED = FeedNode("https://a.example/f", name="A", title="A")


@pytest.mark.parametrize(
    "outline",
    [
        '<outline text="A" xmlUrl="https://a.example/f"/>',
        '<outline title="A" xmlUrl="https://a.example/f"/>',
        '<outline TEXT="A" XMLURL="https://a.example/f" TYPE="RSS"/>',
        '<outline Text="A" xmlurl=" https://a.example/f "/>',
        '<outline text="A" type="rss" url="https://a.example/f"/>',
        '<outline text="A" url="https://a.example/f"/>',
        '<outline text="A" xmlurl="" xmlUrl="https://a.example/f" type="link"/>',
        '<outline text="A" xmlUrl="feed:https://a.example/f#top"/>',
        '<outline text="A" xmlUrl="HTTPS://A.example:443/f"/>',
        '<outline text=" A\n" title="" xmlUrl="https://a.example/f"/>',
        '<outline text="A" xmlUrl="https://a.example/f" htmlUrl="javascript:alert(1)" language=""/>',
    ],
)
def test_a_feed_is_known_however_it_is_spelled(outline: str) -> None:
    subscriptions = body(outline)
    assert subscriptions.children == (FEED,)
    assert subscriptions.left_out == 0


@pytest.mark.parametrize(
    "text",
    [
        '<opml version="1.0"><head/><body>{}</body></opml>',
        '<opml version="1.1"><body>{}</body></opml>',
        "<opml>{}</opml>",
        "<OPML><Body>{}</Body></OPML>",
        '<opml xmlns="http://opml.org/spec2"><body>{}</body></opml>',
        "\n\n <?xml version='1.0'?><!-- mine --><opml><body>{}</body></opml>",
        "<!DOCTYPE opml><opml><body><!-- one --><?do it?>{}</body></opml>",
    ],
)
def test_a_list_is_known_in_whatever_version_and_state(text: str) -> None:
    assert read(text.format('<outline text="A" xmlUrl="https://a.example/f"/>')).children == (FEED,)


NAME = "Été à l’œuvre €"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("utf-8", "utf-8"),
        ("UTF-16", "utf-16"),
        ("windows-1252", "cp1252"),
        ("utf-8", "utf-16"),
        ("utf-8", "cp1252"),
        ("utf-16", "utf-8"),
        ("klingon", "utf-8"),
        ("iso-8859-1", "utf-8-sig"),
        ("", "cp1252"),
    ],
)
def test_the_encoding_is_told_even_where_the_file_is_wrong_about_it(declared: str, encoding: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    text = f'{declaration}<opml><body><outline text="{NAME}"/></body></opml>'
    assert read(text.encode(encoding)).children == (FolderNode(NAME),)


def test_what_is_inside_a_feed_follows_it() -> None:
    inner = '<outline text="B" xmlUrl="https://b.example/f"/><outline text="In"/>'
    b = FeedNode("https://b.example/f", name="B", title="B")
    assert body(f'<outline text="A" xmlUrl="https://a.example/f">{inner}</outline>').children == (
        *(FEED, b, FolderNode("In")),
    )


def test_a_feed_stands_once_in_a_folder_and_in_as_many_folders_as_it_likes() -> None:
    one = '<outline text="A" xmlUrl="https://a.example/f"/>'
    again = '<outline text="Again" xmlUrl="HTTPS://a.example/f"/>'
    subscriptions = body(f'{one}{again}<outline text="F">{again}{one}</outline>')
    other = FeedNode("https://a.example/f", name="Again", title="Again")
    assert subscriptions.children == (FEED, FolderNode("F", (other,)))


def test_folders_of_one_name_stay_apart() -> None:
    assert body('<outline text="F"/><outline text="F"/>').children == (FolderNode("F"), FolderNode("F"))


def test_a_folder_without_a_name_gives_way_to_what_is_in_it() -> None:
    subscriptions = body('<outline><outline text="A" xmlUrl="https://a.example/f"/></outline><outline text=" "/>')
    assert subscriptions.children == (FEED,)
    assert subscriptions.left_out == 1


def test_a_folder_keeps_its_other_title_and_attributes() -> None:
    (folder,) = body('<outline text="F" title="Folder" type="rss" isOpen="true"><outline text="G"/></outline>').children
    assert folder == FolderNode("F", (FolderNode("G"),), (("title", "Folder"), ("isOpen", "true")))


def test_links_are_counted_and_left_out() -> None:
    link = '<outline text="A page" type="link" url="https://a.example/"/>'
    subscriptions = body(f'{link}<outline text="F">{link}</outline>')
    assert subscriptions.children == (FolderNode("F"),)
    assert (subscriptions.left_out, subscriptions.problems) == (2, ())


@pytest.mark.parametrize(
    ("outline", "problem"),
    [
        (
            '<outline text="Old" type="rss" xmlUrl="ftp://me:secret@a.example/f"/>',
            "the feed “Old” is left out: the address ftp://a.example/f begins with ftp:, and only http and https "
            "addresses can be fetched.",
        ),
        ('<outline text="None" type="rss" xmlUrl=""/>', "the feed “None” has no address."),
        ('<outline type="rss"/>', "the feed without a name has no address."),
        (
            '<outline text="Theirs" type="include" url="https://a.example/o.opml"/>',
            "the list “Theirs” is elsewhere and has to be imported by itself.",
        ),
    ],
)
def test_a_feed_that_cannot_be_fetched_costs_no_other(outline: str, problem: str) -> None:
    subscriptions = body(f'{outline}\n<outline text="A" xmlUrl="https://a.example/f"/>')
    assert subscriptions.children == (FEED,)
    assert subscriptions.left_out == 1
    assert subscriptions.problems == (f"subs.opml, line 3: {problem}",)


def test_problems_are_told_as_long_as_anybody_reads_on() -> None:
    subscriptions = body('<outline type="rss"/>\n' * (MOST_PROBLEMS + 20))
    assert subscriptions.left_out == MOST_PROBLEMS + 20
    assert len(subscriptions.problems) == MOST_PROBLEMS + 1
    assert subscriptions.problems[-2].startswith(f"subs.opml, line {MOST_PROBLEMS + 2}:")
    assert subscriptions.problems[-1] == "subs.opml: 20 more entries are left out."


def test_lines_are_counted_from_the_first_of_the_file_and_beyond_65535() -> None:
    text = "\n\n<?xml version='1.0'?><opml>" + "\n" * 70_000 + '<outline type="rss"/></opml>'
    assert read(text).problems == ("subs.opml, line 70003: the feed without a name has no address.",)


def test_a_hundred_levels_are_kept() -> None:
    (node,) = read("<opml>" + '<outline text="F">' * 100 + "</outline>" * 100 + "</opml>").children
    depth = 1
    while isinstance(node, FolderNode) and node.children:
        (node,) = node.children
        depth += 1
    assert depth == 100


def test_nothing_a_terminal_could_obey_is_kept() -> None:
    hostile = "a&#10;b\u202e\u009b31m[c]&#13;"
    subscriptions = body(f'<outline text="{hostile}" xmlUrl="https://a.example/f" x="{hostile}"/>')
    expected = FeedNode("https://a.example/f", name="a b[c]", title="a b[c]", attributes=(("x", "a\nb[c]"),))
    assert subscriptions.children == (expected,)


def names(nodes: tuple[Node, ...]) -> list[str]:
    return [node.name for node in nodes]


def test_order_is_kept_between_folders_and_feeds() -> None:
    outlines = "".join(
        f'<outline text="{n}"/>' if n % 3 else f'<outline text="{n}" xmlUrl="https://a.example/{n}"/>' for n in range(9)
    )
    assert names(body(outlines).children) == [str(n) for n in range(9)]
