"""Measure the analysis against hand-made gold.

    python bench/quality.py --gold FOLDER [--write | --floor]

FOLDER holds ``*.jsonl`` (or ``.json``: one document) gold files and ``score.py``, which scores ``parley.analysis/1``
objects and defines every figure. Each file is also scored by halves, of which only the first was looked at in tuning:
a gap between them would show fitting. ``--write`` records the figures in docs/quality.md and bench/quality_floor.json;
``--floor`` fails where one is lower than recorded by more than half a point.
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

from reader.ingest.engine import analyse_text

ROOT = Path(__file__).resolve().parent.parent
FLOOR = ROOT / "bench" / "quality_floor.json"
REPORT = ROOT / "docs" / "quality.md"
FILES = ("seed.json", "en.jsonl", "fr.jsonl", "fr-parties.jsonl")
SCORES = ("relation", "content", "exact", "quantities", "actors")
SHARES = ("act", "parties", "targets", "numbers", "quantity_value", "quantity_hedge", "actor_party")
TOLERANCE = 0.5
HEAD = """# How good the analysis is

Made by `make quality`. Texts nobody tuned on cannot be shipped here, so the gold lies outside the project; its scorer
defines the figures. *Relation* is the main one: the content overlaps by half or more and the source is right.
P is precision, R recall, F their harmonic mean, in percent; acts, parties, targets and numbers are shares of the
statements found. The first half of each file was looked at while the rules were written, the second only measured.
"""


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


def measure(folder: Path) -> dict[str, dict[str, Any]]:
    """Scores by ``file`` and ``file/half``."""
    score = scorer(folder).score
    found = {}
    for name in FILES:
        gold = documents(folder / name)
        predicted = predict(gold)
        found[name] = score(gold, predicted)[0]
        if len(gold) > 1:
            for half in (0, 1):
                found[f"{name}/{half + 1}"] = score(gold[half::2], predicted[half::2])[0]
        print(f"{name:18} relation F {found[name]['relation']['f']}", file=sys.stderr)
    return found


def figures(found: dict[str, dict[str, Any]]) -> dict[str, float]:
    """The figures that must not fall, whole files only."""
    flat = {}
    for name, scores in found.items():
        if "/" in name:
            continue
        flat |= {f"{name} {key}": scores[key]["f"] for key in SCORES if scores[key]["n"]}
        flat |= {f"{name} {key}": scores[key]["pct"] for key in SHARES if scores[key]["n"]}
    return flat


def report(found: dict[str, dict[str, Any]]) -> str:
    lines = [HEAD, "| gold | relation P / R / F | content F | exact F | act | parties | targets | numbers |"]
    lines.append("|---|---|---|---|---|---|---|---|")
    for name, s in found.items():
        shares = " | ".join("-" if s[key]["pct"] is None else f"{s[key]['pct']}" for key in SHARES[:4])
        r = s["relation"]
        label = name.replace("/1", ", first half").replace("/2", ", second half")
        lines.append(
            f"| {label} | {r['p']} / {r['r']} / **{r['f']}** | {s['content']['f']} | {s['exact']['f']} | {shares} |"
        )
    lines += ["", "Relation recall by mode:", "", "| gold | direct | indirect | mixed |", "|---|---|---|---|"]
    for name, s in found.items():
        if "/" not in name:
            modes = s["relation_recall_by_mode"]
            cells = [
                f"{modes[m]['pct']} of {modes[m]['n']}" if m in modes else "-" for m in ("direct", "indirect", "mixed")
            ]
            lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += ["", "Numbers and named actors, where the gold has all of them:", ""]
    lines += ["| gold | quantities P / R | value | hedge | actors P / R | their party |", "|---|---|---|---|---|---|"]
    for name, s in found.items():
        if "/" not in name and s["quantities"]["n"]:
            q, a = s["quantities"], s["actors"]
            lines.append(
                f"| {name} | {q['p']} / {q['r']} | {s['quantity_value']['pct']} | {s['quantity_hedge']['pct']} "
                f"| {a['p']} / {a['r']} | {s['actor_party']['pct']} |"
            )
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--floor", action="store_true")
    options = parser.parse_args()
    if not options.gold.is_dir():
        raise SystemExit(f"{options.gold} is not a folder; name the gold with GOLD=folder")
    found = measure(options.gold)
    present = figures(found)
    if options.write:
        REPORT.write_text(report(found), encoding="utf-8")
        FLOOR.write_text(json.dumps(present, indent=1) + "\n", encoding="utf-8")
    if options.floor:
        floor = json.loads(FLOOR.read_text(encoding="utf-8"))
        fallen = {k: (v, present.get(k)) for k, v in floor.items() if present.get(k, 0.0) < v - TOLERANCE}
        for key, (was, now) in fallen.items():
            print(f"{key}: {now}, recorded {was}")
        print(f"{len(floor) - len(fallen)} of {len(floor)} figures hold")
        return int(bool(fallen))
    print(report(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
