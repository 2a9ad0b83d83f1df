"""What a person says of the seed story changes everything that hangs on it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.analysis.board.board import board
from reader.analysis.revision.revision import revise
from reader.domain.actor import Actor, ActorKind
from reader.domain.analysis import Analysis
from reader.domain.article import Draft
from reader.domain.comparison import ExchangeKind
from reader.domain.confidence import Strictness
from reader.domain.correction import Correction, not_statement, party_correction, same_actor, speaker_correction
from reader.domain.statement import Statement
from reader.languages.pack import Pack

Revise = Callable[..., Analysis]


@pytest.fixture
def corrected(found: Analysis, story: Draft, pack: Pack) -> Revise:
    """The story's analysis with these corrections laid over it."""

    def revising(*corrections: Correction, strictness: Strictness = Strictness.NORMAL) -> Analysis:
        return revise(found, story.text, pack, corrections, strictness)

    return revising


def starting(analysis: Analysis, text: str, words: str) -> Statement:
    """The statement whose content begins with these words."""
    return next(s for s in analysis.statements if text.startswith(words, s.content[0][0]))


def actor(analysis: Analysis, name: str) -> Actor:
    return next(a for a in analysis.actors if a.name == name)


@pytest.fixture
def drones(found: Analysis, story: Draft) -> Statement:
    """Armenia's ministry accuses Azerbaijan of launching drones."""
    return starting(found, story.text, "d’avoir lancé des drones")


@pytest.fixture
def losses(found: Analysis, story: Draft) -> Statement:
    """Azerbaijan says that it lost 50."""
    return starting(found, story.text, "en avoir perdu 50")


def test_without_corrections_the_same_object_comes_back(
    found: Analysis, corrected: Revise, story: Draft, drones: Statement
) -> None:
    elsewhere = speaker_correction("Quite another text, in which he spoke.", replace(drones, content=((0, 18),)), "X")
    undone = replace(not_statement(story.text, drones), undone=True)
    for corrections in ((), (undone,), (elsewhere,), (party_correction("Emmanuel Macron", "Armenia"),)):
        assert corrected(*corrections) is found


def test_a_speaker_named_in_the_text_makes_the_statement(
    found: Analysis, corrected: Revise, story: Draft, drones: Statement
) -> None:
    said = corrected(speaker_correction(story.text, drones, "Dmitri Peskov"))
    statement = said.statement(drones.id)
    assert statement is not None
    assert (statement.speakers, statement.parties) == ((actor(found, "Dmitri Peskov").id,), ("RU",))
    assert (statement.corrected, statement.confidence, statement.source) == (True, 1.0, None)
    assert (statement.content, statement.targets, statement.act) == (drones.content, drones.targets, drones.act)
    assert said.actors == found.actors
    assert [s for s in said.statements if s.id != drones.id] == [s for s in found.statements if s.id != drones.id]
    assert [e.statements for e in found.comparison.exchanges if drones.id in e.statements]
    assert not [e.statements for e in said.comparison.exchanges if drones.id in e.statements]


@pytest.mark.parametrize("name", ["peskov", "DMITRI PESKOV", "Moscou", "la Russie", "le Kremlin", "Kremlin"])
def test_a_speaker_is_known_by_surname_alias_and_article(
    found: Analysis, corrected: Revise, story: Draft, drones: Statement, name: str
) -> None:
    said = corrected(speaker_correction(story.text, drones, name))
    assert len(said.actors) == len(found.actors)
    assert said.statements[1].parties == ("RU",)


def test_a_source_that_names_nobody_else_stays(corrected: Revise, story: Draft, found: Analysis) -> None:
    statement = starting(found, story.text, "que Poutine")
    said = corrected(speaker_correction(story.text, statement, "Dmitri Peskov")).statement(statement.id)
    assert said is not None
    assert said.source == statement.source


