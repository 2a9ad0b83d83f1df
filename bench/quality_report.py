"""The report of ``bench/quality.py`` as Markdown."""

from __future__ import annotations

from collections import Counter
from typing import Any

from breakdown import DIMENSIONS, Tally

HEAD = """# How good the analysis is

Made by `make quality`. Texts nobody tuned on cannot be shipped here, so the gold lies outside the project; its scorer
defines the figures. *Relation* is the main one: the content overlaps by half or more and the source is right.
P is precision, R recall, F their harmonic mean, in percent; acts, parties, targets and numbers are shares of the
statements found. Each file is also scored by halves: the texts in even places (counted from 0) were read while the
rules were written; those in odd places never were, but their totals were watched. A gap between the two shows fitting,
and texts that nobody watched at all may come out lower still.
"""
SHARES = ("act", "parties", "targets", "numbers")
# What could be run before on the same gold (a rule system, then a prototype), and what to reach.
BEFORE: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("en.jsonl", "relation", "f", "63", "77", "88"),
    ("en.jsonl", "exact", "f", "55", "72", "80"),
    ("fr.jsonl", "relation", "f", "58", "62", "82"),
    ("fr.jsonl", "exact", "f", "52", "65", "74"),
    ("fr-parties.jsonl", "relation", "f", "33", "59", "85"),
    ("fr-parties.jsonl", "exact", "f", "28", "49", "72"),
    ("en.jsonl", "act", "pct", "-", "-", "85"),
    ("en.jsonl", "parties", "pct", "-", "-", "90"),
    ("en.jsonl", "targets", "pct", "-", "-", "75"),
    ("fr-parties.jsonl", "act", "pct", "-", "-", "85"),
    ("fr-parties.jsonl", "parties", "pct", "-", "-", "90"),
    ("fr-parties.jsonl", "targets", "pct", "-", "-", "75"),
    ("fr-parties.jsonl", "quantities", "p", "-", "-", "92"),
    ("fr-parties.jsonl", "quantities", "r", "-", "-", "92"),
    ("fr-parties.jsonl", "quantity_value", "pct", "-", "-", "95"),
    ("fr-parties.jsonl", "quantity_hedge", "pct", "-", "-", "92"),
    ("fr-parties.jsonl", "actors", "p", "-", "-", "90"),
    ("fr-parties.jsonl", "actors", "r", "70 to 87", "-", "90"),
    ("seed.json", "relation", "r", "10", "80", "100"),
    ("seed.json", "relation", "p", "-", "-", "100"),
)
_MEASURES = {"f": "F", "p": "P", "r": "R", "pct": "share"}
_LABELS = {
    "mode": "mode",
    "construction": "how the report is built (told from the spans alone)",
    "source": "what the source is and where it stands",
    "spans": "pieces of the content",
    "act": "act, counted as right where the act is right too (texts that mark acts)",
}


def report(found: dict[str, dict[str, Any]], tallies: dict[str, Tally]) -> str:
    """``found``: scores by ``file`` and ``file/half``; ``tallies``: counts by language."""
    lines = [HEAD, *_main_table(found), *_before_table(found), *_numbers_table(found)]
    for dimension in DIMENSIONS:
        lines += _drawers({language: tally[dimension] for language, tally in tallies.items()}, _LABELS[dimension])
    return "\n".join(lines)


def _main_table(found: dict[str, dict[str, Any]]) -> list[str]:
    lines = ["| gold | relation P / R / F | content F | exact F | act | parties | targets | numbers |"]
    lines.append("|---|---|---|---|---|---|---|---|")
    for name, s in found.items():
        shares = " | ".join("-" if s[key]["pct"] is None else f"{s[key]['pct']}" for key in SHARES)
        r = s["relation"]
        label = name.replace("/0", ", even places").replace("/1", ", odd places")
        lines.append(
            f"| {label} | {r['p']} / {r['r']} / **{r['f']}** | {s['content']['f']} | {s['exact']['f']} | {shares} |"
        )
    return [*lines, ""]


def _before_table(found: dict[str, dict[str, Any]]) -> list[str]:
    lines = ["Beside the best that could be run before on the same gold, and the aim:", ""]
    lines += ["| gold | figure | rule system | prototype | today | aim | reached |", "|---|---|---|---|---|---|---|"]
    for name, figure, measure, rules, prototype, aim in BEFORE:
        today = found[name][figure][measure]
        label = f"{figure.replace('_', ' ')} {_MEASURES[measure]}"
        reached = "-" if today is None else "yes" if today >= float(aim) else "no"
        lines.append(f"| {name} | {label} | {rules} | {prototype} | **{today}** | {aim} | {reached} |")
    return [*lines, "", "For the recall of actors the first column is a model's names alone.", ""]


def _numbers_table(found: dict[str, dict[str, Any]]) -> list[str]:
    lines = ["Numbers and named actors, where the gold has all of them:", ""]
    lines += ["| gold | quantities P / R | value | hedge | actors P / R | their party |", "|---|---|---|---|---|---|"]
    for name, s in found.items():
        if "/" not in name and s["quantities"]["n"]:
            q, a = s["quantities"], s["actors"]
            lines.append(
                f"| {name} | {q['p']} / {q['r']} | {s['quantity_value']['pct']} | {s['quantity_hedge']['pct']} "
                f"| {a['p']} / {a['r']} | {s['actor_party']['pct']} |"
            )
    return [*lines, ""]


def _drawers(counts: dict[str, dict[str, Counter[str]]], label: str) -> list[str]:
    """Relation precision and recall by drawer, the largest drawers first."""
    sizes: Counter[str] = Counter()
    for drawers in counts.values():
        for drawer, count in drawers.items():
            sizes[drawer] += count["marked"] + count["found"]
    lines = [f"By {label}; in brackets how many were found, and how many were marked:", ""]
    lines += [f"| | {' | '.join(f'{c} P | {c} R' for c in counts)} |", "|---" * (1 + 2 * len(counts)) + "|"]
    for drawer, _ in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        cells = []
        for drawers in counts.values():
            count = drawers.get(drawer, Counter())
            cells += [_cell(count["right"], count["found"]), _cell(count["recalled"], count["marked"])]
        lines.append(f"| {drawer} | {' | '.join(cells)} |")
    return [*lines, ""]


def _cell(hits: int, of: int) -> str:
    return f"{100 * hits / of:.0f} ({of})" if of else "-"
