"""What is said of a feed or a story below the lists: how it fares, and what to do about it. Pure."""

from __future__ import annotations

from datetime import datetime

from reader.domain.feed import Feed, FullText, Visit
from reader.domain.plain_text import clean_line
from reader.ui.feeds.moments import moment, next_moment
from reader.ui.feeds.subscriptions import State, Subscriptions, state

FULL_TEXT = {FullText.OFF: "never", FullText.SHORT: "when short", FullText.ALWAYS: "always"}


def feed_sentence(feed: Feed, visit: Visit, now: datetime) -> str:
    """How a feed fares, in a sentence or two."""
    how = state(feed, visit)
    if how is State.PAUSED:
        return "Paused: it is left alone until you resume it."
    if how in (State.FAILING, State.GONE):
        return trouble(visit)
    if how is State.NEW:
        return "Not asked yet."
    after = next_moment(visit.next_try, now)
    return f"Came {moment(visit.succeeded, now)}; next {after}."


def stories_sentence(known: Subscriptions, id: int) -> str:
    """What there is of a followed story, or of all of them where ``id`` is of none."""
    story = next((row for row in known.followed if row.id == id), None)
    if story is None:
        counts = known.stories
        if not counts.all:
            return "Articles about one event become a story as soon as two of them are here and analysed."
        stories = "story" if counts.all == 1 else "stories"
        return f"{counts.all:,} {stories}, {counts.unread:,} with something unread, {counts.followed:,} followed."
    outlets = f"{len(story.sources)} outlet{'' if len(story.sources) == 1 else 's'}"
    new = f", {story.new:,} of them new" if story.new else ""
    return f"{story.articles:,} articles in {outlets}{new}."


def trouble(visit: Visit) -> str:
    """What went wrong on the last visit, and what to do."""
    return clean_line(" ".join(part for part in (visit.error, visit.advice) if part))


def facts(feed: Feed, visit: Visit, folders: list[str], now: datetime) -> list[tuple[str, str]]:
    """What else is known of a feed, each with a word for it; in the order of use."""
    told = [
        ("address", feed.address),
        ("moved to", f"{visit.moved_to} (led there {visit.moved_visits} times)" if visit.moved_to else ""),
        ("site", feed.site or ""),
        ("tried", moment(visit.tried, now)),
        ("failures", str(visit.failures) if visit.failures else ""),
        ("folder", ", ".join(folders)),
        ("whole articles", FULL_TEXT[feed.full_text] if feed.full_text is not FullText.OFF else ""),
        ("proxy", feed.proxy or ""),
        ("certificate", "trusted though nobody vouches for it" if feed.insecure else ""),
    ]
    return [(word, clean_line(value)) for word, value in told if value]
