"""Which actors a name stands for, and which names a person's word makes one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.engine import analyse
from reader.analysis.revision.names import Aliases, Names
from reader.analysis.revision.revision import revise
from reader.domain.actor import Actor, ActorKind
from reader.domain.analysis import Analysis
from reader.domain.correction import Correction, not_statement, party_correction, same_actor, speaker_correction
from reader.domain.plain_text import clean_line
from reader.languages.pack import load_pack

TEXT = "Ann Lee met John Smith, L'Oréal and the Café Society. Smith spoke. Lee left. Jane Smith and Bob Lee stayed."


def person(id: str, *names: str) -> Actor:
    mentions = tuple((at, at + len(name)) for name in names if (at := TEXT.index(name)) >= 0)
    return Actor(id, names[0], ActorKind.PERSON, None, mentions)


NAMES = Names(
    TEXT,
    [
        person("a1", "Ann Lee"),
        person("a2", "John Smith", "Smith"),
        person("a3", "L'Oréal"),
        person("a4", "Café Society"),
        person("a5", "Jane Smith"),
        person("a6", "Bob Lee"),
    ],
    frozenset({"the"}),
)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("ann  LEE", ["a1"]),
        ("Smith", ["a2"]),
        ("Lee", []),
        ("Smith John", []),
        ("L’Oreal", ["a3"]),
        ("the cafe society", ["a4"]),
        ("the", []),
        ("…", []),
        ("", []),
    ],
)
def test_names_are_found_without_case_accents_apostrophes_and_articles(name: str, ids: list[str]) -> None:
    assert NAMES.find(NAMES.key(name)) == ids


def test_a_surname_stands_for_somebody_only_where_one_bears_it() -> None:
    one = Names(TEXT, [person("a1", "Ann Lee"), person("a5", "Jane Smith")], frozenset())
    assert one.find(("smith",)) == []
    assert one.find_here(("smith",)) == ["a5"]
    assert NAMES.find_here(("lee",)) == []


def pairs(*names: tuple[str, str]) -> Aliases:
    return Aliases((NAMES.key(one), NAMES.key(other)) for one, other in names)


def test_names_joined_one_by_one_are_one_group_in_any_order() -> None:
    joined = [("Ann Lee", "A. Lee"), ("Queen Ann", "Lady Lee"), ("Lady Lee", "Ann Lee"), ("A. Lee", "Queen Ann")]
    for order in (joined, joined[::-1]):
        assert set(pairs(*order).all(("ann", "lee"))) == {
            ("ann", "lee"),
            ("a", "lee"),
            ("queen", "ann"),
            ("lady", "lee"),
        }


def test_a_surname_joins_no_two_people() -> None:
    aliases = pairs(("Smith", "John Smith"), ("Jane Smith", "Smith"))
    assert aliases.all(("smith",)) == (("smith",),)
    assert list(aliases.same(NAMES)) == []


def test_a_surname_joins_the_one_who_bears_it() -> None:
    apart = Names(TEXT, [person("a1", "Ann Lee"), person("a7", "Lee"), person("a5", "Jane Smith")], frozenset())
    assert list(pairs(("Lee", "Ann Lee")).same(apart)) == [["a1", "a7"]]
    assert list(pairs(("Ann Lee", "Lee"), ("Lee", "Bob Lee")).same(apart)) == [["a1", "a7"]]
    assert list(pairs(("Lee", "Bob Lee")).same(apart)) == []


FIRST = "“We will sell the pier,” said Edda Mornby.\n\n“No one asked us,” said Tom Vale.\n"
LATER = "“The pier is ours,” Edda Mornby said on Friday.\n\n“Who says so?” said Liz Mornby.\n"

Corrected = Callable[..., Analysis]


@pytest.fixture
def corrected(english_model: Any) -> Corrected:
    """The analysis of a text with these corrections laid over it."""
    pack = load_pack("en")

    def analysing(text: str, *corrections: Correction) -> Analysis:
        return revise(analyse(text, pack, english_model), text, pack, corrections)

    return analysing


def sides(analysis: Analysis) -> dict[str, str | None]:
    return {actor.name: actor.party for actor in analysis.actors}


def test_what_is_said_of_an_actor_holds_in_later_articles(corrected: Corrected) -> None:
    correction = party_correction("Edda Mornby", "Harbour Trust")
    assert sides(corrected(FIRST, correction)) == {"Edda Mornby": "harbour-trust", "Tom Vale": "vale"}
    later = corrected(LATER, correction)
    assert sides(later) == {"Edda Mornby": "harbour-trust", "Liz Mornby": "liz-mornby"}
    assert later.statements[0].parties == ("harbour-trust",)
    assert [party.id for party in later.parties] == ["harbour-trust", "liz-mornby"]


def test_a_bare_surname_says_nothing_of_its_other_bearers(corrected: Corrected) -> None:
    assert corrected(LATER, party_correction("Mornby", "Harbour Trust")) == corrected(LATER)
    both = same_actor("Mornby", "Edda Mornby"), same_actor("Mornby", "Liz Mornby")
    assert corrected(LATER, *both) == corrected(LATER)


def test_a_correction_of_a_statement_stays_with_its_text(corrected: Corrected) -> None:
    said = speaker_correction(FIRST, corrected(FIRST).statements[0], "Liz Mornby")
    assert [s.corrected for s in corrected(FIRST, said).statements] == [True, False]
    assert corrected(LATER, said) == corrected(LATER)


def test_who_no_longer_speaks_is_no_party(corrected: Corrected) -> None:
    said = speaker_correction(FIRST, corrected(FIRST).statements[0], "Tom Vale")
    assert [party.id for party in corrected(FIRST).parties] == ["mornby", "vale"]
    assert [party.id for party in corrected(FIRST, said).parties] == ["vale"]
    assert sides(corrected(FIRST, said)) == {"Edda Mornby": None, "Tom Vale": "vale"}


def test_who_had_no_side_gets_one_by_speaking(corrected: Corrected) -> None:
    silent = corrected(FIRST, speaker_correction(FIRST, corrected(FIRST).statements[0], "Tom Vale"))
    again = revise(silent, FIRST, load_pack("en"), [speaker_correction(FIRST, silent.statements[0], "Edda Mornby")])
    assert [s.parties for s in again.statements] == [("mornby",), ("vale",)]


def test_one_name_said_to_be_the_other_makes_one_speaker(corrected: Corrected) -> None:
    one = corrected(LATER, same_actor("Liz Mornby", "Edda Mornby"))
    assert len(one.actors) == 1
    assert {s.speakers for s in one.statements} == {(one.actors[0].id,)}
    assert len({s.parties for s in one.statements}) == 1
    assert len(one.parties) == 1


def test_what_is_quoted_inside_no_statement_stands_alone(corrected: Corrected) -> None:
    text = "Edda Mornby said the union had told her that “the pier is rotten”.\n"
    found = corrected(text)
    inner = next(s for s in found.statements if s.parent is not None)
    outer = found.statement(inner.parent or "")
    assert outer is not None
    alone = corrected(text, not_statement(text, outer))
    assert [(s.id, s.parent) for s in alone.statements] == [(inner.id, None)]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_no_corrections_raise_or_break_the_analysis(data: st.DataObject) -> None:
    """Any names, any order, any spans: ids stay sound and the same words give the same analysis."""
    text = FIRST + LATER
    pack = load_pack("en")
    found = analyse(text, pack, None)
    names = st.one_of(st.sampled_from(["Tom Vale", "Liz Mornby", "Mornby", "France", "", "the"]), st.text(max_size=4))
    actor_kinds = st.sampled_from([party_correction, same_actor])
    corrections: list[Correction] = []
    for _ in range(data.draw(st.integers(1, 6))):
        one, other = (data.draw(names).strip() or "x" for _ in range(2))
        statement = data.draw(st.sampled_from(found.statements))
        corrections.append(
            data.draw(
                st.sampled_from(
                    [
                        data.draw(actor_kinds)(clean_line(one) or "x", clean_line(other) or "y"),
                        speaker_correction(text, statement, clean_line(one) or "x"),
                        not_statement(text, statement),
                    ]
                )
            )
        )
    revised = revise(found, text, pack, corrections)
    assert revised == revise(found, text, pack, corrections)
    actors, parties = {a.id for a in revised.actors}, {p.id for p in revised.parties}
    ids = {s.id for s in revised.statements}
    for s in revised.statements:
        assert set(s.speakers) <= actors
        assert set(s.parties) <= parties
        assert s.parent is None or s.parent in ids
    assert {a.party for a in revised.actors} <= parties | {None}
