"""What the statement rules look at: a parsed text with its cues, its actors, and small questions about both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from reader.analysis.statements.cues import Cue
from reader.analysis.text.parsed import BlockKind, Parsed, Quote, Sentence, Token
from reader.domain.span import Span
from reader.languages.words import split_words, word_key

if TYPE_CHECKING:
    from reader.analysis.actors.actors import Cast
    from reader.languages.actor_rules import ActorRules
    from reader.languages.cue_rules import CueRules

_CLOSERS = "\"'»”’)]%"
_STOPS = ".,;:!?…–—- \n\t"
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "X", "SYM")


@lru_cache(maxsize=4096)
def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("'", "' ").split())


@lru_cache(maxsize=256)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    known: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = _words(phrase)
        known.setdefault(words[0], []).append(words)
    for same in known.values():
        same.sort(key=len, reverse=True)
    return known


def first_words(phrases: tuple[str, ...]) -> Iterable[str]:
    """The words that begin one of the phrases, as tokens have them in ``norm``."""
    return _by_first_word(phrases)


@dataclass(frozen=True)
class Scene:
    """The ground of one text's statements. Token arguments and results are indices into ``parsed.tokens``.

    ``times`` maps the starts of times of day to their ends, in code points.
    """

    parsed: Parsed
    rules: CueRules
    actors: ActorRules
    cast: Cast
    cues: tuple[Cue, ...]
    times: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def outer(self) -> tuple[Quote, ...]:
        """The outermost quotations of running text."""
        return tuple(q for q in self.parsed.quotes if q.depth == 0)

    @cached_property
    def by_verb(self) -> dict[int, Cue]:
        return {cue.verb: cue for cue in self.cues}

    @cached_property
    def by_first(self) -> dict[int, Cue]:
        return {cue.first: cue for cue in self.cues}

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [q.span[0] for q in self.outer]

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.parsed.tokens]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.parsed.tokens

    def quote_at(self, offset: int) -> Quote | None:
        """The outermost quotation that covers a code point."""
        at = bisect_right(self._outer_starts, offset) - 1
        if at >= 0 and self.outer[at].span[0] <= offset < self.outer[at].span[1]:
            return self.outer[at]
        return None

    def sentence(self, i: int) -> Sentence:
        return self.parsed.sentences[self.tokens[i].sentence]

    def running(self, sentence: Sentence) -> bool:
        """True where the sentence is running text, not a heading or the like."""
        return self.parsed.blocks[sentence.block].kind in (BlockKind.BODY, BlockKind.BULLET)

    def first_at(self, offset: int) -> int:
        """The first token that begins at or after a code point."""
        return bisect_right(self._starts, offset - 1)

    def word(self, i: int) -> bool:
        """True for a token with a letter or digit."""
        text = self.tokens[i].text
        return text.isalnum() or any(c.isalnum() for c in text)

    def nominal(self, i: int) -> bool:
        return self.tokens[i].pos in _NOMINAL

    def finite(self, i: int) -> bool:
        token = self.tokens[i]
        if token.pos not in ("VERB", "AUX"):
            return False
        return token.feature("VerbForm") == "Fin" or token.feature("VerbType") == "Mod"

    def reduced(self, i: int) -> bool:
        """True for a past participle that hangs on a noun ("a man alleged to have fled")."""
        token = self.tokens[i]
        return token.dep == "acl" and token.feature("Tense") == "Past" and token.feature("VerbForm") == "Part"

    def matches(self, at: int, phrase: str) -> int | None:
        """The index after a phrase that begins at a token, or None."""
        return self._match(at, _words(phrase))

    def _match(self, at: int, words: tuple[str, ...]) -> int | None:
        tokens = self.parsed.tokens
        end = at + len(words)
        if end > len(tokens):
            return None
        for k, word in enumerate(words, at):
            if tokens[k].norm != word:
                return None
        return end

    def begins(self, at: int, phrases: tuple[str, ...]) -> int | None:
        """The index after the longest of the phrases that begins at a token, or None."""
        if at >= len(self.parsed.tokens):
            return None
        for words in _by_first_word(phrases).get(self.parsed.tokens[at].norm, ()):
            end = self._match(at, words)
            if end is not None:
                return end
        return None

    def skip_adverbs(self, at: int, end: int) -> int:
        """The first token from ``at`` on that is no adverb."""
        while at < end:
            after = self.begins(at, self.rules.adverbs)
            if after is None and self.tokens[at].pos == "ADV" and self.tokens[at].norm not in self.rules.questions:
                after = at + 1
            if after is None:
                after = self._past_date(at, end)
            if after is None:
                return at
            at = after
        return at

    def _past_date(self, at: int, end: int) -> int | None:
        """The index after a date ("le 3 mars", "fin juin", "lundi 4 mai 2020"), or None."""
        known, after = False, at
        for k in range(at, min(end, at + 6)):
            norm = self.tokens[k].norm
            if self.rules.date_words and word_key(norm) in self.actors.calendar:
                known, after = True, k + 1
            elif norm.isdecimal() and known:
                after = k + 1
            elif not (norm in self.rules.date_words or norm.isdecimal()):
                break
        return after if known else None

    def below(self, i: int, top: int) -> bool:
        """True where ``top`` governs ``i``, directly or not, or is ``i``."""
        for _ in range(200):
            if i == top:
                return True
            head = self.tokens[i].head
            if head == i:
                return False
            i = head
        return False

    def leftmost(self, i: int) -> int:
        return min(t.i for t in self.parsed.subtree(i))

    def trimmed(self, start: int, end: int) -> Span | None:
        """Code points without white space and stops at the ends; None where nothing is left. Quotation marks stay."""
        text = self.parsed.normal
        while start < end and text[start] in _STOPS:
            start += 1
        while end > start and (text[end - 1] in _STOPS):
            end -= 1
        return (start, end) if start < end and any(c.isalnum() for c in text[start:end]) else None

    def pronoun(self, span: Span) -> bool:
        """True for a phrase that is one pronoun."""
        tokens = self.parsed.tokens_in(span)
        return len(tokens) == 1 and (tokens[0].pos == "PRON" or tokens[0].norm in self.rules.subject_pronouns)

    def goes_on_finite(self, i: int, end: int) -> bool:
        """True for a conjunction with a finite verb right behind it ("vowed to win and has made …")."""
        if self.tokens[i].norm not in self.rules.conjunctions:
            return False
        verb = self.skip_adverbs(i + 1, end)
        return verb < end and self.finite(verb)

    def dash(self, i: int) -> bool:
        """True for a dash, or a hyphen with white space on both sides."""
        token = self.tokens[i]
        if token.norm in ("–", "—", "--"):
            return True
        text = self.parsed.normal
        return (
            token.norm == "-"
            and text[token.start - 1 : token.start].isspace()
            and text[token.end : token.end + 1].isspace()
        )

    def first_person(self, span: Span) -> bool:
        """True for a phrase that is one pronoun of the first person."""
        return self.parsed.normal[span[0] : span[1]].lower().strip() in self.rules.first_persons

    def acting_noun(self, i: int) -> bool:
        """True where a noun for an office, an organisation or a group of people begins."""
        words = split_words(self.parsed.text, self.tokens[i].start, self.sentence(i).span[1])[:6]
        known = (
            self.actors.roles,
            self.actors.heads,
            self.actors.groups,
            self.actors.pairs,
            *self.actors.descriptions.values(),
        )
        return bool(words) and any(phrases.match(words, 0, len(words)) for phrases in known)

    def words_in(self, span: Span) -> int:
        return sum(1 for t in self.parsed.tokens_in(span) if self.word(t.i))
