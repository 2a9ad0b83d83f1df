"""How what is given out of a story came about: the program, the models, the settings, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reader import __version__
from reader.domain.analysis import Engine, Level
from reader.domain.confidence import Strictness
from reader.ingest.exporting.story_sources import Source

_CONFIDENCE = {
    Strictness.STRICT: "only statements it is sure of",
    Strictness.NORMAL: "all but very doubtful statements",
    Strictness.WIDE: "everything found, doubtful or not",
}


def story_made(sources: Sequence[Source], level: Strictness, language: str) -> Iterator[str]:
    """Sentences, the weightiest first. ``language`` is what parties are named in, by its English name or code."""
    yield (
        f"Found by a program, Parley {__version__}. The quotations are the articles’ own words; who is said to say "
        "them may be wrong, and so may be what answers what. Read a statement in its article before you rely on it."
    )
    yield (
        "Articles are one story where what they name, count and date, and their rarest words, are alike and they came "
        "out within some days of one another."
    )
    yield f"Shown are {_CONFIDENCE[level]} (confidence: {level}). Parties are named in {language}."
    engines = Counter(source.text.analysis.engine for source in sources if source.text is not None)
    for engine, count in sorted(engines.items(), key=lambda item: (-item[1], item[0].key)):
        yield f"{_articles(count)} analysed with {_engine(engine)}."
    missing = [source.number for source in sources if source.text is None]
    if missing:
        numbers = ", ".join(f"[{number}]" for number in missing)
        of_them = "it" if len(missing) == 1 else "them"
        yield f"{_articles(len(missing))} not analysed, and nothing of {of_them} is quoted: {numbers}."


def _engine(engine: Engine) -> str:
    model = f"the model {engine.model}" if engine.model else "no language model"
    deep = "" if engine.level is Level.FULL else ", from the order of the words alone"
    return f"the language pack {engine.pack} and {model}{deep}"


def _articles(count: int) -> str:
    return "1 article was" if count == 1 else f"{count} articles were"
