"""Where feeds usually are, and where the feeds of sites with a rule are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds.discovery.addresses import normalise_address
from reader.feeds.discovery.site_rules import SITE_RULES
from reader.feeds.discovery.well_known import USUAL, well_known

CHANNEL = "UCabcdefghijklmnopqrst_-"
VIDEOS = "https://www.youtube.com/feeds/videos.xml"
RULED = [
    (f"https://www.youtube.com/channel/{CHANNEL}/videos", f"{VIDEOS}?channel_id={CHANNEL}"),
    ("m.youtube.com/playlist?list=PLx-_1&si=2", f"{VIDEOS}?playlist_id=PLx-_1"),
    ("https://youtube.com/watch?v=1&list=PLx", f"{VIDEOS}?playlist_id=PLx"),
    ("https://www.youtube.com/user/LeMonde", f"{VIDEOS}?user=LeMonde"),
    ("https://www.reddit.com/", "https://www.reddit.com/.rss"),
    ("https://old.reddit.com/r/france/top/?t=day", "https://www.reddit.com/r/france/top/.rss"),
    ("reddit.com/user/zoe", "https://www.reddit.com/user/zoe/.rss"),
    ("https://github.com/a-b/c.d/", "https://github.com/a-b/c.d/releases.atom"),
    ("https://github.com/a/b.git", "https://github.com/a/b/releases.atom"),
    ("https://github.com/a/b/tags", "https://github.com/a/b/tags.atom"),
    ("https://github.com/a/b/commits/main/docs", "https://github.com/a/b/commits/main/docs.atom"),
    ("https://github.com/zoe?tab=repositories", "https://github.com/zoe.atom"),
    ("https://gitlab.com/g/sub/p/-/issues", "https://gitlab.com/g/sub/p/-/releases.atom"),
    (
        "https://gitlab.gnome.org/GNOME/gtk/-/commits/main",
        "https://gitlab.gnome.org/GNOME/gtk/-/commits/main?format=atom",
    ),
    ("https://gitlab.com/zoe", "https://gitlab.com/zoe.atom"),
    ("https://mastodon.example/@zoe/112233", "https://mastodon.example/@zoe.rss"),
    ("https://medium.com/@zoe/a-post-1", "https://medium.com/feed/@zoe"),
    ("https://medium.com/netflix-techblog", "https://medium.com/feed/netflix-techblog"),
    ("https://medium.com/tag/france", "https://medium.com/feed/tag/france"),
    ("https://zoe.medium.com/a-post", "https://zoe.medium.com/feed"),
    ("https://zoe.substack.com/p/a-post", "https://zoe.substack.com/feed"),
    ("https://zoe.blogspot.co.uk/2020/01/x.html", "https://zoe.blogspot.co.uk/feeds/posts/default"),
    ("https://www.tumblr.com/zoe/123", "https://zoe.tumblr.com/rss"),
    ("https://zoe.tumblr.com/tagged/paris", "https://zoe.tumblr.com/tagged/paris/rss"),
    ("https://zoe.tumblr.com/post/1", "https://zoe.tumblr.com/rss"),
    ("https://bsky.app/profile/zoe.bsky.social/post/1", "https://bsky.app/profile/zoe.bsky.social/rss"),
    ("https://stackoverflow.com/questions/tagged/python?tab=Newest", "https://stackoverflow.com/feeds/tag/python"),
    ("https://french.stackexchange.com/questions/12/x", "https://french.stackexchange.com/feeds/question/12"),
    ("https://superuser.com/", "https://superuser.com/feeds"),
    ("https://zoe.wordpress.com/about/", "https://zoe.wordpress.com/feed/"),
    ("https://vimeo.com/zoe", "https://vimeo.com/zoe/videos/rss"),
    ("https://www.lemonde.fr/", "https://www.lemonde.fr/rss/une.xml"),
    ("https://www.lemonde.fr/international/", "https://www.lemonde.fr/international/rss_full.xml"),
]


@pytest.mark.parametrize(("page", "feed"), RULED)
def test_a_site_with_a_rule(page: str, feed: str) -> None:
    assert well_known(page)[0] == feed


def test_every_rule_has_a_page_here() -> None:
    """The rules no page of this file is the first to match; the one without feeds is tested below."""
    used = set()
    for page, _ in RULED:
        bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", page)
        used.add(next(n for n, rule in enumerate(SITE_RULES) if rule.pages.fullmatch(bare)))
    assert [SITE_RULES[n].feeds for n in set(range(len(SITE_RULES))) - used] == [()]


def test_a_channel_that_only_its_page_can_name_has_no_address_to_try() -> None:
    assert well_known("https://www.youtube.com/@lemonde") == []


def test_the_folder_of_a_page_goes_before_the_root() -> None:
    found = well_known("https://a.example/blog/2025/post.html?x=1#y")
    assert found == [f"https://a.example{folder}{name}" for folder in ("/blog/2025/", "/") for name in USUAL]


def test_a_page_that_may_be_a_folder_is_tried_as_one() -> None:
    found = well_known("a.example/fr/blog")
    folders = ("/fr/blog/", "/fr/", "/")
    assert found == [f"https://a.example{folder}{name}" for folder in folders for name in USUAL]


@pytest.mark.parametrize("address", ["http://a.example:8080", "http://a.example:8080/"])
def test_a_site_is_tried_at_its_root(address: str) -> None:
    assert well_known(address) == [
        *("http://a.example:8080/feed", "http://a.example:8080/feed/", "http://a.example:8080/rss"),
        *("http://a.example:8080/rss.xml", "http://a.example:8080/atom.xml", "http://a.example:8080/feed.xml"),
        *("http://a.example:8080/index.xml", "http://a.example:8080/feed.json", "http://a.example:8080/rss/feed"),
        "http://a.example:8080/?feed=rss2",
    ]


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "le monde"])
def test_nothing_is_tried_for_what_cannot_be_fetched(address: str) -> None:
    assert well_known(address) == []


@settings(max_examples=200)
@given(st.sampled_from([page for page, _ in RULED]), st.text(max_size=20))
def test_whatever_follows_every_address_can_be_fetched(page: str, rest: str) -> None:
    found = well_known(page + rest)
    assert len(found) == len(set(found)) <= 33
    assert [normalise_address(address) for address in found] == found
