"""What a row of the list of stories says, and when something came out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from stories import Told

from reader.domain.found_statement import FoundParty
from reader.domain.query.terms import Text
from reader.domain.statement import Act
from reader.domain.story import StoryRow
from reader.ui.party_look import COLOURS, MARKS, looks_in_order, party_look
from reader.ui.stories.listed_looks import listed_looks
from reader.ui.stories.narrowing import StoryWords
from reader.ui.stories.story_rows import heading, lines_a_row, row_lines
from reader.ui.stories.times import clock, day, day_span, days, stamp

TODAY = date(2026, 3, 20)
PARTIES = tuple(FoundParty(f"p{n}", f"Party number {n}") for n in range(40))
ROW = StoryRow(
    id=1,
    title="Boats rammed in the strait",
    name="",
    sources=("Bay Press", "Le Quai", "Coast Daily"),
    languages=("en", "fr"),
    articles=5,
    copies=2,
    unread=3,
    new=2,
    parties=PARTIES[:2],
    first="2026-03-18T08:00:00Z",
    last="2026-03-19T08:00:00Z",
)
HOSTILE = "[/b]\x1b[31m[red]Boats\u202e\n\t[@click=app.quit]x[/]\x07 \u200d👩‍👩‍👧"


def words(row: StoryRow, width: int) -> list[str]:
    return ["".join(piece for piece, _ in line) for line in row_lines(row, width, TODAY)]


@pytest.mark.parametrize("width", [78, 118, 198])
def test_a_row_says_everything_that_is_known(width: int) -> None:
    told = " ".join(words(ROW, width))
    assert len(words(ROW, width)) == (1 if width == 198 else 2)
    for part in (
        "● Boats rammed",
        "2 new",
        "3 articles, 2 copies",
        "en fr",
        "Bay Press",
        "▌ Party number",
        "18–19 Mar",
    ):
        assert part in told


def test_the_users_name_stands_first_and_signs_at_the_end() -> None:
    line = words(replace(ROW, name="The strait", followed=True, muted=True), 118)[0]
    assert line.index("The strait") < line.index("Boats rammed")
    assert line.endswith("★‖")


def test_forty_parties_are_counted_where_there_is_no_room() -> None:
    assert "+3" in words(replace(ROW, parties=PARTIES), 118)[1]
    assert "+39" in words(replace(ROW, parties=PARTIES), 78)[1]


@given(
    width=st.integers(1, 240),
    title=st.text(max_size=80),
    outlets=st.lists(st.text(max_size=40), max_size=5),
    parties=st.lists(st.text(max_size=30), max_size=9),
)
def test_a_row_is_as_wide_as_the_list(width: int, title: str, outlets: list[str], parties: list[str]) -> None:
    named = tuple(FoundParty(f"p{n}", name) for n, name in enumerate(parties))
    row = replace(ROW, title=title, sources=tuple(outlets), parties=named)
    lines = words(row, width)
    assert len(lines) == lines_a_row(width)
    for line in lines:
        assert width < 60 or cell_len(line) <= width
        assert not any(ord(letter) < 32 or letter in "\u202e\u2066" for letter in line)


def test_hostile_titles_are_letters_only() -> None:
    told = "".join(words(replace(ROW, title=HOSTILE, name=HOSTILE, sources=(HOSTILE,)), 118))
    assert "[/b]" in told
    assert "\x1b" not in told
    assert "\u202e" not in told


@pytest.mark.parametrize("width", [140, 198, 240])
def test_the_heading_stands_above_its_columns(width: int) -> None:
    line, above = words(ROW, width)[0], heading(width)
    assert len(above) == width
    for name, told in (("parties", "▌ Party"), ("outlets", "Bay Press"), ("articles", "3 articles"), ("when", "18–19")):
        assert abs(above.index(name) - line.index(told)) <= 1


def test_there_is_no_heading_where_a_story_takes_two_lines() -> None:
    assert heading(100) == ""


def test_words_begin_words_whatever_their_accents() -> None:
    rows = [ROW, replace(ROW, id=2, title="Grève à Port-Mahé", sources=("L'Écho",), parties=())]
    gathered = StoryWords()
    gathered.add(rows)

    def found(words: str) -> list[int]:
        return gathered.having(Text(words))

    assert found("greve mah") == [2]
    assert found("quai") == [1]
    assert found("party BOAT") == [1]
    assert found("rammed nobody") == []


@pytest.mark.parametrize(
    ("iso", "said", "hour"),
    [("2026-03-18", "18\xa0Mar", ""), ("", "", ""), ("last week", "last week", "")],
)
def test_a_date_without_a_time_has_none(iso: str, said: str, hour: str) -> None:
    assert (stamp(iso), clock(iso)) == (said, hour)


def test_days_are_told_as_people_tell_them() -> None:
    assert day("2022-09-14") == "Wednesday 14 September 2022"
    assert day_span("2022-09-14", "2022-09-14") == "14 Sep 2022"
    assert day_span("2022-09-12", "2022-09-14") == "12–14 Sep 2022"
    assert day_span("2022-09-30", "2022-10-02") == "30 Sep – 2 Oct 2022"
    assert day_span("2022-12-30", "2023-01-02") == "30 Dec 2022 – 2 Jan 2023"
    assert day_span("soon", "") == "soon"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-03-18T08:00:00Z", "2026-03-18T20:00:00Z", "18 Mar"),
        ("2026-02-28", "2026-03-02", "28 Feb–2 Mar"),
        ("2025-01-02", "2025-01-05", "Jan 2025"),
        ("2025-01-30", "2025-02-05", "Jan–Feb 2025"),
        ("2024-12-31", "2025-01-05", "Jan 2025"),
        ("2026-03-18", "2026-03-20", "today"),
        ("", "", ""),
    ],
)
def test_a_list_tells_on_which_days(first: str, last: str, said: str) -> None:
    assert days(first, last, TODAY) == said


def test_a_story_and_its_list_give_a_party_one_look() -> None:
    told = Told("Boats.")
    for party in reversed(ROW.parties):
        told.party(party.id, party.name, "state")
    analysis = told.analysis()
    looks = party_look(analysis, listed_looks(ROW, analysis))
    assert [looks[party.id] for party in ROW.parties] == list(looks_in_order(p.id for p in ROW.parties).values())


def test_those_who_speak_get_the_colours_where_there_are_more_parties_than_colours() -> None:
    row = replace(ROW, parties=tuple(FoundParty(f"silent{n}", f"Silent {n}") for n in range(COLOURS)))
    told = Told("Boats were rammed.")
    told.party("speaks", "Boats", "state")
    told.says("speaks", Act.DECLARE, "were rammed", source="Boats")
    analysis = told.analysis()
    assert party_look(analysis, listed_looks(row, analysis))["speaks"].mark in MARKS
