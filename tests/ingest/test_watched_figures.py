"""What a figure's number is told to have been before: the same speaker's, never another's."""

from __future__ import annotations

from watched import news

from reader.analysis.story_board.parts import Carrier, Point, StoryFigure, Trend
from reader.domain.quantity import Hedge
from reader.domain.watch import WatchKind
from reader.ingest.watched_figures import number_before
from reader.ingest.watching import begin, sightings
from reader.store.library import Library


def point(speaker: str, value: str, *days: int, party: str | None = None, outlet: str = "Post") -> Point:
    told = speaker == "the article"
    carriers = tuple(
        Carrier(day, "" if told else "s1", (0, 1), outlet, f"2026-03-{day:02}T00:00:00Z", "en") for day in days
    )
    return Point(party, speaker, value, 1.0, 1.0, 1.0, Hedge.EXACT, "q", None if told else "s", carriers)


def before(*latest_first: Point) -> list[str]:
    figure = StoryFigure("dead", Trend.DISPUTED, "", latest_first)
    return [number_before(figure, each) for each in latest_first]


def test_it_is_the_same_speakers() -> None:
    tadjik, kirghiz = {"party": "TJ"}, {"party": "KG"}
    assert before(
        point("Tadjikistan", "trois", 4, **tadjik),
        point("Kirghizistan", "six", 3, **kirghiz),
        point("the Tajik side", "two", 2, **tadjik),
        point("Kirghizistan", "five", 1, **kirghiz),
    ) == ["two", "five", "", ""]


def test_it_is_the_last_one_also_where_an_old_number_is_said_again() -> None:
    assert before(point("Ada", "9", 5), point("Ada", "7", 2), point("Ada", "6", 1, 4)) == ["6", "6", ""]
    # Said again only later, it was not said before.
    assert before(point("Ada", "7", 2), point("Bo", "6", 1, 3)) == ["", ""]
    # On one day, in the order of the figure.
    assert before(point("Ada", "7", 2), point("Ada", "6", 2)) == ["6", ""]


def test_nobody_named_and_other_outlets_are_not_the_same() -> None:
    assert before(point("an unnamed source", "7", 2), point("an unnamed source", "6", 1)) == ["", ""]
    assert before(point("the article", "7", 2), point("the article", "6", 1, outlet="Times")) == ["", ""]
    assert before(point("the article", "7", 2), point("the article", "6", 1)) == ["6", ""]
    assert before(point("the article", "7", 2, outlet=""), point("the article", "6", 1, outlet="")) == ["", ""]
    assert before(point("Ada", "7", 2, outlet="A"), point("Ada", "6", 1, outlet="B")) == ["6", ""]


def test_a_rule_tells_no_other_outlets_number(empty_library: Library) -> None:
    library = empty_library
    first = news(library, 1)
    news(library, 2)
    begin(library, library.watches.add("Dead", WatchKind.FIGURES, story=first))
    news(library, 3, killed=60, source="The Hill Times")
    news(library, 4, killed=75)
    assert [(one.before, one.words) for one in sightings(library)] == [
        ("At least 49", "At least 75"),
        ("", "At least 60"),
    ]
