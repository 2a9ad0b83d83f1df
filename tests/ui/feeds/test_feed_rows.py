"""What the rows of drawer and health screen say, without a screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.domain.feed import Feed, Visit
from reader.domain.folder import Folder, Placement
from reader.ingest.outcome import Outcome, Step
from reader.ui.feeds.health_rows import COLUMNS, Order, heading, health_lines, per_week
from reader.ui.feeds.moments import moment, next_moment
from reader.ui.feeds.refreshing import Progress, summary
from reader.ui.feeds.sentences import facts, feed_sentence
from reader.ui.feeds.subscriptions import State, Subscriptions
from reader.ui.feeds.tree import tree

HOSTILE = "[/x] \x1b[31mred\x1b[0m \u202eevil\u2066 \x07 日本語 👨‍👩‍👧"
FORBIDDEN = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068"}
NOW = datetime(2026, 3, 20, 12, tzinfo=timezone(timedelta(hours=2)))


def feed(id: int, name: str, **more: object) -> Feed:
    """A feed."""
    return Feed(id, f"https://{id}.example/", f"https://{id}.example/", name=name, **more)  # type: ignore[arg-type]


KNOWN = Subscriptions(
    feeds=(feed(1, "A"), feed(2, "B"), feed(3, "C", paused=True), feed(4, "D"), feed(5, HOSTILE)),
    folders=(Folder(1, None, "Outer"), Folder(2, 1, "Inner")),
    placements=(Placement(1, 1, 1, 1), Placement(2, 1, 2, 1), Placement(3, 2, 2, 2), Placement(4, 3, None, 2)),
    order={("folder", 1): 1, ("folder", 2): 0},
    visits={
        1: Visit(tried="2026-03-20T09:00:00Z", succeeded="2026-03-20T09:00:00Z", status=200),
        2: Visit(tried="2026-03-20T09:00:00Z", succeeded="2026-03-01T09:00:00Z", status=500, failures=2, error="No."),
        4: Visit(tried="2026-03-19T09:00:00Z", status=410, gone=True, failures=1, error="Gone."),
    },
    unread={1: 3, 2: 4},
    weekly={1: 2.5, 2: 30.0},
    articles=9,
    all_unread=7,
)


def test_a_feed_in_two_folders_is_counted_once_above_them() -> None:
    rows = {line.name: line.unread for line in tree(KNOWN)}
    assert (rows["Outer"], rows["Inner"], rows["Unread"]) == (7, 7, 7)
    names = [line.name for line in tree(KNOWN)]
    assert names == ["All articles", "Unread", "Stories", "Outer", "Inner", "A", "B", "A", "C", "D", HOSTILE]
    assert [line.name for line in tree(KNOWN, frozenset({1}))] == [
        "All articles",
        "Unread",
        "Stories",
        "Outer",
        "C",
        "D",
        HOSTILE,
    ]
    assert len({line.key for line in tree(KNOWN)}) == len(names)


@pytest.mark.parametrize("width", [1, 4, 20, 47, 78, 120])
def test_rows_are_as_wide_as_there_is_room_and_safe(width: int) -> None:
    for line in [*tree(KNOWN), *health_lines(KNOWN, Order.NAME, False, NOW)]:
        words = "".join(piece for piece, _ in line.pieces(width))
        assert not FORBIDDEN & set(words)
        if width >= 47:
            assert cell_len(words) <= max(width, 75)


@pytest.mark.parametrize("width", [78, 118, 198])
def test_the_heading_stands_above_its_columns(width: int) -> None:
    line = next(line for line in health_lines(KNOWN, Order.NAME, False, NOW) if line.feed.id == 2)
    words, above = "".join(piece for piece, _ in line.pieces(width)), heading(width)
    assert len(words) <= width
    for column, text in zip(COLUMNS, line.cells, strict=True):
        if column.heading in above:
            at = above.index(column.heading)
            shown = words[at : at + column.width].strip()
            assert shown == text or column.right
            assert text in words
    assert above.rstrip().endswith("a week" if width < 110 else "failures")


def test_the_narrow_table_has_what_matters() -> None:
    assert heading(78).split() == ["feed", "last", "success", "status", "next", "try", "a", "week"]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order.NAME, "ABCD"),
        (Order.SUCCESS, "CDBA"),
        (Order.WEEKLY, "BACD"),
        (Order.STATUS, "BDCA"),
    ],
)
def test_rows_are_sorted(order: Order, names: str) -> None:
    assert "".join(line.feed.shown for line in health_lines(KNOWN, order, False, NOW) if line.feed.id < 5) == names


def test_only_failing_and_gone_feeds_are_left() -> None:
    lines = health_lines(KNOWN, Order.NAME, True, NOW)
    assert [line.state for line in lines] == [State.FAILING, State.GONE]


def test_sentences_tell_error_and_advice() -> None:
    visit = Visit(tried="2026-03-20T09:00:00Z", failures=1, error="It \x1b[31mfailed.", advice="Do this.")
    assert feed_sentence(feed(1, "A"), visit, NOW) == "It failed. Do this."
    told = dict(facts(feed(1, "A", proxy="http://p:1", insecure=True), visit, ["News"], NOW))
    assert told["folder"] == "News"
    assert told["proxy"] == "http://p:1"
    assert "moved to" not in told


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2026-03-20T10:05:00Z", "today 12:05"),
        ("2026-03-19T21:59:00Z", "yesterday 23:59"),
        ("2026-03-19T22:01:00Z", "today 00:01"),
        ("2026-03-21T10:00:00Z", "tomorrow 12:00"),
        ("2026-03-17T10:00:00Z", "3 days ago"),
        ("2026-03-25T10:00:00Z", "in 5 days"),
        ("2026-02-03T10:00:00Z", "3 Feb"),
        ("2024-02-03T10:00:00Z", "3 Feb 2024"),
        ("2026-03-20", "today 02:00"),
        (None, ""),
        ("", ""),
        ("nonsense", ""),
    ],
)
def test_times_are_said_as_a_person_would(iso: str | None, said: str) -> None:
    assert moment(iso, NOW) == said


def test_what_is_due_is_due_now_and_what_is_gone_never() -> None:
    assert next_moment("", NOW) == "now"
    assert next_moment("2026-03-20T09:59:59Z", NOW) == "now"
    assert next_moment("9999-12-31T00:00:00Z", NOW) == "never"
    assert next_moment("2026-03-20T11:00:00Z", NOW) == "today 13:00"


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_any_time_fits_its_column(then: datetime, now: datetime) -> None:
    assert len(moment(then.isoformat(), now)) <= 15


def test_articles_a_week_are_short() -> None:
    assert [per_week(n) for n in (0, 0.25, 3.0, 9.96, 12.4, 1200)] == ["", "0.2", "3", "10", "12", "1200"]


def test_a_refresh_is_told_in_a_sentence() -> None:
    def told(*outcomes: Outcome) -> str:
        return summary(outcomes, health="I", drawer="B")

    fine, bad = Outcome(1, "A", "a", new=34, changed=2), Outcome(2, "B", "b", error="It failed.", advice="Do this.")
    left = Outcome(3, "C", "c", skipped="It asked to be left alone until noon.")
    assert told(fine) == "34 new, 2 changed."
    assert told(Outcome(1, "A", "a")) == "Nothing new."
    assert told(bad) == "It failed. Do this."
    assert told(left) == "It asked to be left alone until noon."
    assert told(fine, bad) == "34 new, 2 changed; 1 feed failed: I says why."
    assert told(fine, left, left) == "34 new, 2 changed; 2 feeds not asked, as their servers wish."
    assert told().startswith("No feeds yet: B ")


def test_progress_names_the_feed_and_the_key_that_stops() -> None:
    long, short = Progress().words(Step(12, 200, Outcome(1, HOSTILE, "a")), "Ctrl+x")
    assert short == "refreshing 12 of 200"
    assert long.startswith("refreshing 12 of 200 · [/x] red evil")
    assert long.endswith("Ctrl+x stops")
    assert not FORBIDDEN & set(long)
    assert Progress().words(Step(0, 0), "x") == ("", "")
