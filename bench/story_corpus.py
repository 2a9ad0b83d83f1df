"""Articles about events to measure stories with, French and English in turn, the same ones every time.

Four in ten are about an event of their own; the others about events that up to a few hundred articles are about, at any
time within four days. What tells an event are names, most of which nobody else has; four are those of a few events
more, and all events of a subject share words of that subject, in each language its own. So articles are alike that do
not belong together: in one language 7 of a thousand a little, 3 as much as those of one event, as in the news of
clusters.jsonl. Five thousand come in within a fortnight.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from functools import cache

from feed_corpus import Corpus
from library_corpus import FEEDS, NEWEST, WORDS, made_up

from reader.analysis.stories.rarity import rarity
from reader.domain.analysis import Analysis
from reader.domain.feed import FeedItem
from reader.domain.folding import fold

EVERY = timedelta(days=14) / 5_000
ROUND = 2_000
"""Articles of five and a half days, among which those of an event are scattered."""

_PARTIES = tuple((f"p{number}", f"Parti {number}", f"Party {number}") for number in range(60))
_SYLLABLES = tuple(a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or", "el"))
_SUBJECTS, _SUBJECT_WORDS, _NAMES = 40, 50, 24
_SIBLINGS, _OWN, _IN_COMMON = 5, 2, 4
"""Events that have names in common, how many of their own come before these, and how many these are."""
_LISTED = 3.9
"""From how rare on a word is in no dictionary."""
_SIZES = (1, 2, 3, 4, 6, 9, 14, 30, 120)
_SHARES = (40, 6, 8, 9, 10, 9, 8, 6, 4)
"""How many articles of a hundred are about events of each size."""


class StoryArticles:
    """Articles by number from 0, the oldest first: the same ones every time, however many there are."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._corpus = Corpus()

    def event(self, number: int) -> tuple[int, int]:
        """The event an article is about, by its round and its number in it."""
        return number // ROUND, _round(number // ROUND)[number % ROUND]

    def item(self, number: int) -> FeedItem:
        """The article as its feed brings it."""
        chance = random.Random(number)
        language = ("fr", "en")[number % 2]
        event = self.event(number)
        names, subject = _names(*event), _subject(sum(event) % _SUBJECTS, language)
        words = [word for word in self._corpus.draw(chance, language, 2 * WORDS) if _is_common(word, language)][:WORDS]
        for at in range(len(words)):
            draw = chance.random()
            if draw < (0.25 if at < 60 else 0.1):
                words[at] = names[min(int(chance.expovariate(0.2)), _NAMES - 1)]
            elif draw < 0.17:
                words[at] = chance.choice(subject)
        title = " ".join((*names[:2], *words[-4:], chance.choice(subject)))
        sentences = [" ".join(words[at : at + 20]) + "." for at in range(0, WORDS, 20)]
        text = "\n\n".join(
            " ".join(each[:1].upper() + each[1:] for each in sentences[at : at + 4]) for at in range(0, 20, 4)
        )
        address = f"https://news{number % FEEDS}.example/{number}"
        return FeedItem(
            title=title,
            text=text,
            guid=address,
            url=address,
            author=None,
            published=self.dated(number).strftime("%Y-%m-%dT%H:%M:%SZ"),
            language=language,
        )

    def analysis(self, item: FeedItem, number: int) -> Analysis:
        """An analysis of the article, whose parties are those of its event."""
        chance = random.Random(f"parties {self.event(number)}")
        return made_up(item, number, tuple(chance.sample(_PARTIES, 5)))

    def dated(self, number: int) -> datetime:
        """When an article comes out."""
        return NEWEST - EVERY * (self._of - number)


@cache
def _round(number: int) -> list[int]:
    """The events of a round's articles, one after the other."""
    chance = random.Random(f"round {number}")
    events: list[int] = []
    event = 0
    while len(events) < ROUND:
        size = min(
            chance.choices(_SIZES, [s / n for s, n in zip(_SHARES, _SIZES, strict=True)])[0], ROUND - len(events)
        )
        events += [event] * size
        event += 1
    chance.shuffle(events)
    return events


@cache
def _names(round: int, event: int) -> tuple[str, ...]:
    own = [_word(random.Random(f"{round} {event} {n}")).title() for n in range(_NAMES)]
    common = [_word(random.Random(f"{round} of {event // _SIBLINGS} {n}")).title() for n in range(_IN_COMMON)]
    return (*own[:_OWN], *common, *own[_OWN:])[:_NAMES]


@cache
def _subject(number: int, language: str) -> tuple[str, ...]:
    return tuple(_word(random.Random(f"subject {number} {language} {n}")) for n in range(_SUBJECT_WORDS))


@cache
def _is_common(word: str, language: str) -> bool:
    """Whether it is in a dictionary: names of the lists the words are drawn from are many more than in news."""
    return rarity(fold(word), language) < _LISTED


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))
