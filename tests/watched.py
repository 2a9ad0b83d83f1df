"""News of a made-up event, each with a statement by Russia and a number of soldiers killed, for what watches."""

from __future__ import annotations

from reader.domain.actor import Actor, ActorKind, Party
from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.article import Draft
from reader.domain.comparison import Comparison, Figure, FigureRow, Verdict
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.statement import Act, Endorsement, Mode, Statement
from reader.ingest.engine import engine_key
from reader.ingest.stories.placing import place_all
from reader.ingest.telling_analyses import tell_all
from reader.store.library import Library

DAYS = ("2026-03-01", "2026-05-01")
TITLES = ("Fight {} over the bridge", "Orchards drown in the valley, part {}")
TOLD = (
    "Zokari and Muteva fought over the Lonquider bridge at Syaka again on Sunday. Dmitri Peskov said {said}. "
    "At least {killed} soldiers were killed near Syaka.",
    "Hail flattened every orchard of Derzomu in one night, growers of the Kavaxte cooperative told the agricultural "
    "chamber. Asked about grain, Dmitri Peskov said {said}. At least {killed} soldiers were killed clearing roads.",
)
SAID = "the ceasefire of the {} convoy holds and no patrol has crossed the line"


def news(
    library: Library, number: int, *, said: str = "", killed: int = 49, event: int = 0, source: str = "The Bay Post"
) -> int:
    """Add an article of an event, with its analysis; all that searches and stories know of it is up to date."""
    words = said or SAID.format(number)
    told = TOLD[event].format(said=words, killed=killed)
    title = TITLES[event].format(number)
    draft = Draft(told, title, source, published=f"{DAYS[event]}T{number:02}:00:00Z", language="en")
    id = library.add(draft).id
    library.save_analysis(draft.text_hash, _analysis(told, words, killed), engine_key("en"))
    bring_up(library)
    return id


def bring_up(library: Library) -> None:
    """Let searches and stories know everything."""
    while library.index.fill():
        pass
    tell_all(library)
    place_all(library)


def _analysis(text: str, words: str, killed: int) -> Analysis:
    def span(part: str) -> tuple[int, int]:
        at = text.index(part)
        return at, at + len(part)

    number = f"At least {killed}"
    quantity = Quantity(
        "q1",
        span(number),
        number,
        QuantityKind.CARDINAL,
        float(killed),
        float(killed),
        None,
        Hedge.AT_LEAST,
        None,
        "soldiers killed",
        span("soldiers"),
        None,
        (span("soldiers"), span("killed")),
    )
    statement = Statement(
        "s1",
        span("Dmitri Peskov"),
        span("said"),
        (span(words),),
        ("a1",),
        ("RU",),
        (),
        Act.DECLARE,
        Mode.INDIRECT,
        Endorsement.NEUTRAL,
        False,
        (),
        None,
        "by hand",
        0.9,
    )
    return Analysis(
        "en",
        Engine("a_model 1.0", "en 1", Level.FULL),
        (Party("RU", "Russia", "state"),),
        (Actor("a1", "Dmitri Peskov", ActorKind.PERSON, "RU", (span("Dmitri Peskov"),)),),
        (quantity,),
        (statement,),
        Comparison((), (Figure("soldiers killed", (FigureRow(None, "q1", None),), Verdict.SINGLE, ""),), ()),
    )
