"""Numbers to scale: hedges, open ends, what has no number, speakers without end, odd dates."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from strict_html import read_strictly

from reader.analysis.story_board.parts import Carrier, Point, Trend
from reader.domain.quantity import Hedge
from reader.domain.story import StoryMember
from reader.ingest.exporting.html_page import page
from reader.ingest.exporting.story_bars import WIDTH, bars
from reader.ingest.exporting.story_chart import Chart
from reader.ingest.exporting.story_dates import period, when
from reader.ingest.exporting.story_html_figures import figure_lines
from reader.ingest.exporting.story_scale import Opening, Reach, number, reach, ticks
from reader.ingest.exporting.story_sources import Cited, Source
from reader.ingest.exporting.story_told import Count, Number

DAY = "2022-09-14"


def point(
    nominal: float | None,
    hedge: Hedge = Hedge.EXACT,
    low: float | None = None,
    high: float | None = None,
    at: str = DAY,
) -> Point:
    carrier = Carrier(1, "s1", (0, 1), "AP", at, "en")
    return Point("AM", "Armenia", str(nominal), nominal, low, high, hedge, "q1", None, (carrier,))


def told(*points: Point, speakers: int = 1) -> Count:
    member = StoryMember(1, "T", "AP", None, "en", DAY, None, "0" * 64, False, False, "")
    cited = (Cited(Source(1, member, "AP", None, "", None), "1–2"),)
    numbers = tuple(Number(f"Side {at % speakers}", None, one, cited, None) for at, one in enumerate(reversed(points)))
    return Count("killed", "en", Trend.REVISED, "Why.", numbers)


def drawn(count: Count) -> html.HtmlElement:
    names = dict.fromkeys(each.speaker for each in count.numbers)
    hues = {name: at for at, name in enumerate(names)}
    text = page("T", "", Chart(count, hues).lines())
    read_strictly(text)
    return html.document_fromstring(text)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (point(49), Reach(49, 49, Opening.CLOSED, False)),
        (point(49, Hedge.ABOUT), Reach(49, 49, Opening.CLOSED, True)),
        (point(49, Hedge.AT_LEAST, 49), Reach(49, 49, Opening.ABOVE, False)),
        (point(49, Hedge.MORE_THAN, 49), Reach(49, 49, Opening.ABOVE, False)),
        (point(49, Hedge.AT_MOST, None, 49), Reach(49, 49, Opening.BELOW, False)),
        (point(49, Hedge.LESS_THAN, None, 49), Reach(49, 49, Opening.BELOW, False)),
        (point(None, Hedge.BETWEEN, 40, 60), Reach(40, 60, Opening.CLOSED, False)),
        (point(None, Hedge.ABOUT, 200), Reach(200, 200, Opening.ABOVE, True)),
        (point(None, Hedge.EXACT, None, 9), Reach(9, 9, Opening.BELOW, False)),
        (point(None), None),
        (point(float("inf")), None),
        (point(float("nan")), None),
    ],
)
def test_how_far_a_number_reaches(given: Point, expected: Reach | None) -> None:
    assert reach(given) == expected


@given(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=20))
def test_a_scale_holds_every_number_and_is_even(values: list[float]) -> None:
    marks = ticks(Reach(value, value, Opening.CLOSED, False) for value in values)
    slack = (marks[-1] - marks[0]) * 1e-6
    assert marks[0] - slack <= min(values)
    assert max(values) <= marks[-1] + slack
    assert 2 <= len(marks) <= 8
    assert all(one < other for one, other in pairwise(marks))


def test_a_scale_begins_at_zero_unless_all_numbers_are_near_one_another() -> None:
    assert ticks([reach(point(49)), reach(point(105))])[0] == 0  # type: ignore[list-item]
    assert ticks([reach(point(980)), reach(point(1000))])[0] > 0  # type: ignore[list-item]
    assert list(ticks([])) == list(ticks([Reach(1, 1, Opening.CLOSED, False)]))
    page = drawn(told(point(980, at="2022-09-13"), point(1000)))
    assert "does not begin at zero" in page.text_content()


def test_numbers_on_a_scale() -> None:
    assert [number(value) for value in (0, 49, 1200, 2.5, 2_500_000, -3e9)] == [
        "0",
        "49",
        "1,200",
        "2.5",
        "2.5 million",
        "-3 billion",
    ]


def test_a_chart_is_to_scale_in_both_directions() -> None:
    days = ("2022-09-13T00:00:00Z", "2022-09-14T00:00:00Z", "2022-09-17T00:00:00Z")
    page = drawn(told(*(point(value, at=day) for value, day in zip((25, 50, 100), days, strict=True))))
    circles = page.xpath("//figure/svg//circle")
    xs, ys = ([float(each.get(name)) for each in circles] for name in ("cx", "cy"))
    assert (xs[2] - xs[0]) == pytest.approx(4 * (xs[1] - xs[0]), abs=0.5)
    assert (ys[0] - ys[2]) == pytest.approx(3 * (ys[0] - ys[1]), abs=0.5)
    assert {text.text for text in page.xpath("//text[@class='value']")} == {"25", "50", "100"}


def test_hedges_are_told_apart_without_colour() -> None:
    hedged = (
        point(49, Hedge.AT_LEAST, 49),
        point(60, Hedge.ABOUT),
        point(None, Hedge.BETWEEN, 40, 60),
        point(70, Hedge.AT_MOST, None, 70),
    )
    page = drawn(told(*hedged, speakers=4))
    assert len(page.xpath("//path[@class='open']")) == 2
    assert len(page.xpath("//path[@class='bar']")) == 1
    assert len(page.xpath("//*[@class='hollow']")) == 1
    words = page.xpath("string(//figcaption)")
    for sign in ("hollow: about", "arrow up", "arrow down", "bar: from"):
        assert sign in words.lower()


@pytest.mark.parametrize("points", [(point(None), point(3)), (point(5),), ()])
def test_one_number_makes_no_chart(points: tuple[Point, ...]) -> None:
    assert not Chart(told(*points), {}).is_worth_it


@pytest.mark.parametrize("dated", ["", "no day", "2022", "9999-12-31T23:59:59Z"])
def test_odd_dates_draw_all_the_same(dated: str) -> None:
    page = drawn(told(point(3, at=dated), point(5), point(9)))
    assert len(page.xpath("//figure/svg//circle")) == 3


def test_many_speakers_and_equal_numbers_stay_apart() -> None:
    page = drawn(told(*[point(40 + at % 3) for at in range(40)], speakers=40))
    assert len(page.xpath("//figcaption//li")) == 40
    same = told(*[point(40) for _ in range(5)])
    xs = [circle.get("cx") for circle in drawn(same).xpath("//figure/svg//circle")]
    assert len(set(xs)) == 5


def test_a_table_without_any_number_has_no_chart() -> None:
    lines = "\n".join(figure_lines([told(point(None), point(None))], []))
    assert "<svg" not in lines
    assert lines.count("<tr>") == 3


def test_bars_are_to_scale_from_zero() -> None:
    made = bars([point(100), point(50, Hedge.ABOUT), point(None, Hedge.BETWEEN, 25, 75), point(50, Hedge.AT_LEAST, 50)])
    assert made == ("█" * WIDTH, "█" * 12 + "≈", "█" * 6 + "░" * 12, "█" * 12 + "▸")
    assert bars([point(5)]) == ("",)
    assert bars([point(0), point(0)]) == ("", "")
    assert bars([point(-5), point(None), point(1), point(10**9)]) == ("", "", "█", "█" * WIDTH)


def test_times_are_told_the_same_everywhere() -> None:
    assert when("2022-09-14") == "14 Sep 2022"
    assert when("2022-09-14T10:20:00Z") == "14 Sep 2022, 10:20 UTC"
    assert when("2022-09-14T10:20:00+02:00") == "14 Sep 2022, 08:20 UTC"
    assert when("one day") == "one day"
    assert period("2022-09-14T10:20:00Z", "2022-09-14") == "14 Sep 2022"
    assert period("2022-09-14", "2022-10-01") == "14 Sep 2022 to 1 Oct 2022"


def test_a_chart_says_what_is_counted_in_words() -> None:
    count = replace(told(point(1), point(2)), counted='<b>"tués"</b>')
    assert '<b>"tués"</b>' in drawn(count).xpath("//svg/@aria-label")[0]
