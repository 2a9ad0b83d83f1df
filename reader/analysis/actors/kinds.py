"""One kind for one name throughout a text: a model's hints differ from place to place."""

from __future__ import annotations

from collections import Counter

from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.gazetteer import Use
from reader.languages.words import keys_of

# Types that a noun in the text gave, not a hint.
_FIRM = frozenset(
    {"government", "force", "court", "agency", "local", "union", "party", "company", "association", "school", "media"}
)
# Of organisations whose names are often shortened to the first word.
_SHORTENED = frozenset({"company", "association"})


def settle_kinds(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """``mentions`` with one kind for each name no list knows, without the single words that only a model's label in
    one place makes people."""
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
    told = [m for m in mentions if m.entry is None and m.type in _FIRM]
    firm = {keys_of(m.name): m for m in sorted(told, key=lambda m: m.type != "media")}
    for mention in mentions:
        known = firm.get(keys_of(mention.name))
        if known is not None and mention.entry is None:
            mention.kind, mention.type, mention.key, mention.gender = known.kind, known.type, known.key, None
            mention.of_state, mention.party = known.of_state, mention.party or known.party
    _shortened(mentions, set(last_names))
    unknown = [m for m in mentions if m.entry is None and m.type not in _FIRM]
    by_name: dict[tuple[str, ...], list[Mention]] = {}
    for mention in unknown:
        by_name.setdefault(keys_of(mention.name), []).append(mention)
    spoken = {
        (word.key,)
        for word, token in zip(reading.words, reading.tokens, strict=True)
        if token is not None and token.i in reading.speaking and word.capital
    }
    surnames = {keys for keys, same in by_name.items() if len(keys) == 1 and same[0].kind is ActorKind.PERSON}
    nobody: set[int] = set()
    for keys, same in by_name.items():
        speaks = keys in spoken or any(m.speaks for m in same)
        kind = _kind(keys, same, set(last_names), speaks)
        if (
            kind is ActorKind.ORGANISATION
            and len(keys) == 2
            and keys[-1:] in surnames
            and not any(m.firm for m in same)
        ):
            kind = ActorKind.PERSON  # "Bettie Page ... Page"
        signs = speaks or len(same) > 1 or any(m.firm for m in same) or keys[-1] in reading.gazetteer.surnames
        if kind is ActorKind.PERSON and len(keys) == 1 and not signs and keys[0] not in last_names:
            nobody |= {id(m) for m in same}
        for mention in same:
            if kind is not mention.kind:
                mention.kind = kind
                mention.type = "person" if kind is ActorKind.PERSON else "place" if kind is ActorKind.PLACE else ""
                mention.key = f"{'place' if kind is ActorKind.PLACE else 'org'}:{'-'.join(keys)}"
    return [m for m in mentions if id(m) not in nobody]


def _shortened(mentions: list[Mention], last_names: set[str]) -> None:
    """Give a single word that begins one organisation's name of several words, named before, to that organisation:
    "Norvex Homes", later "Norvex"; a place only where it speaks."""
    long: dict[str, list[Mention]] = {}
    inner: set[str] = set()
    for mention in sorted(mentions, key=lambda m: m.first):
        keys = keys_of(mention.name)
        if mention.kind is not ActorKind.ORGANISATION or mention.entry is not None or len(keys) < 2:
            continue
        inner |= set(keys[1:])  # "Church of Scientology" is what "Scientology" is short for
        if mention.type in _SHORTENED and all(keys_of(m.name) != keys for m in long.get(keys[0], ())):
            long.setdefault(keys[0], []).append(mention)
    for mention in mentions:
        keys = keys_of(mention.name)
        owners = long.get(keys[0], []) if len(keys) == 1 else []
        if (
            len(owners) != 1
            or keys[0] in inner
            or mention.entry is not None
            or mention.type in _FIRM
            or keys[0] in last_names
        ):
            continue
        house = owners[0].type == "company" and owners[0].home is None and mention.kind is ActorKind.ORGANISATION
        house = house and not mention.name.isupper()  # "HP Labs" is of "HP"
        if owners[0].first > mention.first and not house:
            continue  # "Norvex Homes" may be a branch of what was named before, where nothing says that it is the firm
        if mention.kind is ActorKind.PLACE and not mention.speaks:
            continue
        if mention.kind is ActorKind.PERSON and mention.firm:
            continue
        owner = owners[0]
        mention.kind, mention.type, mention.key, mention.gender = owner.kind, owner.type, owner.key, None


def _kind(keys: tuple[str, ...], same: list[Mention], last_names: set[str], speaks: bool) -> ActorKind:
    """The kind of all mentions of one name: what words of the text tell, then who speaks, then what a model hints."""
    firm = {m.kind for m in same if m.firm}
    seen = Counter(m.kind for m in same)
    if (len(keys) == 1 and keys[0] in last_names) or ActorKind.PERSON in firm:
        return ActorKind.PERSON
    if len(firm) == 1:
        return next(iter(firm))
    if speaks:
        return max([ActorKind.ORGANISATION, *seen], key=lambda k: (k is not ActorKind.PLACE, seen[k]))
    if ActorKind.PLACE in seen:
        return ActorKind.PLACE
    return max(seen, key=lambda k: (seen[k], k is ActorKind.ORGANISATION))
