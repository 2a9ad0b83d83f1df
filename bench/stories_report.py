"""The part of docs/quality.md that is about stories, as Markdown."""

from __future__ import annotations

from stories_quality import AROUND, LIMITS, ORDERS, Measured

_HEAD = """## How well articles fall into stories

Made by `make quality` (this part alone: `python bench/stories_quality.py --gold FOLDER`). Articles come into a library
in shuffled order and are placed while they come, one pass, nobody says how many events there are. B-cubed, in percent.
*set* is tests/cases/stories: 237 short invented articles of 69 events in French and English, with siblings that must
stay apart; *unseen*, tests/cases/stories/unseen, 136 more of 43 events that no weight was found with, many of them side
pieces and siblings of the next day. *clusters.jsonl* holds 937 English texts without dates of 84 events, two of a kind
each, and lies outside the project. The weights were found with the events *tuned on* and then rounded; totals of the
others were watched. The threshold is the same for all.
"""


def report(measured: Measured) -> list[str]:
    """The lines of the section."""
    lines = [_HEAD, "| texts | P | R | F1 |", "|---|---|---|---|"]
    lines += [f"| {name} | {s.precision} | {s.recall} | **{s.f}** |" for name, s in measured.scores.items()]
    heads = "".join(f" {least} |" for least in AROUND)
    lines += ["", f"F1 at other thresholds, with precision in brackets; the one in use is {LIMITS.least}:", ""]
    lines += [f"| texts |{heads}", "|---|" + "---|" * len(AROUND)]
    for name, by_least in measured.around.items():
        lines.append(f"| {name} |" + "".join(f" {s.f} ({s.precision}) |" for s in by_least.values()))
    lines += ["", "| on the set | P | R | right | wrong | missed |", "|---|---|---|---|---|---|"]
    for name, share in (("pairs of copies", measured.copies), ("agencies", measured.agencies)):
        lines.append(
            f"| {name} | {share.precision} | {share.recall} | {share.right} | {share.wrong} | {share.missed} |"
        )
    same = "the same stories" if measured.same else "DIFFERENT stories"
    return [*lines, "", f"{len(ORDERS)} shuffled orders of arrival gave {same}.", ""]
