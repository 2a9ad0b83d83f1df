"""Organisations and forces named by a noun with what completes it: "le ministère arménien de la Défense",
"the British Foreign Office", "Syndicat national des journalistes"."""

from __future__ import annotations

from reader.analysis.mentions import Mention
from reader.analysis.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import STATE_TYPES
from reader.languages.gazetteer import Entry, Use
from reader.languages.words import slug

_KINDS = {"government": ActorKind.GOVERNMENT, "force": ActorKind.FORCE}
_STOP_POS = frozenset({"VERB", "AUX", "PRON", "ADV", "SCONJ", "CCONJ", "NUM", "PUNCT"})
_BARE = frozenset({"government", "court"})  # "the Senate" names somebody without more words
_LOOSE = frozenset({"company", "media", "party"})  # "le groupe Sanofi": the noun is no part of the name
_REACH = 8


def find_organisations(reading: Reading, first: int, last: int) -> list[Mention]:
    """The organisations of one sentence, in order of place; their words overlap no other's."""
    found: list[Mention] = []
    at = first
    while at < last:
        head = reading.rules.heads.match(reading.words, at, last)
        if head is None or _in_longer_name(reading, at, head[1]):
            at += 1
            continue
        noun, count = head
        mention = _around(reading, at, count, noun.kind, found[-1].last if found else first, last)
        if mention is None:
            at += 1
        else:
            found.append(mention)
            at = mention.last
    return found


def _in_longer_name(reading: Reading, at: int, count: int) -> bool:
    start = reading.covered.get(at)
    if start is None:
        return False
    entry, words, _ = reading.known[start]
    return words > count or start < at or entry.use is not Use.MEMBER


def _around(reading: Reading, at: int, count: int, type_: str, floor: int, last: int) -> Mention | None:
    capital = reading.words[at].capital and not _opens(reading, at)
    left = _leftward(reading, at, floor)
    loose = type_ in _LOOSE and not capital
    right = at + count if loose else _rightward(reading, at, at + count, last, type_, capital)
    if loose and left == at:
        return None
    while left < at and reading.words[left].key in reading.rules.definite:
        left += 1
    states = [e for e in _entries(reading, left, right) if e.home and e.use is not Use.MEMBER]
    named = any(
        reading.words[k].capital and (k != at or capital) and reading.words[k].key not in reading.rules.openers
        for k in range(left, right)
        if not at < k < at + count
    )
    modified = left < at or right > at + count
    if not states and not (named and (modified or type_ in _BARE)):
        return None
    if not modified and not (capital and type_ in _BARE):
        return None
    if type_ in ("media", "company") and not capital:
        return None
    owner = _owner(reading, left)
    state = states[0].home if states else owner.home if owner else None
    span = reading.span(left, right)
    name = reading.parsed.text[span[0] : span[1]]
    of_state = type_ in STATE_TYPES
    key = f"org:{slug(name)}"
    party = state if of_state else None
    if of_state and state:
        key = f"{key}:{state}"
    kind = _KINDS.get(type_, ActorKind.ORGANISATION)
    return Mention(left, right, span, key, name, kind, party, type_, of_state)


def _entries(reading: Reading, first: int, last: int) -> list[Entry]:
    return [reading.known[k][0] for k in range(first, last) if k in reading.known]


def _opens(reading: Reading, i: int) -> bool:
    """True where a capital may only mark the beginning of the sentence or quotation."""
    return i == reading.first_of(i) or any(c in reading.gap(i) for c in '"«:(\n')


def _leftward(reading: Reading, at: int, floor: int) -> int:
    """The first word of what stands before the head: names, capitals and demonyms, at most two common nouns between."""
    capital = reading.words[at].capital
    left, common = at, 0
    while left > floor and at - left < _REACH and reading.joined(left):
        i = left - 1
        word = reading.words[i]
        if i in reading.covered:
            start = reading.covered[i]
            if start < floor:
                break
            left = start
        elif word.key in reading.rules.openers or word.key in reading.rules.ignored or word.key in reading.rules.breaks or _is_role(reading, i):
            break
        elif word.capital:
            left = i
        elif not capital and common < 2 and reading.pos(i) in ("NOUN", "ADJ") and reading.gap(left) == " ":
            common += 1
            left = i
        else:
            break
    while left < at and not reading.words[left].capital and left not in reading.covered:
        left += 1
    return left


