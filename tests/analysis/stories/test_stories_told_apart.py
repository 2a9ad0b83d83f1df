"""How well the invented articles fall into stories: what was measured holds."""

from __future__ import annotations

import random
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from signed_stories import Signed, sign_text

from reader.analysis.stories.copies import are_copies
from reader.analysis.stories.grouping import groups
from reader.analysis.stories.likeness import LIMITS, likeness
from reader.analysis.stories.nearby import Nearby


class Told(NamedTuple):
    """What of an article is asked here."""

    id: str
    language: str


def _stories(articles: list[Signed], order: int = 0) -> dict[str, str]:
    """Each article's story, named by its first article; taken in one by one in a shuffled order."""
    shuffled = list(articles)
    random.Random(order).shuffle(shuffled)
    near, found = Nearby(), {}
    number = {one.told.id: at for at, one in enumerate(sorted(articles, key=lambda a: (a.day, a.told.id)))}
    for one in shuffled:
        me = number[one.told.id]
        for other, how in near.near(me, one.day, one.signature):
            found[(min(me, other), max(me, other))] = how.value
        near.add(me, one.day, one.signature)
    names = sorted(number, key=number.__getitem__)
    days = {one.told.id: one.day for one in articles}
    made = groups([days[name] for name in names], found, LIMITS)
    return {names[member]: names[group[0]] for group in made for member in group}


@pytest.mark.parametrize(
    ("language", "least_f", "least_precision"), [("fr", 85.0, 91.0), ("en", 91.0, 95.0), (None, 88.5, 92.5)]
)
def test_articles_fall_into_stories_as_measured(
    signed: list[Signed], story_set: ModuleType, language: str | None, least_f: float, least_precision: float
) -> None:
    some = [one for one in signed if language in (None, one.told.language)]
    stories = _stories(some)
    score = story_set.b_cubed([one.told.event for one in some], [stories[one.told.id] for one in some])
    assert score.f >= least_f
    assert score.precision >= least_precision


def _told(text: str, title: str, day: float, language: str = "fr") -> Signed:
    told = Told(id=title, language=language)
    return Signed(told, day, sign_text(text, language, title))


def test_a_follow_up_joins_by_the_one_report_that_it_goes_on_from() -> None:
    """The verdict's aftermath names the mill and the judge; the first report, neither as much."""
    first = (
        "Un barrage a cédé dimanche à Vaulnay, dans la Creuse, et l'eau a emporté le moulin de la Sourde. Deux "
        "promeneurs sont portés disparus, selon la préfecture. Le barrage de Vaulnay datait de 1911."
    )
    second = (
        "Deux promeneurs sont toujours recherchés à Vaulnay, dans la Creuse, où le barrage a cédé dimanche. Le moulin "
        "de la Sourde est détruit. La préfecture met en cause l'exploitant, Hydraval, qui dément tout défaut."
    )
    third = (
        "Hydraval savait que le barrage de Vaulnay fuyait : un rapport de mars parle de fissures, assure un ingénieur."
    )
    other = (
        "Une route s'est affaissée dimanche à Corbelin, en Isère, sans faire de blessés. La préfecture attend un "
        "rapport sur les fissures relevées en mars par un ingénieur du département."
    )
    found = _stories(
        [
            _told(first, "Un barrage cède à Vaulnay", 0.0),
            _told(second, "Vaulnay : deux disparus après la rupture du barrage", 1.0),
            _told(third, "Hydraval savait", 3.0),
            _told(other, "Corbelin : une route s'affaisse", 1.0),
        ]
    )
    assert found["Hydraval savait"] == found["Un barrage cède à Vaulnay"]
    assert list(found.values()).count(found["Corbelin : une route s'affaisse"]) == 1


