"""Articles with the event each is about: the invented ones of tests/cases/stories and the texts of clusters.jsonl."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import NamedTuple

SET = Path(__file__).resolve().parent.parent / "tests" / "cases" / "stories"
UNSEEN = SET / "unseen"
"""Articles that nothing was fitted to."""
_TUNED = frozenset({"accidents", "conflict", "earth", "labour", "protest"})
_TUNED_SINGLES = ("batken", "chile", "izmir", "mahe", "naviline", "plymstow", "pont")


class Told(NamedTuple):
    """An article and the event it is about. ``tuned`` where the event was among those the weights were found with."""

    id: str
    event: str
    language: str
    title: str
    text: str
    source: str
    published: str | None
    tuned: bool
    copy: str | None = None
    agency: str | None = None


def read_set(folder: Path = SET) -> list[Told]:
    """The invented articles. One without a date came in with the one before it in its event."""
    found: list[Told] = []
    for path in sorted(folder.glob("*.toml")):
        for event in tomllib.loads(path.read_text(encoding="utf-8"))["event"]:
            dates = [a["published"] for a in event["article"] if "published" in a]
            published = dates[0] if dates else None
            for article in event["article"]:
                published = article.get("published", published)
                found.append(
                    Told(
                        article["id"],
                        event["id"],
                        article["language"],
                        article["title"],
                        article["text"].strip(),
                        article["source"],
                        published,
                        _is_tuned(path.stem, event["id"]),
                        article.get("copy"),
                        article.get("agency"),
                    )
                )
    return found


def _is_tuned(file: str, event: str) -> bool:
    return any(name in event for name in _TUNED_SINGLES) if file == "singles" else file in _TUNED


def read_clusters(path: Path) -> list[Told]:
    """The texts of a file with one JSON object a line: ``id``, ``lang``, ``event``, ``text``; no dates, no titles.
    Every other topic was among those the weights were found with."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [
        Told(r["id"], r["event"], r["lang"], "", r["text"], "", None, int(r["event"].rstrip("p")) % 2 == 0)
        for r in rows
    ]


class BCubed(NamedTuple):
    """Precision, recall and their harmonic mean, in percent (Bagga and Baldwin 1998)."""

    precision: float
    recall: float
    f: float


def b_cubed(events: Sequence[Hashable], stories: Sequence[Hashable]) -> BCubed:
    """How well stories match events, given for each article in the same order."""
    precision, recall = _shares(stories, events), _shares(events, stories)
    return BCubed(*(round(100 * x, 1) for x in (precision, recall, 2 * precision * recall / (precision + recall))))


def _shares(groups: Sequence[Hashable], others: Sequence[Hashable]) -> float:
    """For the mean article, how much of its group is with it in the other grouping too."""
    ours, theirs = defaultdict(set), defaultdict(set)
    for at, (group, other) in enumerate(zip(groups, others, strict=True)):
        ours[group].add(at)
        theirs[other].add(at)
    shares = (len(ours[group] & theirs[other]) / len(ours[group]) for group, other in zip(groups, others, strict=True))
    return sum(shares) / len(groups)
