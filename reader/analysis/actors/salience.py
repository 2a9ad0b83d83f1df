"""Who is being talked about: the actors a pronoun or description may stand for, the likeliest first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.analysis.text.parsed import Token
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import Reference

_FAR = 5  # sentences
_SUBJECT = ("nsubj", "csubj")
_WITHIN = ("flat", "flat:name", "appos", "compound", "flat:foreign", "conj", "name")


class Salience:
    """Looks back from a place in a text for an actor that fits."""

    def __init__(self, reading: Reading, drafts: dict[str, Draft]) -> None:
        self._reading = reading
        self._drafts = drafts
        self._mentions = sorted((m for d in drafts.values() for m in d.mentions), key=lambda m: m.first)
        self._starts = [m.first for m in self._mentions]
        self._quotes = sorted(q.inner for q in reading.parsed.quotes if q.depth == 0)
        self._told = list(accumulate((self._narrated(k) for k in range(len(reading.bounds))), initial=0))

    def before(
        self,
        at: int,
        fits: Callable[[Draft, Mention], bool],
        far: int = _FAR,
        reference: Reference | None = None,
    ) -> list[Draft]:
        """The actors named before word ``at`` that fit, the likeliest first; for a pronoun those who speak and those of
        the gender it shows come before others."""
        here = self._reading.sentence[at] if at < len(self._reading.sentence) else len(self._reading.bounds)
        quoted = self.quoted(at)
        inverted = 0 < at < len(self._reading.words) and self._reading.gap(at) == "-"
        best: dict[str, tuple[float, int]] = {}
        for k in range(bisect_left(self._starts, at) - 1, -1, -1):
            mention = self._mentions[k]
            away = self._told[here] - self._told[self._reading.sentence[mention.first]]
            if away > far:
                break
            draft = self._drafts[mention.actor]
            if not fits(draft, mention):
                continue
            speaks = self._reading.speaks(mention.first, mention.last)
            score = -2.0 * away + (3 if speaks or self.subject(mention) else 0)
            if self._reading.first_of(mention.first) >= mention.first - 2:
                score += 1
            if not quoted and self.quoted(mention.first):
                score -= 3
            if reference is not None:
                score += speaks
                score += reference.gender is not None and draft.gender == reference.gender
                if inverted and away == 0 and self._reading.sentence[mention.first] == here:
                    score -= 4  # "la décision de Bruxelles, ajoute-t-elle": named in what she says
            if score > best.get(draft.id, (-99.0, 0))[0]:
                best[draft.id] = (score, mention.first)
        return [self._drafts[id] for id in sorted(best, key=lambda id: best[id], reverse=True)]

    def last(self, at: int, fits: Callable[[Draft, Mention], bool]) -> Draft | None:
        """The actor named last before word ``at`` that fits, however far."""
        for k in range(bisect_left(self._starts, at) - 1, -1, -1):
            mention = self._mentions[k]
            if fits(self._drafts[mention.actor], mention):
                return self._drafts[mention.actor]
        return None

    def pronoun(self, at: int, reference: Reference) -> Draft | None:
        """Whom a pronoun at word ``at`` stands for, or None when nobody or more than one fits as well."""
        found = self.before(at, lambda draft, mention: self._fits(draft, mention, reference), reference=reference)
        return found[0] if found else None

    def _fits(self, draft: Draft, mention: Mention, reference: Reference) -> bool:
        if draft.kind is ActorKind.PLACE or draft.type == "media":
            return False
        if reference.about == "person" and not draft.person:
            return False
        if reference.about == "thing" and draft.person:
            return False
        number = self.number(mention)
        if reference.number == "Plur" and number != "Plur":
            # "they" for one organisation, where it is what the sentence is about
            acts = draft.kind in (ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.FORCE, ActorKind.GOVERNMENT)
            return acts and reference.gender is None and self.subject(mention)
        if reference.number == "Sing" and number == "Plur":
            return False
        gender = draft.gender if draft.person else self.gender(mention)
        return reference.gender is None or gender is None or gender == reference.gender

    def gender(self, mention: Mention) -> str | None:
        """The grammatical gender of a name, from its article or head noun; None where they do not tell."""
        return self._feature(mention, "Gender")

    def number(self, mention: Mention) -> str | None:
        """The grammatical number of a name: plural for peoples and forces."""
        return self._feature(mention, "Number")

    def _feature(self, mention: Mention, name: str) -> str | None:
        before = self._reading.tokens[mention.first - 1] if mention.first else None
        if before is not None and before.pos == "DET" and (value := before.feature(name)):
            return value
        head = self._reading.tokens[mention.first]
        return head.feature(name) if head is not None and head.pos == "NOUN" else None

    def subject(self, mention: Mention) -> bool:
        """True where the mention is the subject of a verb, or begins its sentence in a light parse."""
        token = self._reading.tokens[mention.last - 1] or self._reading.tokens[mention.first]
        if token is None or not token.pos:
            return self._reading.first_of(mention.first) >= mention.first - 1
        return any(t.dep.startswith(_SUBJECT) for t in self._chain(token, mention))

    def _chain(self, token: Token, mention: Mention) -> Iterator[Token]:
        """A token and those above it while they are one name, its title or apposition."""
        tokens = self._reading.parsed.tokens
        start, end = mention.span
        for _ in range(6):
            yield token
            above = tokens[token.head]
            inside = start <= above.start < end
            if above is token or not (inside or token.dep in _WITHIN):
                return
            token = above

    def _narrated(self, sentence: int) -> bool:
        """True for a sentence not wholly inside a quotation: only such ones take the story away from somebody."""
        first, last = self._reading.bounds[sentence]
        return first < last and not (self.quoted(first) and self.quoted(last - 1))

    def quoted(self, at: int) -> bool:
        """True where word ``at`` is inside a quotation."""
        if at >= len(self._reading.words):
            return False
        place = self._reading.words[at].start
        k = bisect_right(self._quotes, (place, len(self._reading.parsed.text) + 1)) - 1
        return k >= 0 and place < self._quotes[k][1]
