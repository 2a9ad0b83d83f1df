"""Measure how well articles fall into stories, on the invented sets and on clusters.jsonl where it is there.

    python bench/stories_quality.py [--gold FOLDER]

Articles come into a real library in shuffled order and are placed while they come, three times in three orders; whether
the stories are the same each time is part of the report. The analyses are made once. Copies are pairs of articles, and
agencies are counted by article.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from story_set import UNSEEN, BCubed, Told, b_cubed, read_clusters, read_set

from reader.analysis.stories.copies import COPIED, copied
from reader.analysis.stories.grouping import Limits, groups
from reader.analysis.stories.likeness import LIMITS
from reader.analysis.stories.nearby import Nearby
from reader.analysis.stories.signature import sign
from reader.domain.analysis import Analysis
from reader.domain.article import Draft
from reader.domain.signature import Signature
from reader.ingest.engine import analyse_text, keep_analysis
from reader.ingest.seeding import open_library
from reader.ingest.stories.days import day_of
from reader.ingest.stories.placing import place_all, place_some
from reader.languages.pack import load_pack

CLUSTERS = "clusters.jsonl"
ORDERS = (1, 2, 3)
AROUND = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
_ARRIVE = 50  # articles come before some are placed


class Share(NamedTuple):
    """What was found of what there is: right ones, wrong ones, missed ones."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return round(100 * self.right / max(1, self.right + self.wrong), 1)

    @property
    def recall(self) -> float:
        return round(100 * self.right / max(1, self.right + self.missed), 1)


class Measured(NamedTuple):
    """``scores`` by "texts part"; ``around`` the same at other thresholds; ``same`` whether all orders gave the same
    stories."""

    scores: dict[str, BCubed]
    around: dict[str, dict[float, BCubed]]
    copies: Share
    agencies: Share
    same: bool


def measure(gold: Path | None, orders: Sequence[int] = ORDERS) -> Measured:
    """Everything there is to measure, all texts of a set once in each of the ``orders``; of a gold folder that is not
    there, or lacks the texts, nothing."""
    sets = {"set": read_set(), "unseen": read_set(UNSEEN)}
    if gold is not None and (gold / CLUSTERS).exists():
        sets[CLUSTERS] = read_clusters(gold / CLUSTERS)
    scores: dict[str, BCubed] = {}
    around: dict[str, dict[float, BCubed]] = {}
    same = True
    copies = agencies = Share(0, 0, 0)
    for name, texts in sets.items():
        analyses = {t.id: analyse_text(t.text, t.language) for t in texts}
        signed = {t.id: sign(t.title, t.text, analyses[t.id], load_pack(t.language)) for t in texts}
        for part, some in _parts(texts, fitted=name != "unseen"):
            each = [placed(some, analyses, order) for order in (orders if part == "all" else orders[:1])]
            same &= all(_as_sets(stories) == _as_sets(each[0]) for stories in each)
            scores[f"{name} {part}"] = b_cubed([t.event for t in some], [each[0][t.id] for t in some])
            around[f"{name} {part}"] = {least: at(some, signed, least) for least in AROUND}
            print(f"{name} {part:12} {scores[f'{name} {part}']}", file=sys.stderr)
        if name == "set":
            copies, agencies = _copies(texts, signed), _agencies(texts, signed)
    return Measured(scores, around, copies, agencies, same)


def _parts(texts: Sequence[Told], fitted: bool) -> Iterator[tuple[str, list[Told]]]:
    yield "all", list(texts)
    languages = sorted({t.language for t in texts})
    for language in languages if len(languages) > 1 else ():
        yield language, [t for t in texts if t.language == language]
    if fitted:
        yield "tuned on", [t for t in texts if t.tuned]
        yield "others", [t for t in texts if not t.tuned]


def placed(texts: Sequence[Told], analyses: Mapping[str, Analysis], order: int) -> dict[str, Any]:
    """The story of each text by id, as a library has placed them that got them in a shuffled order."""
    shuffled = list(texts)
    random.Random(order).shuffle(shuffled)
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "library.db") as library:
        ids = {}
        for at, text in enumerate(shuffled):
            draft = Draft(
                text.text, text.title or text.id, text.source, published=text.published, language=text.language
            )
            ids[text.id] = library.add(draft).id
            keep_analysis(library, draft.text_hash, analyses[text.id])
            if at % _ARRIVE == 0:
                place_some(library)
        place_all(library)
        return {text: library.stories.story_of(id) or f"alone {id}" for text, id in ids.items()}


def _as_sets(stories: Mapping[str, Any]) -> set[frozenset[str]]:
    found: dict[Any, set[str]] = {}
    for text, story in stories.items():
        found.setdefault(story, set()).add(text)
    return {frozenset(story) for story in found.values()}


def at(texts: Sequence[Told], signed: Mapping[str, Signature], least: float) -> BCubed:
    """The score at another threshold, by the same likenesses and groups without a library."""
    near = Nearby()
    days = [day_of(t.published or "") for t in texts]
    found = {}
    for number, (text, day) in enumerate(zip(texts, days, strict=True)):
        for other, how in near.near(number, day, signed[text.id]):
            found[(other, number)] = how.value
        near.add(number, day, signed[text.id])
    homes = {
        one: number for number, group in enumerate(groups(days, found, Limits(least, LIMITS.days))) for one in group
    }
    return b_cubed([t.event for t in texts], [homes[number] for number in range(len(texts))])


def _copies(texts: Sequence[Told], signed: Mapping[str, Signature]) -> Share:
    right = wrong = missed = 0
    for one, other in combinations(texts, 2):
        are, found = one.copy is not None and one.copy == other.copy, copied(signed[one.id], signed[other.id]) >= COPIED
        right, wrong, missed = right + (are and found), wrong + (found and not are), missed + (are and not found)
    return Share(right, wrong, missed)


def _agencies(texts: Sequence[Told], signed: Mapping[str, Signature]) -> Share:
    pairs = [(t.agency, signed[t.id].agency) for t in texts]
    right = sum(are is not None and are == found for are, found in pairs)
    return Share(right, sum(f is not None for _, f in pairs) - right, sum(a is not None for a, _ in pairs) - right)


def figures(measured: Measured) -> dict[str, float]:
    """The figures that must not fall."""
    flat = {
        f"stories {name} {key}": value
        for name, s in measured.scores.items()
        for key, value in (("P", s.precision), ("F", s.f))
    }
    for name, share in (("copies", measured.copies), ("agencies", measured.agencies)):
        flat |= {f"stories {name} P": share.precision, f"stories {name} R": share.recall}
    return flat | {"stories same in every order": 100.0 * measured.same}


if __name__ == "__main__":
    from stories_report import report

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    print("\n".join(report(measure(parser.parse_args().gold))))
