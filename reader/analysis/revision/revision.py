"""The analysis as a person corrected it: what was found stays stored, what was said of it is laid over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.comparison.comparison import compare
from reader.analysis.revision.anchors import find_statement
from reader.analysis.revision.names import Aliases, Name, Names
from reader.analysis.revision.order import put_in_order
from reader.analysis.revision.sides import find_entry, find_party, own_party
from reader.analysis.revision.widening import with_doubtful
from reader.analysis.revision.workbench import Workbench
from reader.analysis.text.parse import parse
from reader.analysis.text.part import analysed_part
from reader.domain.actor import Actor, ActorKind
from reader.domain.analysis import Analysis
from reader.domain.article import hash_text
from reader.domain.confidence import Strictness
from reader.domain.correction import Correction, CorrectionKind, standing
from reader.domain.statement import Statement

if TYPE_CHECKING:
    from reader.languages.pack import Pack


def revise(
    analysis: Analysis,
    text: str,
    pack: Pack,
    corrections: Sequence[Correction],
    strictness: Strictness = Strictness.NORMAL,
    *,
    compared: bool = True,
) -> Analysis:
    """``analysis`` of ``text`` with the corrections that concern it, without the statements too doubtful to show.

    Of corrections that contradict each other the later in the sequence counts; undone ones are left out. Parties,
    targets, speakers, whose things are counted and the comparison follow. Ids stay. Where nothing changes the same
    object is given back. Unless ``compared`` the comparison, which takes longest, is left as it was.
    """
    said = standing(corrections)
    whole = strictness is Strictness.WIDE and bool(analysis.doubtful.statements)
    if not said and not whole and all(s.confidence >= strictness.floor for s in analysis.statements):
        return analysis
    every = with_doubtful(analysis)
    bench = Workbench(every)
    if said:
        _Corrections(every, text, pack, said).lay_over(bench)
    bench.drop([s.id for s in bench.statements.values() if s.confidence < strictness.floor and not s.corrected])
    parts = put_in_order(bench, every)
    if parts == (analysis.parties, analysis.actors, analysis.quantities, analysis.statements):
        return analysis
    parties, actors, quantities, statements = parts
    if not compared:
        return replace(every, parties=parties, actors=actors, quantities=quantities, statements=statements)
    comparison = compare(parse(analysed_part(text), pack, None), pack, parties, quantities, statements)
    return replace(
        every, parties=parties, actors=actors, quantities=quantities, statements=statements, comparison=comparison
    )


class _Corrections:
    """What a person said that may concern one text, sorted by what it is about; the last word on each thing."""

    def __init__(self, analysis: Analysis, text: str, pack: Pack, said: Sequence[Correction]) -> None:
        self._pack = pack
        self._text = text
        self._definite = pack.actors.definite
        self._names = names = Names(text, analysis.actors, self._definite)
        self._parties: dict[Name, str] = {}
        self._statements: dict[str, Correction] = {}
        pairs: list[tuple[Name, Name]] = []
        text_hash = hash_text(text)
        for correction in said:
            if correction.kind is CorrectionKind.SAME_ACTOR:
                pairs.append((names.key(correction.actor or ""), names.key(correction.value or "")))
            elif correction.kind is CorrectionKind.PARTY:
                key = names.key(correction.actor or "")
                self._parties.pop(key, None)
                self._parties[key] = correction.value or ""
            elif correction.anchor is not None:
                statement = find_statement(correction.anchor, text, text_hash, analysis.statements)
                if statement is not None:
                    self._statements[statement.id] = correction
        self._aliases = Aliases(pairs)

    def lay_over(self, bench: Workbench) -> None:
        """Apply everything: who is one, then whose side they are on, then who speaks and who does not."""
        for ids in self._aliases.same(self._names):
            known = [id for id in ids if id in bench.actors]
            if len(known) > 1:
                bench.merge(known)
        self._take_sides(bench)
        bench.drop([id for id, c in self._statements.items() if c.kind is CorrectionKind.NOT_STATEMENT])
        for id, correction in self._statements.items():
            if id in bench.statements and correction.actor:
                self._speak(bench, bench.statements[id], correction.actor)

    def _names_of(self, bench: Workbench) -> Names:
        return Names(self._text, bench.actors.values(), self._definite)

    def _take_sides(self, bench: Workbench) -> None:
        """Let each actor belong to the party it was last said to belong to.

        A name that is no actor's may be that of a party, for which somebody unnamed speaks ("the union").
        """
        names = self._names_of(bench)
        wanted: dict[str, str] = {}
        sides: dict[str, str] = {}
        for key, value in self._parties.items():
            ids = [id for alias in self._aliases.all(key) for id in names.find(alias)]
            wanted.update(dict.fromkeys(ids, value))
            if not ids:
                sides.update({p.id: value for p in bench.parties.values() if names.key(p.name) == key})
        for id, value in wanted.items():
            bench.move(id, find_party(value, bench, names, self._pack))
        for id, value in sides.items():
            bench.join(id, find_party(value, bench, names, self._pack))

    def _speak(self, bench: Workbench, statement: Statement, name: str) -> None:
        names = self._names_of(bench)
        ids = [id for alias in self._aliases.all(names.key(name)) for id in names.find_here(alias)]
        id = ids[0] if ids else self._newcomer(bench, names, name).id
        actor = bench.actors[id]
        if actor.party is None:
            bench.settle(id, own_party(actor.name, actor.kind, bench.parties))
        bench.say(statement.id, bench.actors[id])

    def _newcomer(self, bench: Workbench, names: Names, name: str) -> Actor:
        """Somebody the text does not name: a party of the text, somebody the gazetteers know, or a person."""
        key = names.key(name)
        value = next((v for alias in self._aliases.all(key) if (v := self._parties.get(alias))), None)
        told = next((p for p in bench.parties.values() if names.key(p.name) == key or p.id == name), None)
        if told is not None:
            kind = ActorKind.STATE if told.kind == "state" else ActorKind.GROUP
            name = told.name
        else:
            entry = find_entry(name, names, self._pack)
            kind = entry.kind if entry is not None else ActorKind.PERSON
            told = find_party(entry.party, bench, names, self._pack) if entry is not None and entry.party else None
            name = told.name if told is not None and kind is ActorKind.STATE else name
        if value is not None:
            told = find_party(value, bench, names, self._pack)
        return bench.bring_in(name, kind, told or own_party(name, kind, bench.parties))
