"""A story arranged: the founding story in two languages, and stories of every other shape."""

from __future__ import annotations

from itertools import pairwise

import pytest
from founding import founding
from hypothesis import given
from hypothesis import strategies as st
from telling import article, board, told

from reader.analysis.story_board.parts import StoryBoard, Trend
from reader.domain.comparison import ExchangeKind

STATES = (
    "France Germany Italy Spain Portugal Greece Turkey Poland Hungary Austria Sweden Norway Finland Denmark Belgium "
    "Ireland Iceland Serbia Croatia Albania Romania Bulgaria Ukraine Russia Armenia Azerbaijan Egypt Libya Algeria "
    "Morocco Tunisia Sudan Kenya Nigeria Ghana Senegal Mali Niger Chad Brazil"
)
HOSTILE = ["[/red]", "\x1b[31mred", "‮reversed", "", " ", "a" * 5000, "<script>alert(1)</script>", "line\nbreak"]


@pytest.fixture(scope="module")
def story() -> StoryBoard:
    return board(*founding())


def holds_together(story: StoryBoard) -> None:
    """Whether every place is in an article's own text and every id leads somewhere."""
    texts = {text.article_id: text for text in story.texts}
    assert list(story.starts) == [text.article_id for text in story.texts]
    for id, start in story.starts.items():
        assert story.text[start : start + len(texts[id].text)] == texts[id].text
    parties = {party.id for party in story.analysis.parties}
    statements = {statement.id: statement for statement in story.analysis.statements}
    quantities = {quantity.id for quantity in story.analysis.quantities}
    assert set(story.carriers) == set(statements)
    for statement in statements.values():
        for span in statement.content:
            id, (start, end) = story.place(span)
            assert texts[id].text[start:end] == story.text[span[0] : span[1]]
        assert set(statement.parties) | set(statement.targets) <= parties
        assert set(statement.quantities) <= quantities
        assert statement.parent is None or statement.parent in statements
        carriers = story.carriers[statement.id]
        assert [c.dated for c in carriers] == sorted(c.dated for c in carriers)
        for carrier in carriers:
            own = texts[carrier.article_id].analysis.statement(carrier.statement)
            assert own is not None
            assert carrier.span == (own.content[0][0], own.content[-1][1])
    for exchange in story.analysis.comparison.exchanges:
        assert set(exchange.statements) <= set(statements)
    for figure in story.figures:
        assert figure.points
        assert figure.why.endswith(".")
        assert [p.dated for p in figure.points] == sorted((p.dated for p in figure.points), reverse=True)
    assert {moment.statement for moment in story.timeline} - {None} <= set(statements)
    assert [moment.dated for moment in story.timeline] == sorted(moment.dated for moment in story.timeline)
    assert set(story.beyond) == set(texts)
    for beyond in story.beyond.values():
        assert beyond.statements <= set(statements)
        assert set(beyond.parties) <= parties


def test_everything_shown_stands_in_an_articles_own_text(story: StoryBoard) -> None:
    holds_together(story)


def test_the_order_in_which_articles_are_given_makes_no_difference(story: StoryBoard) -> None:
    assert board(*founding(reverse=True)) == story


def test_statements_of_wire_copies_count_once(story: StoryBoard) -> None:
    by_party = {outlet.name: dict(outlet.quoted) for outlet in story.outlets}
    restraint = [c for c in story.carriers.values() if {x.article_id for x in c} == {2, 3}]
    assert len(restraint) >= 4
    assert by_party["The Herald"]["RU"] == by_party["The Post"]["RU"]


def test_rival_figures_of_the_founding_story(story: StoryBoard) -> None:
    armenian = next(figure for figure in story.figures if any(point.nominal == 105 for point in figure.points))
    assert armenian.trend is Trend.REVISED
    assert armenian.points[0].value == "105"
    assert {point.party for point in armenian.points} == {"AM"}
    assert {c.article_id for p in armenian.points for c in p.carriers} == {1, 2, 3, 4}
    azerbaijani = next(figure for figure in story.figures if any(point.nominal == 71 for point in figure.points))
    assert {point.party for point in azerbaijani.points} == {"AZ"}


def test_exchanges_and_what_is_lacking(story: StoryBoard) -> None:
    found = {exchange.kind for exchange in story.analysis.comparison.exchanges}
    assert ExchangeKind.MUTUAL_ACCUSATION in found
    assert "Russia is heard in 3 other articles." in story.beyond[4].sentences
    assert any("later count" in sentence for sentence in story.beyond[1].sentences)


def test_one_identity_in_the_readers_language() -> None:
    names = {party.id: party.name for party in board(*founding(), reader="fr").analysis.parties}
    assert (names["AM"], names["RU"], names["AZ"]) == ("Arménie", "Russie", "Azerbaïdjan")
    peskov = [actor for actor in board(*founding()).analysis.actors if actor.name.endswith("Peskov")]
    assert len(peskov) == 1


def test_outlets_say_whom_they_cite_and_whom_they_leave_out(story: StoryBoard) -> None:
    outlets = {outlet.name: outlet for outlet in story.outlets}
    assert outlets["The Post"].alone == ("un",)
    assert "un" in outlets["AP"].unheard
    assert outlets["The Post"].articles == (3, 4)
    assert [citation.outlet for citation in outlets["The Post"].cites if citation.article_id == 4] == ["AFP"]


def test_a_story_of_one_outlet() -> None:
    story = board(
        *(article(n, text, outlet="The Post") for n, text in enumerate(("Greece said no.", "Italy said yes."), 1))
    )
    holds_together(story)
    (outlet,) = story.outlets
    assert (outlet.unheard, outlet.alone) == ((), ())
    assert outlet.articles == (1, 2)


def test_no_article_and_one_without_a_word() -> None:
    holds_together(board())
    holds_together(told("", "Nothing is said here."))


def test_forty_parties() -> None:
    states = STATES.split()
    story = told(*(f"{one} accused {other} of closing the strait." for one, other in pairwise(states)))
    holds_together(story)
    assert len(story.analysis.parties) == 40
    assert len(story.board.grid.columns) == 39
    assert len(story.beyond[1].sentences) <= 20


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_and_outlets(title: str) -> None:
    story = board(
        article(1, "Greece said the strait was open.", title=title, outlet=title or "?"),
        article(2, "Turkey said the strait was closed.", title=title),
    )
    holds_together(story)
    assert all("\n" not in moment.words for moment in story.timeline)


SENTENCES = [
    "Greece accused Turkey of closing the strait.",
    "Turkey rejected the accusations.",
    "Turkey said 12 ships were destroyed.",
    "Greece said 20 ships were destroyed.",
    "“The strait is open to every ship and will stay so,” Cyprus said.",
    "At least 12 people were killed, Reuters reported.",
    "Greece promised to reopen the strait within a week.",
    "Greece refused to reopen the strait within a week.",
]


@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(SENTENCES), max_size=4), st.integers(1, 9), st.sampled_from("ABC")),
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_any_story_holds_together_in_any_order(parts: list[tuple[list[str], int, str]], random: object) -> None:
    articles = [
        article(n, "\n\n".join(said), outlet=outlet, dated=f"2026-03-{day:02d}T08:00:00Z")
        for n, (said, day, outlet) in enumerate(parts, 1)
    ]
    story = board(*articles)
    holds_together(story)
    random.shuffle(articles)  # type: ignore[attr-defined]
    assert board(*articles) == story
