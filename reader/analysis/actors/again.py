"""Names that only the rest of the text explains: surnames, acronyms, and words that come again."""

from __future__ import annotations

from bisect import bisect_left

from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.name_clues import locative_before, opens_sentence
from reader.analysis.actors.office_words import office_words
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.words import keys_of

_NO_HEAD = frozenset({ActorKind.PERSON, ActorKind.PLACE, ActorKind.STATE})


def find_again(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """The mentions that become plain once ``mentions`` are known."""
    found = _acronyms(reading, mentions)
    found += _named_before(reading, [*mentions, *found])
    found += _repeated(reading, [*mentions, *found])
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


def _named_before(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Surnames, single names and bare heads ("the Church") of actors that no hint showed here."""
    busy = {k for m in mentions for k in range(m.first, m.last)}
    last_names: set[str] = set()
    others: dict[str, Mention] = {}
    heads: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: m.first):
        keys = keys_of(mention.name)
        if mention.kind is ActorKind.PERSON:
            last_names |= {keys[-1]} if len(keys) > 1 else set()
        elif len(keys) == 1 and mention.entry is None:
            others.setdefault(keys[0], mention)
        if mention.kind not in _NO_HEAD:
            for key in set(keys):
                heads.setdefault(key, []).append(mention)
    found: list[Mention] = []
    for i, word in enumerate(reading.words):
        if i in busy or not word.capital or word.key in reading.rules.openers:
            continue
        span = reading.span(i, i + 1)
        name = reading.parsed.text[span[0] : span[1]]
        head = _head_again(reading, i, heads.get(word.key, []))
        if head is not None:
            found.append(Mention(i, i + 1, span, head.key, head.name, head.kind, head.party, head.type, head.of_state))
        elif word.key in last_names and not (opens_sentence(reading, i) and word.key in reading.lower):
            found.append(Mention(i, i + 1, span, f"person:{word.key}", name, ActorKind.PERSON, None, "person"))
        elif word.key in others and others[word.key].name == name:
            other = others[word.key]
            found.append(Mention(i, i + 1, span, other.key, name, other.kind, other.party, other.type))
    return found


def _head_again(reading: Reading, i: int, named: list[Mention]) -> Mention | None:
    """The organisation named before by the capitalised noun at word ``i`` alone: "the Church"."""
    if not named or i == 0 or opens_sentence(reading, i) or reading.words[i - 1].key not in reading.rules.definite:
        return None
    if reading.rules.heads.match(reading.words, i, i + 1) is None:
        return None
    at = bisect_left(named, i, key=lambda m: m.first)
    return named[at - 1] if at else None


def _repeated(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Single capitalised words that no hint explains: organisations where they come again, or before an office."""
    busy = {k for m in mentions for k in range(m.first, m.last)}
    busy |= {k for first, last in reading.bounds for k in office_words(reading, first, last)}
    rules = reading.rules
    nobody = rules.openers | rules.ignored | rules.titles.keys()
    places: dict[str, list[int]] = {}
    sure: set[str] = set()
    for i, word in enumerate(reading.words):
        if i in busy or i in reading.covered or not word.capital or len(word.text) < 3 or word.key in reading.lower:
            continue
        if word.key in nobody or word.text in rules.ignored_acronyms:
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