def _is_role(reading: Reading, i: int) -> bool:
    return any(
        (found := reading.rules.roles.match(reading.words, k, i + 1)) is not None and k + found[1] == i + 1
        for k in range(max(reading.first_of(i), i - 2), i + 1)
    )


def _rightward(reading: Reading, at: int, end: int, last: int, type_: str, capital: bool) -> int:
    """The end of what completes the head: demonyms, adjectives, and complements behind connectors."""
    rules = reading.rules
    right, i, free = end, end, 2
    while i < last and i - at < 3 * _REACH:
        if reading.gap(i) not in (" ", "'", "-", "\n", " & "):
            break
        word = reading.words[i]
        if i in reading.known and reading.known[i][0].use in (Use.DEMONYM, Use.MEMBER) and not word.capital:
            i += reading.known[i][1]
            right = i
        elif word.key in rules.connectors:
            k = i
            while k < last and reading.words[k].key in rules.connectors and reading.gap(k) in (" ", "'", "-"):
                k += 1
            step = _complement(reading, i, k, last, type_, capital)
            if step is None:
                break
            i = right = step
        elif i in reading.covered and word.capital:
            if reading.gap(i) == "-" or reading.known.get(i, (None,))[0] is None:
                i = right = i + 1
            else:
                break
        elif capital and word.capital and not _is_role(reading, i) and word.key not in rules.ignored:
            i = right = i + 1
        elif _adjective(reading, i, capital) and free:
            free -= 1
            i += 1
            right = i if reading.pos(i - 1) == "ADJ" else right
        else:
            break
    return right


def _adjective(reading: Reading, i: int, capital: bool) -> bool:
    word = reading.words[i]
    if word.capital or word.key in reading.rules.breaks or word.key in reading.rules.openers:
        return False
    pos = reading.pos(i)
    if pos:
        return pos == "ADJ" and reading.gap(i) == " "
    # Without a tagger: one word between a capitalised head and a connector.
    after = i + 1
    return capital and after < len(reading.words) and reading.words[after].key in reading.rules.connectors


def _complement(reading: Reading, first: int, at: int, last: int, type_: str, capital: bool) -> int | None:
    """Where the complement whose connectors are words ``first`` to ``at`` ends; None if it is no part of the name."""
    if at >= last or reading.gap(at) not in (" ", "'"):
        return None
    joiner = all(reading.words[k].key in reading.rules.conjunctions for k in range(first, min(first + 1, at)))
    word = reading.words[at]
    if at in reading.known:
        entry, count, _ = reading.known[at]
        if joiner and entry.use is not Use.DEMONYM:
            return None  # "le ministère de la Défense et la Russie"
        if type_ in ("government", "force") and entry.kind is ActorKind.PERSON:
            return None
        return at + count
    if word.key in reading.rules.ignored or _is_role(reading, at):
        return None
    if word.capital:
        end = at + 1
        while end < last and reading.words[end].capital and reading.gap(end) in (" ", "-") and end not in reading.known:
            if _is_role(reading, end):
                break
            end += 1
        while end < last and reading.pos(end) == "ADJ" and reading.gap(end) == " " and not reading.words[end].capital:
            end += 1  # "des Affaires étrangères"
        return end
    lower_name = capital or type_ == "government"
    if lower_name and not joiner and reading.pos(at) in ("NOUN", "ADJ", "PROPN"):
        end = at + 1
        while end < last and reading.pos(end) == "ADJ" and reading.gap(end) == " ":
            end += 1
        return end
    if joiner and capital and reading.pos(at) == "NOUN":
        return at + 1
    return None


def _owner(reading: Reading, left: int) -> Entry | None:
    """The known name that owns the organisation: "Saudi Arabia's Civil Defense Authority"."""
    if left >= 2 and reading.words[left - 1].text == "s" and reading.gap(left - 1) == "'" and reading.gap(left) == " ":
        start = reading.covered.get(left - 2)
        if start is not None:
            return reading.known[start][0]
    return None
