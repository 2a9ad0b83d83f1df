"""One kind for one name throughout a text: a model's hints differ from place to place."""

from __future__ import annotations

from collections import Counter

from reader.analysis.mentions import Mention
from reader.domain.actor import ActorKind
from reader.languages.gazetteer import Use
from reader.languages.words import keys_of

# Types that a noun in the text gave, not a hint.
_FIRM = frozenset(
    {"government", "force", "court", "agency", "local", "union", "party", "company", "association", "school", "media"}
)


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
