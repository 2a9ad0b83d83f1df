"""Names of parties as a person types them, in any language there is a pack for."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.domain.folding import fold
from reader.languages.gazetteer import Use
from reader.languages.loader import languages
from reader.languages.pack import FALLBACK, load_pack

_ARTICLE = re.compile("(?:the|les?|la|los?|las|el|der|die|das|des|du) |l'")
_FIRST = ("fr", "en")  # asked before the others: each pack takes a moment to load


@lru_cache(maxsize=256)
def parties_named(name: str) -> tuple[str, ...]:
    """The id of the party a name stands for: of a state or organisation, its people, capital or seat of power; of a
    state also its code in capitals. Empty where nobody knows it, for a person, who is more than a side, and for what
    bodies of several states are called ("Ministry of Defence"): see ``state_body_names``."""
    plain = fold(name).strip()
    article = _ARTICLE.match(plain)
    names = [plain, plain[article.end() :]] if article else [plain]
    for code in sorted(set(languages()) - {FALLBACK}, key=lambda code: (code not in _FIRST, code)):
        gazetteer = load_pack(code).gazetteer
        for form in names:
            entry = gazetteer.named(form)
            if entry is not None and entry.use is not Use.PERSON and entry.party is not None and not entry.shared:
                return (entry.party,)
        if name in gazetteer.parties:
            return (name,)
    return ()
