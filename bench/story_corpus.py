"""Articles about events to measure stories with, French and English in turn, the same ones every time.

Four in ten are about an event of their own; the others about events that up to a few hundred articles are about, at any
time within four days. What tells an event are names nobody else has; what all events of a subject share are fifty words
of that subject, so that many articles are a little alike that do not belong together. Five thousand come in within a
fortnight.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from functools import cache

from feed_corpus import Corpus
from library_corpus import FEEDS, NEWEST, WORDS

from reader.domain.feed import FeedItem

EVERY = timedelta(days=14) / 5_000
ROUND = 2_000
"""Articles of five and a half days, among which those of an event are scattered."""

_SYLLABLES = tuple(a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or", "el"))
_SUBJECTS, _SUBJECT_WORDS, _NAMES = 40, 50, 24
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
        names, subject = _names(*event), _subject(sum(event) % _SUBJECTS)
        words = self._corpus.draw(chance, language, WORDS)
        for at in range(len(words)):
            draw = chance.random()
            if draw < (0.25 if at < 60 else 0.1):
                words[at] = names[min(int(chance.expovariate(0.2)), _NAMES - 1)]
            elif draw < 0.3:
                words[at] = chance.choice(subject)
        title = " ".join((*names[:2], *self._corpus.draw(chance, language, 4), chance.choice(subject)))
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
    return tuple(_word(random.Random(f"{round} {event} {n}")).title() for n in range(_NAMES))


@cache
def _subject(number: int) -> tuple[str, ...]:
    return tuple(_word(random.Random(f"subject {number} {n}")) for n in range(_SUBJECT_WORDS))


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))
