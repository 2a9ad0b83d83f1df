"""Organisations and forces named by a noun with what completes it: "le ministère arménien de la Défense",
"the British Foreign Office", "Syndicat national des journalistes"."""

from __future__ import annotations

from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.analysis.actors.regions import region_of_body
from reader.domain.actor import ActorKind
from reader.domain.analysis import Level
from reader.languages.actor_rules import STATE_TYPES, Noun
from reader.languages.gazetteer import Entry, Use
from reader.languages.words import slug

_KINDS = {"government": ActorKind.GOVERNMENT, "force": ActorKind.FORCE}
_STOP_POS = frozenset({"VERB", "AUX", "PRON", "ADV", "SCONJ", "CCONJ", "NUM", "PUNCT"})
_BARE = frozenset({"government", "court"})  # "the Senate" names somebody without more words
_LOOSE = frozenset({"company", "media", "party"})  # "le groupe Sanofi": the noun is no part of the name
_PEOPLE = frozenset({"PER", "PERSON"})
_SIDES = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
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
        mention = _around(reading, at, count, noun, found[-1].last if found else first, last)
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


def _around(reading: Reading, at: int, count: int, noun: Noun, floor: int, last: int) -> Mention | None:
    type_ = noun.kind
    capital = reading.words[at].capital and not _opens(reading, at)
    if noun.number == "Plur" and not capital and type_ != "force":
        return None  # several of them are not one actor
    loose = type_ in _LOOSE and not capital
    left = _leftward(reading, at, floor)
    right = at + count if loose else _rightward(reading, at, at + count, last, type_, capital)
    while left < at and reading.words[left].key in reading.rules.definite:
        left += 1
    if not _names_one(reading, left, at, count, right, type_, capital):
        return None
    states = [e for e in _entries(reading, left, right) if e.home and e.use is not Use.MEMBER]
    owner = _owner(reading, left)
    seat = _seat(reading, right, last)
    state = next((e.home for e in (*states[:1], owner, seat) if e is not None), None)
    span = reading.span(left, right)
    name = reading.parsed.text[span[0] : span[1]]
    entries = _entries(reading, left, right)
    state = state or next((e.within for e in entries if e.within), None)
    body = next((e for e in entries if e.home is None and e.party and e.kind in _SIDES), None)
    disputed = any(e.type == "disputed" for e in entries)
    beyond = any(reading.words[k].key in reading.rules.beyond_states for k in range(left, right))
    goes_on = right < last and reading.words[right].capital and reading.gap(right) == " "
    if goes_on and reading.rules.places.match(reading.words, right, last):
        return None  # "Fernham Police Station"
    of_state = type_ in STATE_TYPES and body is None and not disputed and not beyond
    region = region_of_body(reading, left, right) if type_ in STATE_TYPES and not states else None
    if region is not None and body is None:
        kind = _KINDS.get(type_, ActorKind.ORGANISATION)
        return Mention(left, right, span, f"org:{slug(name)}", name, kind, region, type_)
    if body is not None and type_ in STATE_TYPES:
        name = reading.parsed.text[slice(*reading.span(left, right))]
        kind = _KINDS.get(type_, ActorKind.ORGANISATION)
        return Mention(left, right, reading.span(left, right), f"org:{slug(name)}", name, kind, body.party, type_)
    kind = _KINDS.get(type_, ActorKind.ORGANISATION)
    return Mention(left, right, span, f"org:{slug(name)}", name, kind, state if of_state else None, type_, of_state)


def _names_one(reading: Reading, left: int, at: int, count: int, right: int, type_: str, capital: bool) -> bool:
    """True where the phrase is a name and not just a noun: capitals in it, or a state for what speaks for one."""
    if left == at and right == at + count:
        return capital and type_ in _BARE
    if not capital and reading.rules.places.match(reading.words, at, at + count) and not reading.speaks(at, right):
        return False  # "la région de X" is a place where it says nothing
    before = _entries(reading, left, at)
    if not capital and len(before) == 1 and before[0].kind is ActorKind.ORGANISATION and before[0].use is Use.NAME:
        return False  # "the Labour party", "le groupe Sanofi"
    if type_ in STATE_TYPES and any(e.home or e.within or e.region for e in _entries(reading, left, right)):
        return True
    if type_ == "government" and any(_of_unknown(reading, k) for k in range(left, right) if not at <= k < at + count):
        return True  # "La Valmorra ... le gouvernement valmorran"
    if type_ in ("media", "company", "agency") and not capital:
        return False
    outside = [k for k in range(left, right) if not at <= k < at + count]
    capitals = [
        k
        for k in outside
        if reading.words[k].capital
        and reading.words[k].key not in reading.rules.openers | reading.rules.ignored
        and reading.words[k].text not in reading.rules.ignored_acronyms
        and not (_opens(reading, k) and reading.pos(k) not in ("PROPN", "") and k not in reading.known)
        and (capital or not _demonym(reading, k))
    ]
    if not capitals:
        return capital and bool(outside)
    return capital or type_ not in ("association", "party") or capitals[0] < at


