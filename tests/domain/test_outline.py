"""Lists of subscriptions: what a feed is called, and every feed with its folders."""

from __future__ import annotations

import pytest

from reader.domain.outline import FeedNode, FolderNode, SubscriptionList

MONDE = FeedNode("https://www.lemonde.fr/rss/une.xml", name="Le Monde")
GUARDIAN = FeedNode("https://www.theguardian.com/world/rss")


@pytest.mark.parametrize(
    ("feed", "shown"),
    [
        (FeedNode("https://a.example/f", name="Mine", title="Theirs"), "Mine"),
        (FeedNode("https://a.example/f", title="Theirs"), "Theirs"),
        (FeedNode("https://a.example/f"), "https://a.example/f"),
    ],
)
def test_a_feed_is_called_by_its_name_its_title_or_its_address(feed: FeedNode, shown: str) -> None:
    assert feed.shown == shown


def test_feeds_come_in_order_with_the_folders_they_stand_in() -> None:
    world = FolderNode("World", (GUARDIAN, FolderNode("Empty"), FolderNode("Europe", (MONDE,))))
    subscriptions = SubscriptionList("All", (world, MONDE))
    assert list(subscriptions.feeds()) == [(("World",), GUARDIAN), (("World", "Europe"), MONDE), ((), MONDE)]


def test_a_list_is_equal_whatever_was_left_out_of_it() -> None:
    assert SubscriptionList("a", (MONDE,), left_out=2, problems=("one",)) == SubscriptionList("a", (MONDE,))
    assert SubscriptionList("a", (MONDE,)) != SubscriptionList("a", (GUARDIAN,))
