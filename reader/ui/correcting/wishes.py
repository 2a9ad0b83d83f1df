"""What a person can say is wrong with a statement or a name: the lines of the dialog, in the article's words. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.content import Content

from reader.domain.actor import Actor
from reader.domain.article import hash_text
from reader.domain.correction import Correction, extent, not_statement, party_correction, same_actor, speaker_correction
from reader.domain.statement import Statement
from reader.ui.correcting.naming import Choice, actor_choices, party_choices
from reader.ui.correcting.sentences import IN_EVERY_ARTICLE, IN_THIS_ARTICLE, effect, shortened
from reader.ui.panel.view import View
from reader.ui.panel.words import clean_line
from reader.ui.verbatim import quoted

WORDS = 150
"""How many letters of a statement the dialog shows."""


class WishKind(StrEnum):
    """The kinds of lines; each has a key of its own."""

    SPEAKER = "speaker"
    NOT_STATEMENT = "not_statement"
    PARTY = "party"
    SAME = "same"
    TAKE_BACK = "take_back"


@dataclass(frozen=True)
class Wish:
    """One line of the dialog.

    ``line`` says what will be changed, ``scope`` where. ``question`` heads the list of ``choices``; it is empty where
    there is nothing to choose. ``make`` gives the correction for a chosen or typed name; ``undoes`` is the id of the
    one to take back instead.
    """

    kind: WishKind
    line: str
    scope: str
    make: Callable[[str], Correction]
    question: str = ""
    choices: tuple[Choice, ...] = ()
    undoes: int | None = None


@dataclass(frozen=True)
class Subject:
    """What is to be corrected: a heading, its words, and what can be said about it."""

    heading: str
    words: Content
    wishes: tuple[Wish, ...]


def statement_subject(view: View, statement: Statement, said: Iterable[Correction] = ()) -> Subject:
    """What can be said about a statement and about those who speak in it; what of it was ``said`` can be taken back."""
    card = view.board.cards[statement.id]
    who = clean_line(card.speaker) or "nobody named"
    words = Content.assemble((f"{who} · {card.act}", "bold"), "\n", shortened(quoted(view.text, statement), WORDS))
    speakers = [actor for id in statement.speakers if (actor := view.analysis.actor(id))]
    wishes = [*_about_statement(view, statement, who if card.speaker else "")]
    for actor in speakers:
        wishes.extend(_about_actor(view, actor))
    wishes.extend(_take_back(c) for c in said if _is_about(c, view, statement, speakers))
    return Subject("Correct this statement", words, tuple(wishes))


def actor_subject(view: View, actor: Actor, said: Iterable[Correction] = ()) -> Subject:
    """What can be said about a name; what of it was ``said`` can be taken back."""
    times = len(actor.mentions)
    told = f"{actor.kind}, named {times} {'time' if times == 1 else 'times'}"
    words = Content.assemble((clean_line(actor.name), "bold"), f" · {told}")
    wishes = [*_about_actor(view, actor), *(_take_back(c) for c in said if _is_about(c, view, None, [actor]))]
    return Subject("Correct this name", words, tuple(wishes))


def _is_about(correction: Correction, view: View, statement: Statement | None, actors: Sequence[Actor]) -> bool:
    """Whether a correction that stands is about a statement, or about one of these actors under any of their names."""
    if correction.anchor is not None:
        words = extent(statement) if statement is not None else None
        return words == correction.anchor.span and correction.anchor.text_hash == hash_text(view.text)
    names = {view.text[start:end] for actor in actors for start, end in actor.mentions} | {a.name for a in actors}
    return bool({clean_line(name) for name in names} & {correction.actor, correction.value})


def _take_back(correction: Correction) -> Wish:
    where, _, what = effect(correction).partition(": ")
    return Wish(WishKind.TAKE_BACK, f"Take back: {what}", where, lambda _: correction, undoes=correction.id)


def _about_statement(view: View, statement: Statement, who: str) -> Iterator[Wish]:
    what = shortened(quoted(view.text, statement))
    yield Wish(
        WishKind.SPEAKER,
        f"Someone else says this, not {shortened(who)}" if who else "Say who says this; the text names nobody here",
        IN_THIS_ARTICLE,
        lambda name: speaker_correction(view.text, statement, name),
        f"Who says {what}?",
        actor_choices(view, leave_out=frozenset(statement.speakers)),
    )
    yield Wish(
        WishKind.NOT_STATEMENT,
        f"{shortened(quoted(view.text, statement), 32)} is not a statement",
        IN_THIS_ARTICLE,
        lambda _: not_statement(view.text, statement),
    )


def _about_actor(view: View, actor: Actor) -> Iterator[Wish]:
    name = clean_line(actor.name)
    party = view.analysis.party(actor.party) if actor.party else None
    side = clean_line(party.name) if party else ""
    if party is None or party.kind != "state" or side != name:
        speaks = f"another party, not {side}" if side not in ("", name) else "a party that is not told here"
        yield Wish(
            WishKind.PARTY,
            f"{name} speaks for {speaks}",
            IN_EVERY_ARTICLE,
            lambda value: party_correction(actor.name, value),
            f"For which party does {name} speak?",
            party_choices(view, leave_out=actor.party),
        )
    others = actor_choices(view, leave_out=frozenset({actor.id}))
    if others:
        yield Wish(
            WishKind.SAME,
            f"{name} is the same as another name here",
            IN_EVERY_ARTICLE,
            lambda value: same_actor(actor.name, value),
            f"Who is {name}?",
            others,
        )
