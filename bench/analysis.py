"""How fast the analysis is, what it costs to start, and where the time goes.

    python bench/analysis.py [--texts FOLDER] [--rounds 5] [--write] [--json]

Each language is measured in a fresh process, on one core and one thread: articles a second of processor time (articles
of 450 words), the time to load the model, peak memory, the share of each stage, and the time as a ratio to the same
model run alone over the same sentences, which is what to quote: single times say little about another machine. The
articles are made of the stories in seeds/, or are the files FOLDER/fr/*.txt and FOLDER/en/*.txt. ``--write`` records
the table in docs/speed.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from speed_report import put

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("fr", "en")
WORDS = 450  # in an article
ARTICLES = 12
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
STAGES = ("model", "text", "actors", "numbers", "statements", "comparison")
HEAD = f"""# How fast the analysis is

Made by `python bench/analysis.py --write` (`make bench` prints it): articles of {WORDS} words made of the stories in
seeds/, one core, one thread, processor time. *To the model alone* is the time of everything as a multiple of the time
the language model takes by itself; it travels between machines better than the other figures. *Load* is importing
spaCy and reading the model in a fresh process; *first answer* adds reading the language pack and one article. The
stories are dense with statements: on plainer news the rules and numbers take a smaller share.
"""


def articles(language: str, folder: Path | None) -> list[str]:
    """The texts to measure with, always the same ones."""
    if folder is not None:
        return [path.read_text(encoding="utf-8") for path in sorted((folder / language).glob("*.txt"))]
    from reader.feeds.language_guess import guess_language

    stories = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds" / "stories").glob("*.txt"))]
    lines = [line for s in stories if guess_language(s) == language for line in s.splitlines() if line.strip()]
    return [_article(lines, number * len(lines) // ARTICLES) for number in range(ARTICLES)]


def _article(lines: list[str], at: int) -> str:
    words: list[str] = []
    taken: list[str] = []
    while len(words) < WORDS:
        line = lines[at % len(lines)]
        taken.append(" ".join(line.split()[: WORDS - len(words)]))
        words += taken[-1].split()
        at += 1
    return "\n\n".join(taken)


class Watched:
    """A pipeline that keeps the time spent in it and the sentences it was given."""

    def __init__(self, nlp: Any) -> None:
        self.nlp = nlp
        self.meta = nlp.meta
        self.seconds = 0.0
        self.sentences: list[str] = []

    def make_doc(self, text: str) -> Any:
        self.sentences.append(text)
        return self.nlp.make_doc(text)

    def pipe(self, docs: Iterator[Any], batch_size: int) -> Iterator[Any]:
        stream = self.nlp.pipe(docs, batch_size=batch_size)
        while True:
            started = time.process_time()
            doc = next(stream, None)
            self.seconds += time.process_time() - started
            if doc is None:
                return
            yield doc


def watch_stages(module: Any, spent: dict[str, float]) -> None:
    """Time the functions of other rooms that the engine calls, by room."""

    def timed(function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            started = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                spent[stage] += time.process_time() - started

        return call

    for name, value in list(vars(module).items()):
        room = getattr(value, "__module__", "").split(".")
        if callable(value) and not isinstance(value, type) and room[:2] == ["reader", "analysis"] and len(room) > 3:
            setattr(module, name, timed(value, room[2]))


def measure(language: str, texts: list[str], rounds: int) -> dict[str, Any]:
    """The figures of one language; to be called in a fresh process."""
    started = time.process_time()
    from reader.languages.models import load_model
    from reader.languages.pack import load_pack

    pack = load_pack(language)
    nlp = load_model(pack)
    load = time.process_time() - started
    from reader.analysis import engine

    engine.analyse(texts[0], pack, nlp)
    first = time.process_time() - started
    watched, spent = Watched(nlp), defaultdict(float)
    watch_stages(engine, spent)
    whole, alone = [], []
    for _ in range(rounds):
        watched.sentences = []
        started = time.process_time()
        for text in texts:
            engine.analyse(text, pack, watched)
        whole.append(time.process_time() - started)
        started = time.process_time()
        for text in _by_article(watched.sentences, len(texts)):
            list(nlp.pipe(text))
        alone.append(time.process_time() - started)
    spent["model"] = watched.seconds
    spent["text"] -= watched.seconds
    total = sum(whole)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on a Mac, KiB elsewhere
    return {
        "articles": len(texts),
        "words": round(sum(len(t.split()) for t in texts) / len(texts)),
        "per_second": round(len(texts) / min(whole), 1),
        "model_per_second": round(len(texts) / min(alone), 1),
        "ratio": round(min(whole) / min(alone), 2),
        "load_s": round(load, 2),
        "first_s": round(first, 2),
        "memory_mib": round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)),
        "share": {stage: round(100 * spent[stage] / total, 1) for stage in STAGES},
    }


def _by_article(sentences: list[str], count: int) -> Iterator[list[str]]:
    size = -(-len(sentences) // count)
    for at in range(0, len(sentences), size):
        yield sentences[at : at + size]


def in_fresh_process(language: str, options: argparse.Namespace) -> dict[str, Any]:
    environment = {**os.environ, **dict.fromkeys(ONE_THREAD, "1"), "PYTHONHASHSEED": "0"}
    texts = articles(language, options.texts)
    if not texts:
        raise SystemExit(f"no texts for {language}")
    command = [sys.executable, __file__, "--only", language, "--rounds", str(options.rounds)]
    done = subprocess.run(command, env=environment, input=json.dumps(texts), stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(done.returncode)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def report(found: dict[str, dict[str, Any]]) -> str:
    lines = [HEAD, f"{platform.machine()}, Python {platform.python_version()}, {platform.system()}.", ""]
    lines += ["| | articles/s | model alone/s | to the model alone | load | first answer | peak memory |"]
    lines += ["|---|---|---|---|---|---|---|"]
    for language, f in found.items():
        lines.append(
            f"| {language} | {f['per_second']} | {f['model_per_second']} | {f['ratio']} | {f['load_s']} s "
            f"| {f['first_s']} s | {f['memory_mib']} MiB |"
        )
    lines += ["", "Share of the time by stage, in percent:", ""]
    lines += [f"| | {' | '.join(STAGES)} |", "|---" * (len(STAGES) + 1) + "|"]
    lines += [f"| {code} | {' | '.join(str(f['share'][s]) for s in STAGES)} |" for code, f in found.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", choices=LANGUAGES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        print(json.dumps(measure(options.only, json.load(sys.stdin), options.rounds)))
        return
    found = {language: in_fresh_process(language, options) for language in LANGUAGES}
    if options.write:
        put(report(found))
    print(json.dumps(found) if options.json else report(found))


if __name__ == "__main__":
    main()
