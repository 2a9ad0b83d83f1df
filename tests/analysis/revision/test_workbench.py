"""What follows when an actor changes sides, on a text written so that each thing can be told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.analysis.revision.revision import revise
from reader.domain.actor import Actor, ActorKind, Party
from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.comparison import Comparison
from reader.domain.correction import Correction, not_statement, party_correction, same_actor, speaker_correction
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.span import Span
from reader.domain.statement import Act, Endorsement, Mode, Statement
from reader.languages.pack import load_pack

TEXT = (
    "Rask said 12 of his trucks were lost. "
    "The council blamed Rask for the delay. "
    "A Bay official said 40 boats of Bayport had sunk. "
    "Bayport warned that Rask had 30 trucks. "
    "The unions called for calm."
)
PACK = load_pack("en")


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return (at, at + len(words))


def said(id: str, source: str, cue: str, content: str, *, by: tuple[str, ...] = (), **rest: object) -> Statement:
    statement = Statement(
        id=id,
        source=span(source),
        cue=span(cue),
        content=(span(content),),
        speakers=by,
        parties=(),
        targets=(),
        act=Act.DECLARE,
        mode=Mode.INDIRECT,
        endorsement=Endorsement.NEUTRAL,
        negated=False,
        quantities=(),
        parent=None,
        rule="by hand",
        confidence=0.9,
    )
    return replace(statement, **rest)  # type: ignore[arg-type]


def number(id: str, text: str, counted: str, party: str | None, *, nth: int = 0) -> Quantity:
    return Quantity(
        id,
        span(text),
        text,
        QuantityKind.CARDINAL,
        float(text),
        None,
        None,
        Hedge.EXACT,
        None,
        counted,
        span(counted, nth),
        party,
    )


FOUND = Analysis(
    language="en",
    engine=Engine(None, "en 1", Level.LIGHT),
    parties=(
        Party("rask", "Rask", "person"),
        Party("council", "the council", "organisation"),
        Party("BA", "Bay", "state"),
        Party("unions", "unions", "group"),
    ),
    actors=(
        Actor("a1", "Rask", ActorKind.PERSON, "rask", (span("Rask"), span("Rask", 1), span("Rask", 2))),
        Actor("a2", "council", ActorKind.ORGANISATION, "council", (span("council"),)),
        Actor("a3", "Bay", ActorKind.STATE, "BA", (span("Bay"),)),
        Actor("a4", "Bayport", ActorKind.PLACE, "BA", (span("Bayport"), span("Bayport", 1))),
    ),
    quantities=(
        number("q1", "12", "trucks", "rask"),
        number("q2", "40", "boats", "BA"),
        number("q3", "30", "trucks", None, nth=1),
    ),
    statements=(
        said("s1", "Rask", "said", "12 of his trucks were lost", by=("a1",), parties=("rask",), quantities=("q1",)),
        said("s2", "The council", "blamed", "for the delay", by=("a2",), parties=("council",), targets=("rask",)),
        said("s3", "A Bay official", "said", "40 boats of Bayport had sunk", parties=("BA",), quantities=("q2",)),
        said(
            "s4",
            "Bayport",
            "warned",
            "that Rask had 30 trucks",
            by=("a4",),
            parties=("BA",),
            targets=("rask",),
            quantities=("q3",),
            parent="s3",
        ),
        said("s5", "The unions", "called", "for calm", parties=("unions",), targets=("BA", "rask"), confidence=0.3),
    ),
    comparison=Comparison((), (), ()),
)


def corrected(*corrections: Correction) -> Analysis:
    return revise(FOUND, TEXT, PACK, corrections)


def statements(analysis: Analysis) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {s.id: (s.parties, s.targets) for s in analysis.statements}


BEFORE = statements(FOUND)


def test_what_is_one_persons_own_goes_along_whole() -> None:
    revised = corrected(party_correction("Rask", "Haulage League"))
    assert statements(revised) == BEFORE | {
        "s1": (("haulage-league",), ()),
        "s2": (("council",), ("haulage-league",)),
        "s4": (("BA",), ("haulage-league",)),
        "s5": (("unions",), ("BA", "haulage-league")),
    }
    assert [q.party for q in revised.quantities] == ["haulage-league", "BA", None]
    assert [p.id for p in revised.parties] == ["haulage-league", "council", "BA", "unions"]


def test_a_charge_against_ones_own_new_side_has_no_target() -> None:
    assert statements(corrected(party_correction("Rask", "the council")))["s2"] == (("council",), ())


def test_of_a_shared_side_only_the_actors_part_goes_along() -> None:
    revised = corrected(party_correction("Bayport", "Harbour Trust"))
    assert statements(revised) == BEFORE | {"s4": (("harbour-trust",), ("rask",))}
    assert [q.party for q in revised.quantities] == ["rask", "harbour-trust", None]
    assert [p.id for p in revised.parties] == ["rask", "council", "BA", "harbour-trust", "unions"]


def test_a_side_that_somebody_unnamed_speaks_for_can_be_another() -> None:
    revised = corrected(party_correction("Unions", "Rask"))
    assert statements(revised) == BEFORE | {"s5": (("rask",), ("BA",))}
    assert "unions" not in [p.id for p in revised.parties]
    assert corrected(party_correction("unions", "unions")) is FOUND


def test_one_actors_side_is_the_one_that_others_speak_for() -> None:
    revised = corrected(same_actor("Rask", "Bayport"))
    (joined,) = [a for a in revised.actors if a.corrected]
    assert (joined.name, joined.party, len(joined.mentions)) == ("Rask", "BA", 5)
    assert statements(revised)["s1"] == (("BA",), ())
    assert [s.speakers for s in revised.statements] == [("a1",), ("a2",), (), ("a1",), ()]
    assert all(set(s.parties).isdisjoint(s.targets) for s in revised.statements)


def test_who_speaks_in_anothers_place_is_no_target_of_its_own() -> None:
    charge = FOUND.statements[1]
    revised = corrected(speaker_correction(TEXT, charge, "Rask"))
    assert statements(revised)["s2"] == (("rask",), ())
    assert revised.statements[1].source is None
    assert revised.party("council") is not None


def test_what_was_quoted_inside_no_statement_stands_alone() -> None:
    inner = corrected(not_statement(TEXT, FOUND.statements[2])).statement("s4")
    assert inner is not None
    assert inner.parent is None


def test_a_side_of_which_things_are_counted_stays() -> None:
    alone = tuple(replace(s, quantities=()) for s in FOUND.statements if s.id != "s3")
    numbers = (*FOUND.quantities[:2], replace(FOUND.quantities[2], party="BA"))
    found = replace(FOUND, statements=(*alone[:3], replace(alone[3], targets=("rask",))), quantities=numbers)
    revised = revise(found, TEXT, PACK, [party_correction(name, "Harbour Trust") for name in ("Bay", "Bayport")])
    assert "BA" not in {party for s in revised.statements for party in (*s.parties, *s.targets)}
    assert [q.party for q in revised.quantities] == ["rask", "harbour-trust", "BA"]
    assert "BA" in [p.id for p in revised.parties]


def test_a_statement_with_two_sides_keeps_them_apart() -> None:
    both = replace(FOUND.statements[0], speakers=("a1", "a2"), parties=("rask", "council"), targets=("rask", "council"))
    found = replace(FOUND, statements=(both, *FOUND.statements[1:]))
    revised = revise(found, TEXT, PACK, [party_correction("Rask", "Haulage League")])
    assert statements(revised)["s1"] == (("haulage-league", "council"), ("haulage-league", "council"))


@pytest.mark.parametrize("word", ["Rask", "Bayport", "council"])
def test_who_belongs_where_it_belonged_changes_nothing_but_is_marked(word: str) -> None:
    party = next(FOUND.party(a.party or "") for a in FOUND.actors if a.name == word)
    assert party is not None
    revised = corrected(party_correction(word, party.id))
    assert [a.name for a in revised.actors if a.corrected] == [word]
    assert statements(revised) == BEFORE
