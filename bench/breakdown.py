"""Precision and recall by drawer: by mode, act, construction, source and number of spans.

A statement counts as right where the scorer's *relation* does: contents overlap by half or more, the source is right.
Recall is by the drawer of what was marked, precision by the drawer of what was found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from types import ModuleType
from typing import Any

from constructions import construction, source_place, spans

from reader.languages.pack import load_pack

DIMENSIONS = ("mode", "construction", "source", "spans", "act")
Tally = dict[str, dict[str, Counter[str]]]


def tally(scorer: ModuleType, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Tally:
    """By dimension and drawer: how many were ``marked`` and ``recalled`` of these, ``found`` and ``right`` of these."""
    counts: Tally = {dimension: defaultdict(Counter) for dimension in DIMENSIONS}
    for document, analysis in zip(gold, found, strict=True):
        _count(scorer, document, analysis, counts)
    return counts


def _count(scorer: ModuleType, document: dict[str, Any], analysis: dict[str, Any], counts: Tally) -> None:
    text, rules = document["text"], load_pack(document["lang"]).cues
    marked, found = _prepared(scorer, document, text), _prepared(scorer, analysis, text)
    neutral = [g["raw"].get("optional") or g["raw"].get("cls") == "mental" for g in marked]
    pairs = _aligned(scorer, marked, found)
    right = {
        (i, j)
        for i, j in pairs
        if scorer.iou(marked[i]["con"], found[j]["con"]) >= 0.5
        and scorer.source_right(marked[i]["src"], found[j]["src"])
    }
    acts = any("act" in g["raw"] for g in marked)
    same_act = {(i, j) for i, j in right if acts and scorer.accepted(marked[i]["raw"], "act", found[j]["raw"]["act"])}
    all_marked, all_found = [g["raw"] for g in marked], [p["raw"] for p in found]
    recalled, recalled_act = {i for i, _ in right}, {i for i, _ in same_act}
    for i, statement in enumerate(all_marked):
        if neutral[i]:
            continue
        for dimension, drawer in _drawers(text, statement, all_marked, rules).items():
            if dimension != "act" or acts:
                counts[dimension][drawer]["marked"] += 1
                counts[dimension][drawer]["recalled"] += i in (recalled_act if dimension == "act" else recalled)
    skipped = {j for i, j in pairs if neutral[i]}
    good, good_act = {j for _, j in right}, {j for _, j in same_act}
    for j, statement in enumerate(all_found):
        if j in skipped:
            continue
        for dimension, drawer in _drawers(text, statement, all_found, rules).items():
            if dimension != "act" or acts:
                counts[dimension][drawer]["found"] += 1
                counts[dimension][drawer]["right"] += j in (good_act if dimension == "act" else good)


def _drawers(text: str, statement: dict[str, Any], others: list[dict[str, Any]], rules: Any) -> dict[str, str]:
    return {
        "mode": str(statement.get("mode") or "-"),
        "construction": construction(text, statement, rules),
        "source": source_place(text, statement, others, rules),
        "spans": spans(statement),
        "act": str(statement.get("act") or "-"),
    }


def _prepared(scorer: ModuleType, document: dict[str, Any], text: str) -> list[dict[str, Any]]:
    return [p for p in (scorer.prepare(s, text) for s in document["statements"] if s["content"]) if p["con"]]


def _aligned(scorer: ModuleType, marked: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Pairs as the scorer makes them: one to one, the greatest overlap of contents first."""
    pairs = sorted(
        (-scorer.iou(g["con"], p["con"]), -scorer.iou(g["src"], p["src"]), i, j)
        for i, g in enumerate(marked)
        for j, p in enumerate(found)
        if g["con"] & p["con"]
    )
    taken: list[tuple[int, int]] = []
    for _, _, i, j in pairs:
        if all(i != a and j != b for a, b in taken):
            taken.append((i, j))
    return taken