def test_somebody_the_text_does_not_name_comes_in_without_a_mention(
    found: Analysis, corrected: Revise, story: Draft, drones: Statement
) -> None:
    said = corrected(speaker_correction(story.text, drones, "Anna Tartempion"))
    newcomer = said.actors[-1]
    assert (newcomer.name, newcomer.kind, newcomer.mentions) == ("Anna Tartempion", ActorKind.PERSON, ())
    assert (newcomer.party, newcomer.corrected) == ("tartempion", True)
    party = said.party("tartempion")
    assert party is not None
    assert (party.name, party.kind) == ("Anna Tartempion", "person")
    statement = said.statement(drones.id)
    assert statement is not None
    assert (statement.speakers, statement.parties) == ((newcomer.id,), ("tartempion",))
    view = board(said, story.text)
    assert view.cards[drones.id].speaker == "Anna Tartempion"
    assert "Anna Tartempion" in [section.name for section in view.heard]


@pytest.mark.parametrize(
    ("name", "shown", "kind", "party"),
    [
        ("Sergueï Lavrov", "Sergueï Lavrov", ActorKind.PERSON, "RU"),
        ("la france", "France", ActorKind.STATE, "FR"),
        ("Germany", "Allemagne", ActorKind.STATE, "DE"),
        ("Communauté internationale", "communauté internationale", ActorKind.GROUP, "international-community"),
    ],
)
def test_a_newcomer_known_elsewhere_speaks_for_its_party(
    corrected: Revise, story: Draft, drones: Statement, name: str, shown: str, kind: ActorKind, party: str
) -> None:
    said = corrected(speaker_correction(story.text, drones, name))
    assert (said.actors[-1].name, said.actors[-1].kind, said.actors[-1].party) == (shown, kind, party)
    assert said.party(party) is not None
    assert said.statements[1].parties == (party,)


def test_what_the_speaker_counts_as_its_own_goes_along(
    found: Analysis, corrected: Revise, story: Draft, losses: Statement
) -> None:
    said = corrected(speaker_correction(story.text, losses, "Russie"))
    before, after = found.quantity(losses.quantities[0]), said.quantity(losses.quantities[0])
    assert before is not None
    assert after is not None
    assert (before.party, after.party) == ("AZ", "RU")
    (row,) = [row for f in said.comparison.figures for row in f.rows if row.quantity == after.id]
    assert (row.party, row.side, row.statement) == ("RU", "RU", losses.id)


def test_a_party_takes_its_actors_statements_along(found: Analysis, corrected: Revise) -> None:
    said = corrected(party_correction("Dmitri Peskov", "Armenia"))
    peskov = actor(said, "Dmitri Peskov")
    assert (peskov.party, peskov.corrected) == ("AM", True)
    for before, after in zip(found.statements, said.statements, strict=True):
        if peskov.id in before.speakers:
            assert (before.parties, after.parties) == (("RU",), ("AM",))
            assert "AM" not in after.targets
            assert not after.corrected
        else:
            assert before == after
    refusals = [e.statements for e in found.comparison.exchanges if e.kind is ExchangeKind.REFUSAL]
    assert refusals
    assert refusals != [e.statements for e in said.comparison.exchanges if e.kind is ExchangeKind.REFUSAL]


def test_a_party_nobody_speaks_for_any_more_is_unheard(corrected: Revise, story: Draft, found: Analysis) -> None:
    plea = starting(found, story.text, "“à s’abstenir")
    said = corrected(
        party_correction("Dmitri Peskov", "AM"),
        speaker_correction(story.text, plea, "Union européenne"),
    )
    assert "RU" not in found.comparison.unheard
    assert "RU" in said.comparison.unheard


@pytest.mark.parametrize("value", ["AM", "Arménie", "Armenia", "armenia", "am", "Erevan", "l’Arménie", "Yerevan"])
def test_a_party_is_known_by_id_and_by_names_in_any_language(corrected: Revise, value: str) -> None:
    said = corrected(party_correction("Dmitri Peskov", value))
    assert actor(said, "Dmitri Peskov").party == "AM"


def test_a_party_of_the_text_goes_by_its_actors_too_and_others_are_new(corrected: Revise) -> None:
    assert actor(corrected(party_correction("Dmitri Peskov", "armée azerbaïdjanaise")), "Dmitri Peskov").party == "AZ"
    said = corrected(party_correction("Dmitri Peskov", "Le Parti des « Hélices »"))
    assert actor(said, "Dmitri Peskov").party == "le-parti-des-helices"
    party = said.party("le-parti-des-helices")
    assert party is not None
    assert party.name == "Le Parti des « Hélices »"
    order = [p.id for p in said.parties]
    assert order.index("le-parti-des-helices") > order.index("RU")


