"""Mentions gathered into actors: surname after full name, acronym after its expansion, short name after long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.analysis.mentions import Mention
from reader.analysis.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.gazetteer import Use
from reader.languages.words import keys_of, word_key

# Types that a noun in the text gave, not a hint.
_FIRM = frozenset(
    {"government", "force", "court", "agency", "local", "union", "party", "company", "association", "school", "media"}
)


@dataclass(slots=True)
class Draft:
    """An actor while it is being put together."""

    name: str
    kind: ActorKind
    type: str
    mentions: list[Mention] = field(default_factory=list)
    party: str | None = None
    of_state: bool = False
    gender: str | None = None
    roles: set[str] = field(default_factory=set)
    acronym: str | None = None
    id: str = ""

    @property
    def first(self) -> int:
        return self.mentions[0].first

    @property
    def person(self) -> bool:
        return self.kind is ActorKind.PERSON


def gather(reading: Reading, mentions: list[Mention]) -> list[Draft]:
    """The actors behind ``mentions``, in order of first mention."""
    drafts: list[Draft] = []
    by_key: dict[str, Draft] = {}
    owner: dict[int, Draft] = {}
    people = _People(reading)
    for mention in sorted(mentions, key=lambda m: (m.kind is not ActorKind.PERSON, -(m.last - m.first), m.first)):
        if mention.kind is ActorKind.PERSON:
            draft = people.find(mention)
            if draft is None:
                draft = people.add(mention)
                drafts.append(draft)
        else:
            draft = by_key.get(mention.key)
            if draft is not None and mention.party and draft.party and mention.party != draft.party:
                mention.key = f"{mention.key}:{mention.party}"  # two states' ministries of one name
                draft = by_key.get(mention.key)
            if draft is None:
                draft = Draft(
                    _shown(reading, mention), mention.kind, mention.type, party=mention.party, of_state=mention.of_state
                )
                by_key[mention.key] = draft
                drafts.append(draft)
        draft.mentions.append(mention)
        draft.party = draft.party or mention.party
        draft.gender = draft.gender or mention.gender
        draft.type = draft.type or mention.type
        owner[id(mention)] = draft
    for draft in drafts:
        draft.mentions.sort(key=lambda m: m.first)
    drafts.sort(key=lambda d: d.first)
    drafts = _aliases(reading, drafts)
    for number, draft in enumerate(drafts, 1):
        draft.id = f"a{number}"
        for mention in draft.mentions:
            mention.actor = draft.id
    return drafts


def _shown(reading: Reading, mention: Mention) -> str:
    """The name an actor goes by: the state's for a capital that stands for it."""
    if mention.kind is ActorKind.STATE and mention.party in reading.gazetteer.parties:
        return reading.gazetteer.parties[mention.party].name
    return mention.name


class _People:
    """People by their names, so that a surname finds its full name."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: list[tuple[tuple[str, ...], Draft]] = []

    def find(self, mention: Mention) -> Draft | None:
        keys = _name_keys(self._reading, mention)
        best: Draft | None = None
        for known, draft in self._known:
            if keys == known:
                return draft
            if len(keys) > 1 and len(known) > 1 and keys[-1] == known[-1] and _fits(keys[0], known[0]):
                return draft
            if len(keys) == 1 and len(known) > 1 and (keys[0] == known[-1] or (best is None and keys[0] == known[0])):
                same = keys[0] == known[-1] and _gender_fits(mention, draft)
                if best is None or same:
                    best = draft if same or keys[0] == known[0] else best
            elif 1 < len(keys) < len(known) and known[-len(keys) :] == keys:
                best = best or draft
        return best

    def add(self, mention: Mention) -> Draft:
        keys = _name_keys(self._reading, mention)
        draft = Draft(mention.name, ActorKind.PERSON, "person", gender=mention.gender)
        entry = mention.entry
        if entry is None and len(keys) == 1:
            entry = self._reading.gazetteer.surnames.get(keys[0])
            if entry is not None and entry.home not in states_named(self._reading):
                entry = None
            if entry is not None:
                draft.name = entry.name
        if entry is not None and entry.use is Use.PERSON:
            mention.entry = entry
            draft.party = entry.party
            keys = keys_of(entry.name)
            draft.gender = self._reading.rules.given_names.get(keys[0])
        self._known.append((keys, draft))
        return draft


def states_named(reading: Reading) -> set[str]:
    """The states the text names by name, demonym, capital or seat."""
    return {e.home for e, _, _ in reading.known.values() if e.home and e.use is not Use.PERSON}


def _name_keys(reading: Reading, mention: Mention) -> tuple[str, ...]:
    return tuple(reading.words[k].key for k in range(mention.first, mention.last))


def _fits(a: str, b: str) -> bool:
    """True where two first names may be one: equal, or one the other's initial or short form."""
    return a == b or (len(a) <= 2 and b.startswith(a[:1])) or (len(b) <= 2 and a.startswith(b[:1]))


def _gender_fits(mention: Mention, draft: Draft) -> bool:
    return mention.gender is None or draft.gender is None or mention.gender == draft.gender


