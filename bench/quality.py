"""Measure the analysis against hand-made gold.

    python bench/quality.py --gold FOLDER [--write | --floor]

FOLDER holds ``*.jsonl`` (or ``.json``: one document) gold files and ``score.py``, which scores ``parley.analysis/1``
objects and defines every figure. Each file is also scored by halves, the texts in even places and those in odd ones, of
which only the first were read in tuning: a gap between them would show fitting. Precision and recall by mode, act and
construction are counted by ``breakdown.py``. ``--write`` records the figures in docs/quality.md and
bench/quality_floor.json; ``--floor`` fails where one is lower than recorded by more than half a point. The floor only
rises by itself: who lets a figure fall for a reason lowers it there by hand. How well articles fall into stories is
measured as well (``stories_quality.py``), on texts of the folder only where it has them.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
from breakdown import Tally, tally
from quality_report import SHARES, report
from stories_quality import CLUSTERS, ORDERS
from stories_quality import figures as figures_of_stories
from stories_quality import measure as measure_stories
from stories_report import report as report_of_stories

from reader.ingest.engine import analyse_text

ROOT = Path(__file__).resolve().parent.parent
FLOOR = ROOT / "bench" / "quality_floor.json"
REPORT = ROOT / "docs" / "quality.md"
FILES = ("seed.json", "en.jsonl", "fr.jsonl", "fr-parties.jsonl")
SCORES = ("relation", "content", "exact", "quantities", "actors")
ALL_SHARES = (*SHARES, "quantity_value", "quantity_hedge", "actor_party")
TOLERANCE = 0.5


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder} holds no score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    return [json.loads(text)] if path.suffix == ".json" else [json.loads(line) for line in text.splitlines() if line]


def predict(gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": d["id"], "text": d["text"], **msgspec.to_builtins(analyse_text(d["text"], d["lang"]))} for d in gold]


def measure(folder: Path) -> tuple[dict[str, dict[str, Any]], dict[str, Tally]]:
    """Scores by ``file`` and ``file/half`` (0: even places, 1: odd ones), and counts by drawer for each language."""
    rules = scorer(folder)
    found: dict[str, dict[str, Any]] = {}
    texts: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]]]] = {}
    for name in FILES:
        gold = documents(folder / name)
        predicted = predict(gold)
        found[name] = rules.score(gold, predicted)[0]
        if len(gold) > 1:
            for half in (0, 1):
                found[f"{name}/{half}"] = rules.score(gold[half::2], predicted[half::2])[0]
            both = texts.setdefault(gold[0]["lang"], ([], []))
            both[0].extend(gold)
            both[1].extend(predicted)
        print(f"{name:18} relation F {found[name]['relation']['f']}", file=sys.stderr)
    return found, {language: tally(rules, *both) for language, both in texts.items()}


def figures(found: dict[str, dict[str, Any]]) -> dict[str, float]:
    """The figures that must not fall, whole files only."""
    flat = {}
    for name, scores in found.items():
        if "/" in name:
            continue
        flat |= {f"{name} {key}": scores[key]["f"] for key in SCORES if scores[key]["n"]}
        flat |= {f"{name} {key}": scores[key]["pct"] for key in ALL_SHARES if scores[key]["n"]}
    return flat


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--floor", action="store_true")
    options = parser.parse_args()
    if not options.gold.is_dir():
        raise SystemExit(f"{options.gold} is not a folder; name the gold with GOLD=folder")
    found, tallies = measure(options.gold)
    # One order is enough to see that nothing fell.
    stories = measure_stories(options.gold, ORDERS[:1] if options.floor else ORDERS)
    present = figures(found) | figures_of_stories(stories)
    whole = "\n".join([report(found, tallies), *report_of_stories(stories)])
    if options.write:
        REPORT.write_text(whole, encoding="utf-8")
        before = json.loads(FLOOR.read_text(encoding="utf-8"))
        floor = {key: max(value, before.get(key, 0.0)) for key, value in present.items()}
        FLOOR.write_text(json.dumps(floor, indent=1) + "\n", encoding="utf-8")
    if options.floor:
        floor = json.loads(FLOOR.read_text(encoding="utf-8"))
        if not (options.gold / CLUSTERS).exists():
            floor = {key: value for key, value in floor.items() if CLUSTERS not in key}
        fallen = {k: (v, present.get(k)) for k, v in floor.items() if present.get(k, 0.0) < v - TOLERANCE}
        for key, (was, now) in fallen.items():
            print(f"{key}: {now}, recorded {was}")
        print(f"{len(floor) - len(fallen)} of {len(floor)} figures hold")
        return int(bool(fallen))
    print(whole)
    return 0


if __name__ == "__main__":
    sys.exit(main())
