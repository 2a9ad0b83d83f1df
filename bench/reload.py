"""How long it takes to reload many feeds, against newsboat and the reader library.

    python bench/reload.py [--rounds 5] [--feeds 200] [--latency 100] [--write] [--json] [--quick]

A server in a process of its own has 200 feeds of 50 entries with 400 words each (bench/feed_corpus.py). The programs
reload them in turn, each into a fresh library and then once more, when the server answers 304 to everything; then once
with every answer held back by ``--latency`` milliseconds. Ratios are medians of what Parley took in a round by what the
other took in the same round; single times on a shared machine say little. *Stored*: all articles are in the library;
*searchable*: the program has ended, full text included (newsboat has none, and searches the bodies themselves). Peak
memory is that of all processes of a program together, each page shared between them counted once for each.
The reader library is measured where PARLEY_PEER_PYTHON names an interpreter that has it. ``--quick`` leaves out the
latency and the hostile feeds; ``--write`` records the tables in docs/speed.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from feed_corpus import ENTRIES, FEEDS, Corpus
from feed_server import served
from reload_memory import hostile_peaks, peak
from reload_programs import Program, Took, programs
from speed_report import put

AIMS = {
    ("cold", "stored"): 0.6,
    ("cold", "searchable"): 1.0,
    ("latency", "searchable"): 0.2,
    ("304", "searchable"): 0.35,
}
"""The most that Parley may take of newsboat's time."""

MOST_MIB = 250


def rounds(found: Sequence[Program], origin: str, count: int, feeds: int, *, again: bool = True) -> dict[str, Any]:
    """For each program what each round took: ``cold`` and, where asked, ``304``."""
    addresses = [f"{origin}/{number}.xml" for number in range(feeds)]
    took: dict[str, dict[str, list[Took]]] = {p.name: {"cold": [], "304": []} for p in found}
    for at in range(count):
        with tempfile.TemporaryDirectory() as folder:
            homes = {program.name: Path(folder) / str(n) for n, program in enumerate(found)}
            # Each is first as often as the others.
            order = [*found[at % len(found) :], *found[: at % len(found)]]
            for program in order:
                homes[program.name].mkdir()
                program.set_up(homes[program.name], addresses)
            for kind in ("cold", "304") if again else ("cold",):
                for program in order:
                    took[program.name][kind].append(program.reload(homes[program.name], feeds * ENTRIES))
    return took


def ratios(took: dict[str, Any], kinds: dict[str, str]) -> list[dict[str, Any]]:
    """A line for each other program and kind of reload; ``kinds`` gives each kind the name it is told under."""
    lines = []
    for name in [name for name in took if name != "parley"]:
        for kind, told in kinds.items():
            ours, theirs = took["parley"][kind], took[name][kind]
            for what, field in (("stored", "stored"), ("searchable", "whole"), ("processor", "cpu")):
                if what == "stored" and kind == "304":
                    continue
                pairs = [
                    getattr(a, field) / getattr(b, "whole" if name == "newsboat" and what != "processor" else field)
                    for a, b in zip(ours, theirs, strict=True)
                ]
                line = {"against": name, "reload": told, "until": what, "ratio": round(statistics.median(pairs), 2)}
                line |= {
                    "aim": AIMS.get((told, what)) if name == "newsboat" else None,
                    "parley_s": round(statistics.median(getattr(a, field) for a in ours), 2),
                    "other_s": round(statistics.median(getattr(b, field) for b in theirs), 2),
                }
                lines.append(line)
    return lines


def measure(options: argparse.Namespace) -> dict[str, Any]:
    found, missing = programs()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = Corpus()
        for number in range(options.feeds):
            (folder / f"{number}.xml").write_bytes(corpus.feed(number))
        with served(folder) as origin:
            took = rounds(found, origin, options.rounds, options.feeds)
            lines = ratios(took, {"cold": "cold", "304": "304"})
            peaks = {
                program.name: peak(program, [f"{origin}/{number}.xml" for number in range(options.feeds)])
                for program in found
            }
        if not options.quick:
            with served(folder, options.latency) as origin:
                slow = [program for program in found if program.name != "reader"]
                took = rounds(slow, origin, max(1, options.rounds // 3), options.feeds, again=False)
                lines += ratios(took, {"cold": "latency"})
    hostile = {} if options.quick else hostile_peaks(found[0])
    return {"missing": missing, "ratios": lines, "peaks_mib": peaks, "hostile_mib": hostile}


def report(figures: dict[str, Any], options: argparse.Namespace) -> str:
    lines = [
        "## Reloading feeds",
        "",
        f"Made by `python bench/reload.py --write`: {options.feeds} feeds of {ENTRIES} entries from a server on the",
        f"same machine ({os.cpu_count()} cores), Parley's time by the other's, the median of {options.rounds} rounds.",
        "*304*: nothing is new. *latency*: a server that takes "
        f"{options.latency} ms for every answer; Parley asks a host eight things at a time, newsboat one.",
        "",
        f"{platform.machine()}, Python {platform.python_version()}, {platform.system()}.",
        "",
        "| against | reload | until | ratio | aim | Parley | the other |",
        "|---|---|---|---|---|---|---|",
    ]
    for line in figures["ratios"]:
        aim = f"≤ {line['aim']}" if line["aim"] else ""
        lines.append(
            f"| {line['against']} | {line['reload']} | {line['until']} | {line['ratio']} | {aim} "
            f"| {line['parley_s']} s | {line['other_s']} s |"
        )
    lines += ["", *figures["missing"], *([""] if figures["missing"] else [])]
    lines += [f"Peak memory of all processes together (aim: under {MOST_MIB} MiB):", "", "| | all | the largest |"]
    lines += ["|---|---|---|"]
    for name, (together, largest) in (figures["peaks_mib"] | figures["hostile_mib"]).items():
        lines.append(f"| {name} | {together} MiB | {largest} MiB |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--feeds", type=int, default=FEEDS)
    parser.add_argument("--latency", type=int, default=100)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = measure(options)
    if options.write:
        put(report(figures, options))
    print(json.dumps(figures) if options.json else report(figures, options))


if __name__ == "__main__":
    main()
