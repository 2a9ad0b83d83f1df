"""What stands around a run of capitals and tells what it names."""

from __future__ import annotations

from reader.analysis.actors.reading import Reading
from reader.languages.gazetteer import Use

_APPOSED = 8


def head_before(reading: Reading, first: int) -> str:
    """The type of the common noun that introduces a name: "le groupe Sanofi" -> company."""
    for back in range(1, 4):
        at = first - back
        if at < 0 or not reading.adjacent(at + 1):
            return ""
        if back > 1 and not (
            (at + 1 in reading.known and reading.known[at + 1][0].use is Use.DEMONYM)
            or (reading.pos(at + 1) in ("ADJ", "NOUN") and not reading.words[at + 1].capital)
        ):
            return ""
        noun = reading.rules.heads.match(reading.words, at, first) or reading.rules.bodies.match(
            reading.words, at, first
        )
        if noun and (reading.rules.capital_nouns or not reading.words[at].capital):
            return noun[0].kind
    return ""


def led(reading: Reading, first: int) -> bool:
    """True for the complement of a noun for a company: "la direction de X", "the management of X"."""
    at = _completed_noun(reading, first)
    company = reading.rules.descriptions.get("company")
    return at is not None and company is not None and company.match(reading.words, at, at + 1) is not None


def holds(reading: Reading, first: int, kind: str) -> bool:
    """True for the complement of an office of that kind: "chief executive of X", "le maire de X"."""
    at = _completed_noun(reading, first)
    if at is None:
        return False
    for k in range(max(reading.first_of(first), at - 3), at + 1):
        role = reading.rules.roles.match(reading.words, k, at + 1)
        if role and k + role[1] == at + 1 and role[0].kind == kind:
            return True
    return False


def _completed_noun(reading: Reading, first: int) -> int | None:
    """The word that a name completes behind "of" or "de", or None."""
    rules, words = reading.rules, reading.words
    at, floor, linked = first - 1, max(reading.first_of(first), first - 6), False
    while at >= floor and reading.adjacent(at + 1):
        key = words[at].key
        if key not in rules.genitive and key not in rules.definite:
            return at if linked else None
        linked = linked or key in rules.genitive
        at -= 1
    return None


def role_before(reading: Reading, first: int) -> bool:
    """True where an office stands right before the name."""
    for back in range(1, 5):
        at = first - back
        if at < reading.first_of(first):
            return False
        role = reading.rules.roles.match(reading.words, at, first)
        if role and at + role[1] == first and reading.gap(first) in (" ", ", "):
            return True
    return False


def apposed(reading: Reading, first: int, last: int) -> bool:
    """True for a name between commas behind an office with its complement: "the mayor of Fernham, Aled Price, ..."."""
    if last - first < 2 or reading.gap(first) != ", ":
        return False
    stop = reading.first_of(first)
    if last < reading.last_of(first) and reading.gap(last)[:1] not in (",", ")"):
        return False
    for at in range(first - 1, max(stop, first - _APPOSED) - 1, -1):
        if reading.pos(at) in ("VERB", "AUX") or (at < first - 1 and not reading.adjacent(at + 1)):
            return False
        if reading.rules.roles.match(reading.words, at, first):
            return True
    return False


def explained(reading: Reading, first: int) -> str:
    """The sort of organisation that a common noun before a comma calls the name: "The operator, Norvex"; empty for
    the complement of another noun ("the head of the operator, Anna Verdi")."""
    rules, words, k = reading.rules, reading.words, first - 1
    stop = reading.first_of(first)
    if k <= stop or reading.gap(first) != ", " or words[k - 1].key not in rules.definite - rules.genitive:
        return ""
    if k - 1 > stop and (words[k - 2].key in rules.genitive or reading.pos(k - 2) == "ADP"):
        return ""
    for kind in ("company", "union", "association"):
        nouns = rules.descriptions.get(kind)
        if nouns and nouns.match(words, k, first):
            return kind
    return ""


def leads_office(reading: Reading, last: int, officials: bool) -> bool:
    """True where an office of an organisation follows right behind a name: "Norvex chief executive ..."; with
    ``officials`` also one that a state has, in any number: "Norvex officials"."""
    if last >= len(reading.words) or not reading.adjacent(last) or reading.gap(last) != " ":
        return False
    if reading.words[last].capital or reading.words[last].key in reading.rules.conjunctions:
        return False
    role = reading.rules.roles.match(reading.words, last, reading.last_of(last))
    if role is None:
        return False
    kind, plural = role[0].kind, role[0].number == "Plur"
    return (kind in ("leading", "other") and not plural) or (officials and kind == "official")


def role_after(reading: Reading, last: int) -> bool:
    """True where an office or a noun for a person follows behind a comma: "Verdi, the director of ..."."""
    if last >= len(reading.words) or reading.gap(last).strip() != ",":
        return False
    rules = reading.rules
    stop = reading.last_of(last - 1)
    people = rules.descriptions.get("person")
    for at in range(last, min(stop, last + 4)):
        if (at > last and reading.gap(at) != " ") or reading.words[at].key in rules.breaks:
            return False
        if reading.pos(at) in ("VERB", "AUX"):
            return False
        role = rules.roles.match(reading.words, at, stop) or (people and people.match(reading.words, at, stop))
        if role:
            if role[0].number == "Plur":
                return False  # "In Verdi, residents ..."
            after = at + role[1]  # "towards Verdi, commander Ivan Morel said": the office is the next name's
            verb = after < stop and reading.gap(after) == " " and reading.pos(after) in ("VERB", "AUX")
            if verb and reading.speaks(at, after):
                return False  # "the race for Verdi, the county clerk said"
            return not (after < stop and reading.gap(after) == " " and reading.words[after].capital)
    return False


def locative_before(reading: Reading, first: int) -> bool:
    """True where the words before say that a place follows: "in X", "in the X", "the districts of X and Y"."""
    rules, words = reading.rules, reading.words
    at, stop, linked = first - 1, reading.first_of(first), False
    if at > stop and words[at].key in rules.conjunctions and words[at - 1].capital:
        at -= 1
        while at > stop and words[at].capital:
            at -= 1
    while at >= stop and reading.adjacent(at + 1):
        key = words[at].key
        if key in rules.locative:
            return not linked or reading.pos(at) != "ADP"
        if key not in rules.definite and key not in rules.genitive:
            return False
        linked = linked or key in rules.genitive
        at -= 1
    return False


def opens_sentence(reading: Reading, i: int) -> bool:
    """True where a capital may only mark the beginning of a sentence or quotation."""
    return i == reading.first_of(i) or any(c in reading.gap(i) for c in '"«:(\n•[')


def brings_news(reading: Reading, first: int, last: int) -> bool:
    """True for a name beside words that only a medium has: "emails seen by X", "des courriels que X a pu consulter"."""
    words, rules = reading.words, reading.rules
    start = first - 1 if first and words[first - 1].key in rules.definite and reading.adjacent(first) else first
    for before, behind in rules.press:
        at, end = start - len(before), last + len(behind)
        if at < reading.first_of(first) or end > reading.last_of(first):
            continue
        beside = tuple(w.key for w in words[at:start]) == before and tuple(w.key for w in words[last:end]) == behind
        if beside and all(reading.adjacent(k) for k in (*range(at + 1, start + 1), *range(last, end))):
            return True
    return False


def words_given(reading: Reading, i: int) -> bool:
    """True where word ``i`` is a frequent given name."""
    return reading.words[i].key in reading.rules.given_names
