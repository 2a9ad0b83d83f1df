"""Who is named in a text, and which party each of them speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.cast import Cast, Resolved
from reader.analysis.mentions import Mention
from reader.analysis.merge import gather, settle_kinds, surnames
from reader.analysis.name_clues import locative_before
from reader.analysis.names import find_names, office_words, opens_sentence
from reader.analysis.organisations import find_organisations
from reader.analysis.parsed import Parsed
from reader.analysis.parties import give_parties, home_state
from reader.analysis.reading import Reading, read_words
from reader.domain.actor import ActorKind
from reader.languages.words import keys_of

if TYPE_CHECKING:
    from reader.languages.pack import Pack

__all__ = ["Cast", "Resolved", "find_actors"]

_NO_HEAD = frozenset({ActorKind.PERSON, ActorKind.PLACE, ActorKind.STATE})


def find_actors(parsed: Parsed, pack: Pack) -> Cast:
    """Everyone named in the text. Never raises on any text; works, less well, on a light parse too."""
    reading = read_words(parsed, pack)
    mentions: list[Mention] = []
    for first, last in reading.bounds:
        organisations = find_organisations(reading, first, last)
        mentions += organisations
        mentions += find_names(reading, first, last, organisations)
    settle_kinds(mentions)
    mentions += _acronyms(reading, mentions)
    mentions += _missed(reading, mentions)
    mentions += _repeated(reading, mentions)
    drafts = gather(reading, mentions)
    by_word = {k: m for d in drafts for m in d.mentions for k in range(m.first, m.last)}
    home = home_state(reading, drafts)
    give_parties(reading, drafts, by_word, home)
    return Cast(reading, drafts, by_word, home)


def _missed(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Surnames and names seen elsewhere in the text that no hint showed here."""
    busy = {k for m in mentions for k in range(m.first, m.last)}
    drafts = gather(reading, mentions)
    last_names = surnames(drafts)
    others: dict[str, Mention] = {}
    for draft in drafts:
        for mention in draft.mentions:
            keys = keys_of(mention.name)
            if len(keys) == 1 and not draft.person and mention.entry is None:
                others.setdefault(keys[0], mention)
    found: list[Mention] = []
    for i, word in enumerate(reading.words):
        if i in busy or not word.capital or word.key in reading.rules.openers:
            continue
        head = _head_again(reading, i, mentions)
        if head is not None:
            span = reading.span(i, i + 1)
            found.append(Mention(i, i + 1, span, head.key, head.name, head.kind, head.party, head.type, head.of_state))
            continue
        span = reading.span(i, i + 1)
        name = reading.parsed.text[span[0] : span[1]]
        if word.key in last_names and not (opens_sentence(reading, i) and word.key in reading.lower):
            found.append(Mention(i, i + 1, span, f"person:{word.key}", name, ActorKind.PERSON, None, "person"))
        elif word.key in others and others[word.key].name == name:
            other = others[word.key]
            found.append(Mention(i, i + 1, span, other.key, name, other.kind, other.party, other.type))
    return found


def _acronyms(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Acronyms that no hint shows but that stand in brackets behind an organisation: "... des agents (UAT)"."""
    busy = {k for m in mentions for k in range(m.first, m.last)}
    introduced: dict[str, Mention] = {}
    for mention in mentions:
        k = mention.last
        if k < len(reading.words) and k not in busy and mention.kind not in _NO_HEAD and reading.gap(k) == " (":
            text = reading.words[k].text
            if 2 <= len(text) <= 8 and sum(c.isupper() for c in text) >= 2:
                introduced.setdefault(text, mention)
    found: list[Mention] = []
    for k, word in enumerate(reading.words):
        owner = introduced.get(word.text)
        if owner is not None and k not in busy:
            span = reading.span(k, k + 1)
            key = f"org:{word.key}"
            found.append(Mention(k, k + 1, span, key, word.text, owner.kind, None, owner.type, owner.of_state))
    return found


def _repeated(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Single capitalised words that no hint explains: organisations where they come again, or before an office."""
    busy = {k for m in mentions for k in range(m.first, m.last)}
    busy |= {k for first, last in reading.bounds for k in office_words(reading, first, last)}
    rules = reading.rules
    places: dict[str, list[int]] = {}
    sure: set[str] = set()
    for i, word in enumerate(reading.words):
        if i in busy or i in reading.covered or not word.capital or len(word.text) < 3 or word.key in reading.lower:
            continue
        if word.key in rules.openers | rules.ignored | rules.titles.keys() or word.text in rules.ignored_acronyms:
            continue
        if reading.pos(i) not in ("", "PROPN", "X") or (reading.joined(i) and reading.words[i - 1].capital):
            continue
        last = reading.last_of(i)
        role = rules.roles.match(reading.words, i + 1, last) if i + 1 < last and reading.adjacent(i + 1) else None
        if role or not opens_sentence(reading, i):
            sure.add(word.key)
        if rules.roles.match(reading.words, i, last) or rules.heads.match(reading.words, i, last):
            continue
        places.setdefault(word.key, []).extend([i, i] if role else [i])
    found: list[Mention] = []
    for key, spots in places.items():
        if len(spots) < 2 or key not in sure or locative_before(reading, spots[0]):
            continue
        for i in dict.fromkeys(spots):
            span = reading.span(i, i + 1)
            name = reading.parsed.text[span[0] : span[1]]
            found.append(Mention(i, i + 1, span, f"org:{key}", name, ActorKind.ORGANISATION))
    return found


def _head_again(reading: Reading, i: int, mentions: list[Mention]) -> Mention | None:
    """The organisation named before by the capitalised noun at word ``i`` alone: "the Church"."""
    if opens_sentence(reading, i) or i == 0 or reading.words[i - 1].key not in reading.rules.definite:
        return None
    if reading.rules.heads.match(reading.words, i, i + 1) is None:
        return None
    key = reading.words[i].key
    earlier = [m for m in mentions if m.first < i and m.kind not in _NO_HEAD and key in keys_of(m.name)]
    return max(earlier, key=lambda m: m.first, default=None)
