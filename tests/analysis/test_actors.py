"""Who is named: kinds, parties, merging; and that no text breaks it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.actors.actors import Cast, find_actors
from reader.analysis.text.parse import parse
from reader.domain.actor import Actor, ActorKind
from reader.languages.models import load_model
from reader.languages.pack import load_pack

LANGUAGES = ("fr", "en", "und", "pt")


def cast_of(language: str, text: str, light: bool = False) -> Cast:
    pack = load_pack(language)
    return find_actors(parse(text, pack, None if light else load_model(pack)), pack)


def one(cast: Cast, name: str) -> Actor:
    found = [a for a in cast.actors if a.name == name]
    assert len(found) == 1, f"{name} not once among {[a.name for a in cast.actors]}"
    return found[0]


def mentioned(actor: Actor, text: str) -> list[str]:
    return [text[start:end] for start, end in actor.mentions]


@pytest.mark.parametrize(
    ("language", "text", "name", "kind", "party"),
    [
        (
            "fr",
            "Le ministère turc de la Défense a démenti.",
            "ministère turc de la Défense",
            ActorKind.GOVERNMENT,
            "TR",
        ),
        ("fr", "Les forces soudanaises ont reculé.", "forces soudanaises", ActorKind.FORCE, "SD"),
        ("fr", "L’Élysée a réagi.", "Élysée", ActorKind.GOVERNMENT, "FR"),
        ("fr", "Le vote aura lieu à Quimper.", "Quimper", ActorKind.PLACE, None),
        ("fr", "Le Fonds monétaire international a prêté.", "Fonds monétaire international", "organisation", "imf"),
        ("fr", "La Crimée reste isolée.", "Crimée", ActorKind.PLACE, None),
        ("fr", "Les Etats-Unis ont protesté.", "États-Unis", ActorKind.STATE, "US"),
        ("en", "The Turkish Defence Ministry denied it.", "Turkish Defence Ministry", ActorKind.GOVERNMENT, "TR"),
        ("en", "Downing Street declined to comment.", "Downing Street", ActorKind.GOVERNMENT, "GB"),
        ("en", "The Sudanese army withdrew.", "Sudanese army", ActorKind.FORCE, "SD"),
        ("en", "U.S. officials met in Lagos.", "Lagos", ActorKind.PLACE, None),
        ("en", "The Houthis fired again.", "Houthis", ActorKind.GROUP, "houthis"),
    ],
)
def test_kind_and_party(language: str, text: str, name: str, kind: ActorKind, party: str | None) -> None:
    actor = one(cast_of(language, text), name)
    assert (actor.kind, actor.party) == (kind, party)


def test_a_capital_acts_or_is_where_something_happens() -> None:
    cast = cast_of("fr", "Moscou a protesté. Le sommet se tient à Moscou.")
    assert [(a.kind, a.party) for a in cast.actors] == [(ActorKind.STATE, "RU"), (ActorKind.PLACE, None)]


def test_surname_title_and_initial_are_the_full_name() -> None:
    text = "Le député Jean Morel a voté. M. Morel l’a dit. Selon J. Morel, rien ne presse."
    assert mentioned(one(cast_of("fr", text), "Jean Morel"), text) == ["Jean Morel", "Morel", "J. Morel"]


def test_acronym_is_its_expansion() -> None:
    text = "L’Union des marins du Ponant (UMP3) proteste. Pour l’UMP3, c’est trop."
    cast = cast_of("fr", text)
    assert mentioned(one(cast, "Union des marins du Ponant"), text)[1:] == ["UMP3", "UMP3"]


def test_a_word_that_is_also_a_state_is_not_one_in_lower_case_or_in_a_name() -> None:
    cast = cast_of("en", "They ate turkey with us. Michael Jordan and Chad Brewer watched the polish dry.")
    assert {a.kind for a in cast.actors} == {ActorKind.PERSON}


def test_a_compound_is_not_the_state_in_it() -> None:
    assert [a.name for a in cast_of("en", "The pro-Beijing camp and a US-led force met.").actors] == []


def test_dateline_and_byline_name_nobody() -> None:
    text = "OSLO, Norvège (AFP) – La Suède a signé.\n\nPaul Renard, Associated Press"
    assert [a.name for a in cast_of("fr", text).actors] == ["Suède"]


def test_a_minister_of_an_unknown_state_speaks_for_nobody_else() -> None:
    cast = cast_of("en", "Minister of Education Anna Verdi said schools would open. Education matters, she said.")
    assert [(a.name, a.party) for a in cast.actors] == [("Anna Verdi", "verdi")]


def test_rivals_in_an_election_speak_for_their_parties() -> None:
    text = "Campaign: Donald Trump and Joe Biden met voters in Ohio before the election."
    cast = cast_of("en", text)
    assert [one(cast, n).party for n in ("Donald Trump", "Joe Biden")] == ["republicans", "democrats"]
    assert one(cast_of("en", "President Joe Biden flew to Rome."), "Joe Biden").party == "US"


def test_two_ministries_of_one_name_stay_apart() -> None:
    cast = cast_of("en", "Greece's Foreign Ministry and Turkey's Foreign Ministry replied.")
    assert [a.party for a in cast.actors if a.name == "Foreign Ministry"] == ["GR", "TR"]


def test_parties_are_named_in_the_language_of_the_text() -> None:
    assert [p.name for p in cast_of("fr", "L’ONU et l’Allemagne négocient.").parties] == ["Nations unies", "Allemagne"]
    assert [p.name for p in cast_of("en", "The UN and Germany negotiate.").parties] == ["United Nations", "Germany"]


def test_a_language_without_a_pack_knows_the_states_in_its_own_words() -> None:
    cast = cast_of("pt", "A Alemanha e a ONU responderam.", light=True)
    assert [(a.name, a.party) for a in cast.actors] == [("Alemanha", "DE"), ("UN", "un")]


VOCABULARY = """
Le la de du d' l' les The of and et à in Paris Paul Morel Kremlin ministère Ministry ministre minister arménien Armenian
U.S. U.S ONU (UAT) UAT Union CGT Mme M. Mr. il elle they both sides les deux parties son his 's ' - – , . ; ( ) « » “ ”
said a dit selon according to Nord- al- von der Leyen Elle It President président Église Œuvre ǅ ß İstanbul 日本 \u00a0
"""
TEXTS = st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=40).map(" ".join) | st.text(max_size=120)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=80, deadline=None)
@given(text=TEXTS, data=st.data())
def test_any_text_is_read_and_every_mention_slices(language: str, text: str, data: Any) -> None:
    cast = cast_of(language, text, light=True)
    spans = [span for actor in cast.actors for span in actor.mentions]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    ordered = sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(ordered))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = cast.resolve((start, end))
    assert set(found.speakers) <= {a.id for a in cast.actors}
    assert set(found.parties) <= {p.id for p in cast.parties}
    assert cast_of(language, text, light=True).actors == cast.actors
