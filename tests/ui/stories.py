"""Analysed articles made by hand for the panel and the comparison: our words, told and not found."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.domain.actor import Actor, ActorKind, Party
from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.article import Article, hash_text
from reader.domain.comparison import Comparison, Exchange, ExchangeKind, Figure, FigureRow, Verdict
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.span import Span
from reader.domain.statement import Act, Endorsement, Mode, Statement


def article(text: str, id: int = 1, title: str = "A story") -> Article:
    """A stored article with that text."""
    return Article(id, text, hash_text(text), title, "Paper", None, None, None, "en", None, None, False, "", False, 0)


class Told:
    """An analysis in the making: each call names words of the text, in order of place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parties: list[Party] = []
        self.actors: list[Actor] = []
        self.quantities: list[Quantity] = []
        self.statements: list[Statement] = []
        self.exchanges: list[Exchange] = []
        self.figures: list[Figure] = []
        self.unheard: list[str] = []

    def at(self, words: str) -> Span:
        start = self.text.index(words)
        return (start, start + len(words))

    def party(self, id: str, name: str, kind: str = "organisation") -> None:
        self.parties.append(Party(id, name, kind))

    def actor(self, name: str, kind: ActorKind, party: str | None) -> None:
        mentions = tuple(m.span() for m in re.finditer(re.escape(name), self.text))
        self.actors.append(Actor(f"a{len(self.actors) + 1}", name, kind, party, mentions))

    def number(self, words: str, counted: str, party: str | None = None, kind: str = "cardinal") -> str:
        id = f"q{len(self.quantities) + 1}"
        span = self.at(words)
        hedge = Hedge.EXACT
        noun = self.text.find(counted, span[1]) if counted else -1
        counted_span = (noun, noun + len(counted)) if noun >= 0 else None
        self.quantities.append(
            Quantity(id, span, words, QuantityKind(kind), 1.0, None, None, hedge, None, counted, counted_span, party)
        )
        return id

    def says(
        self,
        parties: str,
        act: Act,
        content: str,
        *,
        to: str = "",
        source: str = "",
        numbers: tuple[str, ...] = (),
        parent: str | None = None,
        confidence: float = 0.9,
    ) -> str:
        """Parties and targets are ids separated by spaces."""
        id = f"s{len(self.statements) + 1}"
        self.statements.append(
            Statement(
                id=id,
                source=self.at(source) if source else None,
                cue=None,
                content=(self.at(content),),
                speakers=(),
                parties=tuple(parties.split()),
                targets=tuple(to.split()),
                act=act,
                mode=Mode.INDIRECT,
                endorsement=Endorsement.NEUTRAL,
                negated=False,
                quantities=numbers,
                parent=parent,
                rule="told",
                confidence=confidence,
            )
        )
        return id

    def analysis(self) -> Analysis:
        return Analysis(
            language="en",
            engine=Engine("model 1", "en 1", Level.FULL),
            parties=tuple(self.parties),
            actors=tuple(self.actors),
            quantities=tuple(self.quantities),
            statements=tuple(self.statements),
            comparison=Comparison(tuple(self.exchanges), tuple(self.figures), tuple(self.unheard)),
        )


STRIKE = (
    "The dockers’ union accused Norline of hiding twelve accidents on the quays since the spring, of locking "
    "the safety officers out of their own meetings, and of sending men back to work under cranes that two "
    "inspectors had told it in writing to take out of service.\n\n"
    "Norline denied that any accident had been hidden. Its director, Ada Brem, said the union had told her that it "
    "wanted the night shift gone. At least 400 dockers stopped work, the union said; Norline counted 150. "
    "Some 40 lorries waited at the gates.\n\n"
    "An official said the port would open again. The union asked the ministry to step in."
)


def strike() -> tuple[Article, Analysis]:
    """Two parties that answer each other, one unheard, one statement inside another, one nobody is named for."""
    told = Told(STRIKE)
    told.party("union", "Dockers’ union")
    told.party("norline", "Norline")
    told.party("ministry", "Ministry")
    told.actor("union", ActorKind.ORGANISATION, "union")
    told.actor("Norline", ActorKind.ORGANISATION, "norline")
    told.actor("Ada Brem", ActorKind.PERSON, "norline")
    told.actor("ministry", ActorKind.GOVERNMENT, "ministry")
    many, few = told.number("At least 400", "dockers"), told.number("150", "dockers")
    lorries = told.number("Some 40", "lorries")
    accuse = told.says(
        "union",
        Act.ACCUSE,
        STRIKE[STRIKE.index("of hiding") : STRIKE.index(".\n\nNorline denied")],
        to="norline",
        source="The dockers’ union",
    )
    deny = told.says("norline", Act.DENY, "that any accident had been hidden", to="union", source="Norline")
    outer = told.says(
        "norline",
        Act.DECLARE,
        "the union had told her that it wanted the night shift gone",
        source="Its director, Ada Brem",
    )
    told.says("union", Act.DEMAND, "it wanted the night shift gone", parent=outer, confidence=0.3)
    count = told.says("union", Act.DECLARE, "At least 400 dockers stopped work", source="the union", numbers=(many,))
    other = told.says("norline", Act.DECLARE, "150", numbers=(few,))
    told.says("", Act.DECLARE, "the port would open again", source="An official")
    told.says("union", Act.ASK, "to step in", to="ministry", source="The union asked")
    told.exchanges.append(Exchange(ExchangeKind.DENIAL, (accuse, deny), "told"))
    rows = (FigureRow("union", many, count), FigureRow("norline", few, other))
    told.figures.append(Figure("dockers", rows, Verdict.DIFFER, "400 against 150"))
    told.figures.append(Figure("lorries", (FigureRow(None, lorries, None),), Verdict.SINGLE, "one speaker"))
    told.unheard.append("ministry")
    return article(STRIKE, title="Work stops on the quays"), told.analysis()


def crowd(count: int = 40) -> tuple[Article, Analysis]:
    """So many parties, each with one statement."""
    text = " ".join(f"Party{n} said that thing{n} was so." for n in range(count))
    told = Told(text)
    for n in range(count):
        told.party(f"p{n}", f"Party{n}")
        told.says(f"p{n}", Act.DECLARE, f"that thing{n} was so", source=f"Party{n}")
    return article(text, title="A crowd"), told.analysis()


def spoken(words: str, name: str = "Speaker") -> tuple[Article, Analysis]:
    """A text that is one statement by one party, about one thing counted, by one actor: all of them ``words``."""
    told = Told(words)
    span = (0, len(words))
    told.party("p", name)
    told.actors.append(Actor("a1", name, ActorKind.PERSON, "p", (span,)))
    told.quantities.append(
        Quantity("q1", span, words, QuantityKind.CARDINAL, 1.0, None, None, Hedge.EXACT, None, name, None, "p")
    )
    said = told.says("p", Act.DECLARE, words, source=words, numbers=("q1",), to="p")
    told.figures.append(Figure(name, (FigureRow("p", "q1", said),), Verdict.DIFFER, words))
    return article(words, title=words), told.analysis()


def without_statements(analysis: Analysis) -> Analysis:
    """The same with nobody speaking."""
    return replace(analysis, statements=(), comparison=Comparison((), (), ()))