def test_two_companies_that_name_each_other_stay_two_stories() -> None:
    reports = {
        "Brewer Hallam & Stroud posts record profit": (
            0.0,
            "Hallam & Stroud, the brewer, said on Monday that annual "
            "profit rose 12 per cent to 84 million pounds on strong sales of cider. Chief executive Ruth Ledbury "
            "promised a higher dividend. Hallam & Stroud shares rose in London.",
        ),
        "Hallam & Stroud to raise dividend": (
            0.2,
            "Ruth Ledbury, chief executive of Hallam & Stroud, will raise the "
            "brewer's dividend after profit of 84 million pounds. Cider sales at Hallam & Stroud grew 12 per cent.",
        ),
        "Kestrel Ales slips to a loss": (
            2.0,
            "Kestrel Ales fell to a loss of 9 million pounds, the brewery's head, "
            "Owen Tranter, said on Wednesday, two days after Hallam & Stroud's record. Kestrel Ales will close its "
            "bottling plant in Morpeth.",
        ),
        "Morpeth fears for Kestrel's bottling plant": (
            2.3,
            "In Morpeth 140 people bottle for Kestrel Ales. The plant "
            "will close, Owen Tranter told them on Wednesday after a loss of 9 million pounds. Kestrel came in 1962.",
        ),
    }
    found = _stories([_told(text, title, day, "en") for title, (day, text) in reports.items()])
    stories = [found[title] for title in reports]
    assert stories[0] == stories[1] != stories[2] == stories[3]


def test_any_order_of_arrival_gives_the_same_stories(signed: list[Signed]) -> None:
    assert _stories(signed, 1) == _stories(signed, 2) == _stories(signed, 3)


def test_copies_are_found_and_nothing_else(signed: list[Signed]) -> None:
    found, there = set(), set()
    for at, one in enumerate(signed):
        for other in signed[:at]:
            pair = (one.told.id, other.told.id)
            if one.told.copy is not None and one.told.copy == other.told.copy:
                there.add(pair)
            if are_copies(likeness(one.signature, other.signature, one.day - other.day)):
                found.add(pair)
    assert found == there


def _like(one: Any, other: Any) -> float:
    return likeness(one, other, 0.0).value


def test_a_round_up_does_not_glue_stories_together(signed: list[Signed]) -> None:
    """One text about three events lies in one story at most, and the events stay apart."""
    events = ("quake-turkey-karasu", "icj-maritime-ruling", "listeria-cheese-recall", "baltic-cable-cut")
    some = [o for o in signed if o.told.event in events and o.told.language == "en"]
    firsts = list({o.told.event: o.told for o in reversed(some)}.values())
    assert len(firsts) > 2
    text = "\n\n".join(told.text.split("\n\n")[0] for told in firsts)
    day = min(o.day for o in some)
    together = [one._replace(day=day) for one in some]
    round_up = Signed(firsts[0]._replace(id="round-up", event="round-up"), day, sign_text(text, "en", "In brief"))
    alone, mixed = _stories(together), _stories([*together, round_up])
    for event in {o.told.event for o in some}:
        homes = {mixed[o.told.id] for o in some if o.told.event == event}
        for other in {o.told.event for o in some} - {event}:
            assert homes.isdisjoint(mixed[o.told.id] for o in some if o.told.event == other)
    assert len(set(alone.values())) <= len(set(mixed.values())) + 1


def test_siblings_stay_apart_and_later_texts_join(signed: list[Signed]) -> None:
    stories = _stories(signed)
    events: dict[str, set[str]] = {}
    for one in signed:
        events.setdefault(one.told.event, set()).add(stories[one.told.id])
    for one, other in (
        ("border-tekesh-january", "border-tekesh-march"),
        ("quake-turkey-karasu", "quake-turkey-sarikoy"),
        ("be-mobility-minister-resigns", "be-defence-minister-resigns"),
        ("flood-vezonne", "flood-aure-normandie"),
        ("housing-protest-lisbon", "housing-protest-barcelona"),
        ("hospital-protest-rennes", "hospital-protest-lyon"),
        ("naviline-strike-pay", "naviline-strike-delegate"),
    ):
        assert events[one].isdisjoint(events[other]), (one, other)
    first, last = (
        max((o for o in signed if o.told.event == "border-tekesh-january"), key=lambda o: sign * o.day)
        for sign in (-1, 1)
    )
    assert last.day - first.day > 4
    assert stories[first.told.id] == stories[last.told.id]