def _of_unknown(reading: Reading, k: int) -> bool:
    word = reading.words[k]
    return not word.capital and bool(reading.rules.state_words.demonyms(word.key) & reading.unknown)


def _demonym(reading: Reading, k: int) -> bool:
    start = reading.covered.get(k)
    return start is not None and reading.known[start][0].use is Use.DEMONYM


def _entries(reading: Reading, first: int, last: int) -> list[Entry]:
    return [reading.known[k][0] for k in range(first, last) if k in reading.known]


def _opens(reading: Reading, i: int) -> bool:
    """True where a capital may only mark the beginning of the sentence or quotation."""
    return i == reading.first_of(i) or any(c in reading.gap(i) for c in '"«:(\n')


def _leftward(reading: Reading, at: int, floor: int) -> int:
    """The first word of what stands before the head: names, capitals and demonyms, at most two common nouns between."""
    capital = reading.words[at].capital
    rules = reading.rules
    left, common = at, 0
    while left > floor and at - left < _REACH and (reading.joined(left) or (capital and reading.gap(left) == "' ")):
        i = left - 1
        word = reading.words[i]
        if i in reading.covered:
            if reading.covered[i] < floor:
                break
            left = reading.covered[i]
            continue
        if word.text == "s" and reading.gap(i) == "'" and capital and _owned_name(reading, i - 1, floor):
            left = i - 1
            continue
        if word.key in rules.conjunctions and capital and (pair := _paired(reading, i, floor)) is not None:
            left = pair
            continue
        if word.key in rules.openers | rules.breaks and (not word.capital or _opens(reading, i)):
            break
        if _is_role(reading, i) and not (capital and word.capital and _is_role(reading, i, "Plur")):
            break  # an office parts names, but not in "Rail Workers' Union"
        if word.capital:
            left = i
        elif not capital and common < 2 and reading.pos(i) in ("NOUN", "ADJ") and reading.gap(left) == " ":
            common += 1
            left = i
        else:
            break
    while left < at and not reading.words[left].capital and left not in reading.covered:
        left += 1
    return left


def _paired(reading: Reading, i: int, floor: int) -> int | None:
    """The first of two capitals that word ``i`` joins in one name behind an article or possessor: "the Health and
    Safety Board"; None where they may be two."""
    k = i - 1
    if k <= floor or not reading.words[k].capital or k in reading.covered or reading.ent(k) in _PEOPLE:
        return None
    before = reading.words[k - 1]
    led = before.key in reading.rules.definite or (before.text == "s" and reading.gap(k - 1) == "'")
    acronym = reading.words[k].text.isupper()
    return k if led and not acronym and reading.gap(k) == reading.gap(i) == " " else None


def _owned_name(reading: Reading, i: int, floor: int) -> bool:
    """True for the possessor that is part of a name: "People's Party", not "Labour's" or "Trump's"."""
    return i >= floor and i not in reading.covered and reading.words[i].capital and reading.ent(i) not in _PEOPLE


def _is_role(reading: Reading, i: int, number: str | None = None) -> bool:
    return any(
        (found := reading.rules.roles.match(reading.words, k, i + 1)) is not None
        and k + found[1] == i + 1
        and number in (None, found[0].number)
        for k in range(max(reading.first_of(i), i - 2), i + 1)
    )


def _rightward(reading: Reading, at: int, end: int, last: int, type_: str, capital: bool) -> int:
    """The end of what completes the head: demonyms, adjectives, and complements behind connectors."""
    rules = reading.rules
    right, i, free = end, end, 2
    while i < last and i - at < 3 * _REACH and reading.gap(i) in (" ", "'", "-", "\n", " & "):
        word = reading.words[i]
        if i in reading.known and reading.known[i][0].use in (Use.DEMONYM, Use.MEMBER) and not word.capital:
            i += reading.known[i][1]
            right = i
        elif word.key in rules.connectors and i not in reading.known:
            k = i
            while k < last and reading.words[k].key in rules.connectors | rules.definite and _near(reading, k):
                k += 1
            if word.key in rules.conjunctions and not _goes_on_joined(reading, i, k, right > end):
                break
            step = _complement(reading, i, k, last, type_, capital)
            if step is None:
                break
            i = right = step
        elif reading.gap(i) == "-" or ((capital or type_ == "school") and _goes_on(reading, i)):
            i = right = i + 1
        elif free and _adjective(reading, i, capital):
            free -= 1
            i += 1
            right = i if reading.pos(i - 1) == "ADJ" else right
        else:
            break
    return right


