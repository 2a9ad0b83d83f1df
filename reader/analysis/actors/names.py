"""Names that no list knows: runs of capitalised words, told apart as people, organisations and places."""

from __future__ import annotations

from reader.analysis.actors.called_names import called
from reader.analysis.actors.mentions import Mention, known_mention
from reader.analysis.actors.name_clues import head_before, opens_sentence, role_after, role_before, words_given
from reader.analysis.actors.name_kinds import classify
from reader.analysis.actors.office_words import office_words
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.domain.analysis import Level
from reader.languages.gazetteer import Entry, Use
from reader.languages.words import slug

_PEOPLE = frozenset({"PER", "PERSON"})


def find_names(reading: Reading, first: int, last: int, taken: list[Mention]) -> list[Mention]:
    """The names of one sentence that are not among ``taken``, in order of place."""
    busy = {k for m in taken for k in range(m.first, m.last)}
    offices = office_words(reading, first, last)
    found: list[Mention] = []
    at = first
    while at < last:
        if at in busy or (at in offices and at not in reading.known):
            at += 1
        elif (end := called(reading, at, last)) > at:
            found += _unknown(reading, at, end)
            at = end
        elif _begins(reading, at):
            end = _run_end(reading, at, last, busy)
            found += _split(reading, at, end)
            at = max(end, at + 1)
        elif at in reading.known:
            mention = _lower_known(reading, at)
            if mention:
                found.append(mention)
            at += reading.known[at][1]
        else:
            at += 1
    return found


def _lower_known(reading: Reading, at: int) -> Mention | None:
    """A known name written small: "talibans". Demonyms and common nouns are not names."""
    entry = reading.known[at][0]
    return None if entry.unnamed or entry.use in (Use.DEMONYM, Use.MEMBER) else known_mention(reading, at)


