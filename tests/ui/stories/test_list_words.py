"""What the list of stories says while articles wait for their place."""

from __future__ import annotations

from reader.domain.story import Stories, StoryCounts
from reader.ui.stories.words import counts_line, empty


def test_an_empty_list_says_how_many_articles_are_still_to_come() -> None:
    assert empty(Stories.UNREAD, 0) == "Nothing is unread in any story."
    assert empty(Stories.UNREAD, 1).endswith(" 1 article is still to be looked at.")
    assert empty(Stories.ALL, 1234).endswith(" 1,234 articles are still to be looked at.")


def test_the_line_of_counts_says_it_too() -> None:
    counts = StoryCounts(all=12, unread=3, followed=0, followed_new=0)
    assert "to look at" not in counts_line(counts, "", 0, "", 80).plain
    assert "1,234 articles to look at" in counts_line(counts, "", 1234, "1 of 12", 80).plain