def _aliases(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Organisations under two names made one: "Hewlett-Packard (HP)", "Church of Scientology" and "Scientology"."""
    named = [d for d in drafts if d.kind in (ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.FORCE)]
    gone: set[int] = set()
    for short in named:
        if id(short) in gone or not _may_join(short):
            continue
        for long in named:
            if long is short or id(long) in gone:
                continue
            if _in_brackets(reading, long, short) or _short_for(reading, long, short):
                keep, drop = (long, short) if long.first <= short.first else (short, long)
                if drop.mentions[0].entry is not None and keep.mentions[0].entry is None:
                    keep.name, keep.type = drop.name, drop.type or keep.type
                keep.party = keep.party or drop.party
                keep.of_state = keep.of_state or drop.of_state
                keep.type = keep.type or drop.type
                keep.acronym = next((d.name for d in (short, long) if _is_acronym(d.name)), keep.acronym)
                keep.mentions = sorted([*keep.mentions, *drop.mentions], key=lambda m: m.first)
                gone.add(id(drop))
                break
    return [d for d in drafts if id(d) not in gone]


def _may_join(draft: Draft) -> bool:
    return draft.kind is ActorKind.ORGANISATION or draft.mentions[0].entry is None


def _is_acronym(name: str) -> bool:
    return 2 <= len(name) <= 8 and sum(c.isupper() for c in name) >= 2 and " " not in name


def _in_brackets(reading: Reading, a: Draft, b: Draft) -> bool:
    """True where one stands in brackets right behind the other and either is an acronym."""
    if not (_is_acronym(a.name) or _is_acronym(b.name)) or _both_known(a, b):
        return False
    starts = {m.first: m for m in b.mentions}
    for mention in a.mentions:
        other = starts.get(mention.last)
        if other is not None and reading.gap(other.first).strip() == "(":
            return True
    return False


def _both_known(a: Draft, b: Draft) -> bool:
    return a.mentions[0].entry is not None and b.mentions[0].entry is not None


def _short_for(reading: Reading, long: Draft, short: Draft) -> bool:
    if _both_known(long, short) or long.type == "media" or long.of_state != short.of_state:
        return False
    long_keys, short_keys = keys_of(long.name), keys_of(short.name)
    if len(long_keys) <= len(short_keys):
        return False
    if _is_acronym(short.name) and len(long_keys) > 1:
        letters = word_key(short.name)
        initials = "".join(k[0] for k in long_keys)
        heavy = "".join(k[0] for k in long_keys if k not in reading.rules.connectors)
        return letters in (initials, heavy)
    if long_keys[: len(short_keys)] == short_keys and long.first < short.first and not short.mentions[0].entry:
        # "Northmere Water", later "Northmere"; but "HP France" is a branch of "HP"
        return all(m.home is None for m in long.mentions) and len(long_keys) == len(short_keys) + 1
    if long_keys[-len(short_keys) :] == short_keys:
        before = long_keys[-len(short_keys) - 1]
        return before in reading.rules.connectors and short.mentions[0].entry is None
    return False


def settle_kinds(mentions: list[Mention]) -> None:
    """Give names no list knows one kind throughout: a model's hints differ from place to place."""
    last_names = {
        keys[-1]: m for m in mentions if m.kind is ActorKind.PERSON and not m.entry and len(keys := keys_of(m.name)) > 1
    }
    for mention in mentions:
        if (
            mention.entry is not None
            and mention.entry.use in (Use.CAPITAL, Use.NAME)
            and mention.last - mention.first == 1
        ):
            full = last_names.get(keys_of(mention.name)[-1])
            if full is not None and mention.kind in (ActorKind.PLACE, ActorKind.STATE) and full.first < mention.first:
                mention.entry, mention.kind, mention.type, mention.party = None, ActorKind.PERSON, "person", None
    firm = {keys_of(m.name): m for m in mentions if m.entry is None and m.type in _FIRM}
    for mention in mentions:
        known = firm.get(keys_of(mention.name))
        if known is not None and mention.entry is None:
            mention.kind, mention.type, mention.key, mention.gender = known.kind, known.type, known.key, None
            mention.of_state, mention.party = known.of_state, mention.party or known.party
    unknown = [m for m in mentions if m.entry is None and m.type not in _FIRM]
    kinds: dict[tuple[str, ...], Counter[ActorKind]] = {}
    for mention in unknown:
        kinds.setdefault(keys_of(mention.name), Counter())[mention.kind] += 1
    for mention in unknown:
        keys = keys_of(mention.name)
        seen = kinds[keys]
        if (len(keys) == 1 and keys[0] in last_names) or (len(keys) > 1 and ActorKind.PERSON in seen):
            kind = ActorKind.PERSON
        else:
            kind = max(seen, key=lambda k: (seen[k], k is ActorKind.ORGANISATION))
        if kind is not mention.kind:
            mention.kind = kind
            mention.type = "person" if kind is ActorKind.PERSON else ""
            mention.key = f"{'place' if kind is ActorKind.PLACE else 'org'}:{'-'.join(keys)}"


def surnames(drafts: Iterable[Draft]) -> set[str]:
    """The keys of the last names of people named in full."""
    return {keys[-1] for d in drafts if d.person and len(keys := keys_of(d.name)) > 1}