def _goes_on_joined(reading: Reading, i: int, k: int, completed: bool) -> bool:
    """False where the conjunction ``i`` only joins another body to a head that nothing completes: "the Fernham council
    and Norvex Homes", "la mairie de X et la société Y"."""
    token = reading.tokens[k] if k < len(reading.words) else None
    fresh = token is not None and token.ent.startswith("B-") and k == i + 1 and not reading.words[i - 1].capital
    return completed and not fresh


def _goes_on(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    inside = i not in reading.covered or (token is not None and token.ent == "I-ORG")
    return reading.words[i].capital and inside and not _ends_name(reading, i)


def _near(reading: Reading, i: int) -> bool:
    return reading.gap(i) in (" ", "'", "-")


def _ends_name(reading: Reading, i: int) -> bool:
    """True where a capital begins something else: an office, a person, a day."""
    token = reading.tokens[i]
    return (
        reading.words[i].key in reading.rules.calendar | reading.rules.openers | reading.rules.titles.keys()
        or _is_role(reading, i)
        or (token is not None and token.ent in ("B-PER", "B-PERSON"))
    )


def _adjective(reading: Reading, i: int, capital: bool) -> bool:
    word = reading.words[i]
    if word.capital or word.key in reading.rules.breaks or word.key in reading.rules.openers:
        return False
    pos = reading.pos(i)
    if pos:
        return pos == "ADJ" and reading.gap(i) == " " and (not capital or reading.rules.adjectives_follow)
    # Without a tagger: one word between a capitalised head and a connector.
    after = i + 1
    return capital and after < len(reading.words) and reading.words[after].key in reading.rules.connectors


def _complement(reading: Reading, first: int, at: int, last: int, type_: str, capital: bool) -> int | None:
    """Where the complement whose connectors are words ``first`` to ``at`` ends; None if it is no part of the name."""
    if at >= last or not _near(reading, at):
        return None
    entry = reading.entry(at)
    joins = reading.words[first].key in reading.rules.conjunctions
    if entry is not None and entry.kind is ActorKind.PERSON:
        return None
    if entry is None and _ends_name(reading, at):
        return None
    if entry is not None or (reading.words[at].capital and reading.words[at].text[0].isalpha()):
        end = _capitals(reading, at, last)
        second = at > first + 1 and reading.words[at - 1].key not in reading.rules.genitive
        if joins and (
            second
            or reading.words[at].text.isupper()
            or entry is not None
            or type_ in _LOOSE
            or _has_head(reading, at, end)
            or _person(reading, at)
        ):
            return None  # "the Civic Party and Anna Wong", "le ministère de la Défense et la Russie"
        return end
    if joins:
        return at + 1 if capital and at == first + 1 and reading.pos(at) == "NOUN" else None
    tagged = reading.parsed.level is Level.FULL and reading.pos(at) in ("NOUN", "ADJ", "PROPN")
    if (capital or type_ == "government") and tagged:
        return _adjectives(reading, at + 1, last)
    return None


def _capitals(reading: Reading, at: int, last: int) -> int:
    """The end of a run of capitals and known names, with the adjectives behind it ("Affaires étrangères")."""
    end = at
    while end < last:
        if end > at and not (reading.gap(end) == "-" or (reading.gap(end) == " " and reading.words[end].capital)):
            break
        if end > at and reading.gap(end) == " " and end not in reading.known and _ends_name(reading, end):
            break
        end += reading.known[end][1] if end in reading.known else 1
    return _adjectives(reading, end, last)


def _adjectives(reading: Reading, end: int, last: int) -> int:
    while end < last and reading.pos(end) == "ADJ" and reading.gap(end) == " " and not reading.words[end].capital:
        end += 1
    return end


def _has_head(reading: Reading, first: int, last: int) -> bool:
    return any(reading.rules.heads.match(reading.words, k, last) for k in range(first, last))


def _person(reading: Reading, i: int) -> bool:
    return reading.ent(i) in _PEOPLE or reading.words[i].key in reading.rules.given_names


def _seat(reading: Reading, right: int, last: int) -> Entry | None:
    """The state or capital where the organisation sits: "the Defense Ministry in Yerevan"."""
    at = right + 1
    if at < last and reading.words[right].key in reading.rules.locative and reading.gap(at) == " ":
        entry = reading.entry(at)
        return entry if entry is not None and (entry.use is Use.CAPITAL or entry.kind is ActorKind.STATE) else None
    return None


def _owner(reading: Reading, left: int) -> Entry | None:
    """The known name that owns the organisation: "Saudi Arabia's Civil Defense Authority"."""
    if left >= 2 and reading.words[left - 1].text == "s" and reading.gap(left - 1) == "'" and reading.gap(left) == " ":
        start = reading.covered.get(left - 2)
        if start is not None:
            return reading.known[start][0]
    return None