def test_what_is_aimed_at_an_actor_follows_its_party(found: Analysis, corrected: Revise, story: Draft) -> None:
    plea = starting(found, story.text, "qu’il demanderait")
    assert "RU" in plea.targets
    said = corrected(party_correction("Russie", "The Bear")).statement(plea.id)
    assert said is not None
    assert said.targets == tuple("the-bear" if t == "RU" else t for t in plea.targets)


def test_both_sides_of_a_mutual_accusation_follow(corrected: Revise) -> None:
    said = corrected(party_correction("Arménie", "The Bear")).statements[0]
    assert (said.parties, said.targets) == (("the-bear", "AZ"), ("the-bear", "AZ"))


def test_what_is_no_statement_is_gone_and_its_numbers_are_the_articles(
    found: Analysis, corrected: Revise, story: Draft, losses: Statement
) -> None:
    said = corrected(not_statement(story.text, losses))
    assert said.statement(losses.id) is None
    assert len(said.statements) == len(found.statements) - 1
    (row,) = [row for f in said.comparison.figures for row in f.rows if row.quantity == losses.quantities[0]]
    assert (row.party, row.statement) == (None, None)


def test_of_two_corrections_of_one_thing_the_later_counts(corrected: Revise, story: Draft, drones: Statement) -> None:
    speaker, nothing = speaker_correction(story.text, drones, "Russie"), not_statement(story.text, drones)
    assert corrected(speaker, nothing).statement(drones.id) is None
    revived = corrected(nothing, speaker).statement(drones.id)
    assert revived is not None
    assert revived.parties == ("RU",)
    one, other = party_correction("Dmitri Peskov", "AM"), party_correction("dmitri  peskov", "AZ")
    assert actor(corrected(one, other), "Dmitri Peskov").party == "AZ"
    assert actor(corrected(other, one), "Dmitri Peskov").party == "AM"


def test_two_actors_become_one_with_the_side_one_of_them_has(found: Analysis, corrected: Revise) -> None:
    said = corrected(same_actor("Jermuk", "le Kremlin"))
    joined = actor(said, "Kremlin")
    gone = {actor(found, "Jermuk").id, actor(found, "Kremlin").id} - {joined.id}
    assert joined.party == "RU"
    assert joined.mentions == tuple(sorted(actor(found, "Jermuk").mentions + actor(found, "Kremlin").mentions))
    assert joined.corrected
    assert len(said.actors) == len(found.actors) - 1
    assert not gone & {id for s in said.statements for id in s.speakers}


def test_names_joined_in_a_circle_are_one_actor(found: Analysis, corrected: Revise) -> None:
    names = ("Jermuk", "Sevan", "Kalbajar")
    said = corrected(*(same_actor(one, names[(n + 1) % 3]) for n, one in enumerate(names)))
    assert len(said.actors) == len(found.actors) - 2
    assert corrected(same_actor("Jermuk", "Jermuk")) is found


def test_a_party_given_to_one_name_holds_for_the_other(corrected: Revise) -> None:
    alias = same_actor("Porte-parole du tsar", "Dmitri Peskov")
    said = corrected(alias, party_correction("porte parole du Tsar", "AM"))
    assert actor(said, "Dmitri Peskov").party == "AM"


def test_strict_leaves_the_doubtful_out_and_wide_takes_all(found: Analysis, corrected: Revise) -> None:
    assert corrected(strictness=Strictness.WIDE) is found
    assert corrected(strictness=Strictness.NORMAL) is found
    strict = corrected(strictness=Strictness.STRICT)
    sure = [s for s in found.statements if s.confidence >= Strictness.STRICT.floor]
    assert 0 < len(sure) < len(found.statements)
    assert list(strict.statements) == sure
    ids = {s.id for s in sure}
    assert all(set(e.statements) <= ids for e in strict.comparison.exchanges)


def test_what_a_person_corrected_is_never_doubtful(found: Analysis, corrected: Revise, story: Draft) -> None:
    doubtful = min(found.statements, key=lambda s: s.confidence)
    strict = corrected(speaker_correction(story.text, doubtful, "Russie"), strictness=Strictness.STRICT)
    assert strict.statement(doubtful.id) is not None
