"""How well the invented articles fall into stories: what was measured holds."""

from __future__ import annotations

import random
from types import ModuleType
from typing import Any

import pytest
from signed_stories import Signed, sign_text

from reader.analysis.stories.copies import are_copies
from reader.analysis.stories.grouping import groups
from reader.analysis.stories.likeness import LIMITS, likeness
from reader.analysis.stories.nearby import Nearby


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
    ("language", "least_f", "least_precision"), [("fr", 83.5, 91.0), ("en", 90.0, 95.0), (None, 85.0, 92.0)]
)
def test_articles_fall_into_stories_as_measured(
    signed: list[Signed], story_set: ModuleType, language: str | None, least_f: float, least_precision: float
) -> None:
    some = [one for one in signed if language in (None, one.told.language)]
    stories = _stories(some)
    score = story_set.b_cubed([one.told.event for one in some], [stories[one.told.id] for one in some])
    assert score.f >= least_f
    assert score.precision >= least_precision


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