def _begins(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    if reading.gap(i) == "-" and i and not reading.words[i - 1].capital and not _particle(reading, i - 1):
        return False  # "pro-Beijing"
    if i in reading.compounds:
        return False
    if i == reading.first_of(i) and reading.pos(i) == "AUX":
        return False  # "Will Moscow go on?"
    if _initial(reading, i):
        return True
    if not word.capital or (not reading.words[i].text[:1].isalpha()):
        return _particle(reading, i)
    if i in reading.known:
        return True
    if word.key in reading.rules.titles:
        return False
    if reading.rules.capital_nouns and not _told(reading, i):
        return False
    if word.key in reading.rules.openers:  # "à Des Moines", but "Des élus"
        return not opens_sentence(reading, i) and reading.adjacent(i + 1) and reading.words[i + 1].capital
    if opens_sentence(reading, i):
        pos = reading.pos(i)
        if pos and pos not in ("PROPN", "NOUN", "ADJ", "X") and not reading.ent(i):
            return False
        followed = i + 1 < reading.last_of(i) and reading.words[i + 1].capital and reading.joined(i + 1)
        if word.key in reading.lower and not followed:
            return False
    return word.key not in reading.rules.ignored


def _told(reading: Reading, i: int) -> bool:
    """True, where every noun has a capital, for one that other words tell to be a name: a given name, an acronym, a
    word right behind an office, a title or what it is called."""
    word, rules = reading.words[i], reading.rules
    if word.key in rules.given_names or (len(word.text) > 1 and word.text.isupper()):
        return True
    if i == reading.first_of(i) or not reading.joined(i):
        return False
    return reading.words[i - 1].key in rules.titles or role_before(reading, i) or bool(head_before(reading, i))


def _initial(reading: Reading, i: int) -> bool:
    """True for the first letter of a name: "J. Morel"."""
    follows = i + 1 < reading.last_of(i) and reading.words[i + 1].capital and reading.gap(i + 1) in (". ", ".")
    return follows and len(reading.words[i].text) == 1 and reading.words[i].text.isupper()


def _particle(reading: Reading, i: int) -> bool:
    """True for the small word that opens "al-Shabaab"."""
    word = reading.words[i]
    return (
        word.key in reading.rules.particles
        and i + 1 < len(reading.words)
        and reading.gap(i + 1) == "-"
        and reading.words[i + 1].capital
    )


def _run_end(reading: Reading, at: int, last: int, busy: set[int]) -> int:
    """The end of the run of capitals that begins at ``at``; known names and particles between capitals belong to it."""
    end = at + (reading.known[at][1] if at in reading.known else 1)
    while end < last and end not in busy and reading.joined(end):
        word, gap = reading.words[end], reading.gap(end)
        if end in reading.known and (word.capital or gap == "-"):
            if reading.known[end][0].use is Use.DEMONYM and not word.capital:
                break
            end += reading.known[end][1]
            continue
        if gap == "-":
            end += 1
            continue
        if gap in ("\n", ".") and not reading.words[end - 1].text[:2].isupper():
            break
        particle = word.key in reading.rules.particles
        fresh = word.key not in reading.rules.ignored and (particle or word.key not in reading.rules.openers)
        if not (word.capital and fresh) and not (particle and _bridges(reading, at, end, last)):
            break
        end += 1
    return end


def _bridges(reading: Reading, at: int, i: int, last: int) -> bool:
    """True where a small word joins two capitals in a person's name: "Ursula von der Leyen"."""
    k = i
    while k < last and reading.words[k].key in reading.rules.particles and not reading.words[k].capital:
        k += 1
    if (
        k >= last
        or not reading.words[k].capital
        or k in reading.known
        or any(reading.gap(x) not in (" ", "'", "-") for x in range(i, k + 1))
    ):
        return False
    if reading.words[i].key in reading.rules.connectors or reading.words[i].key in reading.rules.genitive:
        hints = {reading.ent(x) for x in (i - 1, k)}
        return hints <= {"PER", "PERSON"} or (hints == {""} and reading.words[at].key in reading.rules.given_names)
    return True


def _split(reading: Reading, first: int, last: int) -> list[Mention]:
    """The mentions in a run of capitals: offices and titles part it, known names stand or join what is beside them."""
    found: list[Mention] = []
    at = start = first

    def flush(end: int) -> None:
        if end > start:
            found.extend(_name(reading, start, end))

    while at < last:
        role = reading.rules.roles.match(reading.words, at, last)
        if role and at in reading.known and (reading.known[at][1] > role[1] or reading.known[at][0].type == "party"):
            role = None
        if role or (reading.words[at].key in reading.rules.titles and at not in reading.known):
            flush(at)
            at += role[1] if role else 1
            start = at
        elif at in reading.known:
            at += reading.known[at][1]
        else:
            at += 1
    flush(last)
    return found


def _name(reading: Reading, first: int, last: int) -> list[Mention]:
    """One stretch of capitals without offices: a known name, an unknown one, or both beside each other."""
    spots = [k for k in range(first, last) if k in reading.known]
    if not spots:
        return _unknown(reading, first, last)
    spot = spots[0]
    entry, count, _ = reading.known[spot]
    after = spot + count
    if entry.region and entry.use is Use.DEMONYM and spot == first and after in spots:
        return _unknown(reading, first, last)  # "the Scottish Football Association" is not the one known
    if entry.use is Use.PERSON or (len(spots) > 1 and after in spots):
        rest = _name(reading, after, last) if after < last else []
        return [*(_unknown(reading, first, spot) if spot > first else []), known_mention(reading, spot), *rest]
    if after < last and reading.words[spot].key in reading.gazetteer.given and _personal(reading, after, last):
        return _unknown(reading, first, last, person=True)
    if spot > first:
        if (
            count == 1
            and reading.gap(spot) == " "
            and (
                (reading.ent(spot) in _PEOPLE and reading.ent(first) in _PEOPLE)
                or (after == last and role_after(reading, last))
            )
        ):
            return _unknown(reading, first, last)  # "Valeria Paris"
        whole = _unknown(reading, first, last, home=entry.home) if _qualifies(reading, first, spot, entry) else []
        if whole:
            return whole
        return [*_unknown(reading, first, spot), *_name(reading, spot, last)]
    if after >= last:
        return _alone(reading, spot, entry)
    if entry.use is Use.DEMONYM and reading.rules.roles.match(reading.words, last, reading.last_of(spot)):
        return []  # "Israeli Energy (Minister)"
    if entry.type == "party" and last - after > 1 and role_before(reading, spot):
        return [
            known_mention(reading, spot),
            *_unknown(reading, after, last, person=True),
        ]  # "la députée RN Anna Verdi"
    if entry.kind is ActorKind.PLACE and _opens_name(reading, after):
        whole = _unknown(reading, first, last)
        if whole:
            return whole
    if _personal(reading, after, last) or entry.use is Use.MEMBER or _homeless(entry) or reading.gap(after) == "\n":
        head = [] if entry.use in (Use.DEMONYM, Use.MEMBER) else [known_mention(reading, spot)]
        return [*head, *_unknown(reading, after, last)]
    if entry.use is Use.DEMONYM or entry.kind is ActorKind.STATE or entry.kind is ActorKind.PLACE:
        whole = _unknown(reading, first, last, home=entry.home)
        if whole:
            return whole
    return _alone(reading, spot, entry)


def _homeless(entry: Entry) -> bool:
    return not (entry.home or (entry.region and entry.use is Use.DEMONYM))


def _opens_name(reading: Reading, after: int) -> bool:
    """True where a place only begins the name that goes on at word ``after``: "Dallas Cowboys"."""
    place, token = reading.tokens[after - 1], reading.tokens[after]
    if place is None or token is None or reading.gap(after) != " ":
        return False
    return token.ent.startswith("I-") or (place.dep == "compound" and reading.ent(after) not in ("", *_PEOPLE))


def _qualifies(reading: Reading, first: int, spot: int, entry: Entry) -> bool:
    """True where a known name only completes the unknown one before it: "Air France", "HP France"."""
    if reading.gap(spot) == "-":
        return True
    if entry.kind not in (ActorKind.STATE, ActorKind.PLACE) or entry.use is Use.SEAT:
        return False
    hints = {reading.ent(k) for k in range(first, spot)}
    return not hints & {"PER", "PERSON"} and reading.gap(spot) == " "


def _alone(reading: Reading, at: int, entry: Entry) -> list[Mention]:
    if entry.unnamed:
        return []
    if entry.use in (Use.DEMONYM, Use.MEMBER):
        return [known_mention(reading, at)] if _people(reading, at, entry) else []
    return [known_mention(reading, at)]


def _people(reading: Reading, at: int, entry: Entry) -> bool:
    """True where a demonym names people ("les Russes", "the Russians") and is no adjective."""
    if entry.name[:1].islower():
        return not opens_sentence(reading, at) and reading.words[at].capital and reading.pos(at) != "ADJ"
    return entry.plural and entry.name.endswith(reading.words[at + reading.known[at][1] - 1].text)


def _personal(reading: Reading, first: int, last: int) -> bool:
    """True where words ``first`` to ``last`` look like a person's name."""
    if any(reading.ent(k) in _PEOPLE for k in range(first, last)) or reading.parsed.level is Level.LIGHT:
        return True
    return reading.words[first].key in reading.rules.given_names


def _unknown(reading: Reading, first: int, last: int, home: str | None = None, person: bool = False) -> list[Mention]:
    cut = _person_inside(reading, first, last)
    if cut is not None:
        return [*_unknown(reading, first, cut, home), *_unknown(reading, cut, last)]
    guess = classify(reading, first, last)
    kind, type_, firm = guess.kind, guess.type, guess.firm
    if person and kind in (None, ActorKind.PLACE, ActorKind.ORGANISATION):
        kind, type_, firm = ActorKind.PERSON, "person", True
    if kind is None:
        return []
    span = reading.span(first, last)
    name = reading.parsed.text[span[0] : span[1]]
    prefix = "person" if kind is ActorKind.PERSON else "place" if kind is ActorKind.PLACE else "org"
    mention = Mention(first, last, span, f"{prefix}:{slug(name)}", name, kind, None, type_, gender=guess.gender)
    mention.home, mention.firm, mention.speaks = home, firm, reading.speaks(first, last)
    return [mention]


def _person_inside(reading: Reading, first: int, last: int) -> int | None:
    """Where a person's name begins in the middle of a run: "(Minister of) Education Anna Verdi"."""
    given = reading.rules.given_names
    if last - first < 3 or words_given(reading, first):
        return None
    for k in range(first + 1, last - 1):
        token = reading.tokens[k]
        starts = token is not None and token.ent in ("B-PER", "B-PERSON")
        if k == first + 1 and opens_sentence(reading, first) and reading.words[first].key in reading.lower:
            starts = starts or reading.words[k].key in given  # "Beekeeper Anna Verdi", who is a beekeeper below
        if starts or (reading.words[k].key in given and reading.gap(k) == " " and reading.ent(first) not in _PEOPLE):
            return k if reading.gap(k) == " " else None
    return None
