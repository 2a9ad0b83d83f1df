"""Feeds to measure reloading with: RSS and Atom in turn, French and English in turn, the same ones every time.

The words are those of the language packs and of the stories in seeds/, drawn as often as words are in any language:
the n-th one about 1/n times. Some are given endings, so that rare words are as many as in real news.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FEEDS, ENTRIES, WORDS = 200, 50, 400
_PLAIN = 0.7  # of the bodies are paragraphs, links and pictures alone; the others have lists, headings, quotations
_EPOCH = datetime(2024, 1, 1, tzinfo=UTC)
_WORD = re.compile(r"[^\W\d_]{2,}")
_COMMON = {
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son mais "
    "comme ou nous cette si leur ont été aux fait ces deux était elle même tout après sans entre",
    "en": "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they "
    "which one were all their there been has when who will more if no out so said what up about into than them",
}
_ENDINGS = {"fr": ("s", "ment", "ions", "aient"), "en": ("s", "ing", "ed", "ly")}


class Corpus:
    """Documents as a server gives them: ``feed(number)`` for numbers from 0."""

    def __init__(self, entries: int = ENTRIES, words: int = WORDS) -> None:
        self._entries = entries
        self._words = words
        self._vocabulary = {language: _vocabulary(language) for language in _COMMON}

    def feed(self, number: int) -> bytes:
        """The document of a feed, in UTF-8; one in ten does not say its language."""
        chance = random.Random(number)
        language = ("fr", "en")[number // 2 % 2]
        items = [self._item(chance, language, number, at) for at in range(self._entries)]
        said = number % 10 != 9
        return (_rss if number % 2 == 0 else _atom)(number, language if said else None, items).encode()

    def _item(self, chance: random.Random, language: str, number: int, at: int) -> tuple[str, str, str, str, datetime]:
        """Title, body in HTML, author, address, date."""
        drawn = iter(self.draw(chance, language, self._words + 30))

        def some(count: int) -> str:
            return " ".join(word for word, _ in zip(drawn, range(count), strict=False)).capitalize()

        title, author = some(8), some(2).title()
        address = f"https://news{number}.example/{language}/{1000 * number + at}.html"
        parts = [f'<p><strong>{some(25)}.</strong> <a href="{address}#more">{some(3)}</a> {some(20)}.</p>']
        parts.append(f'<p><img src="/pictures/{number}-{at}.jpg" alt="{some(5)}" width="640" height="400" /></p>')
        left = self._words - 60
        plain = chance.random() < _PLAIN
        while left > 0:
            size = min(left, chance.randint(35, 70))
            left -= size
            sentence = f"{some(size // 2)}, {some(size // 4).lower()} <em>{some(2)}</em> {some(size // 4 - 2).lower()}."
            kind = chance.random()
            if not plain and kind < 0.2:
                parts.append(f"<h2>{some(5)}</h2><ul><li>{sentence}</li><li>{some(4)} &amp; co</li></ul>")
            elif not plain and kind < 0.4:
                parts.append(f"<blockquote><p>&laquo;&nbsp;{sentence}&nbsp;&raquo;</p></blockquote>")
            else:
                parts.append(f"<p>{sentence}</p>")
        when = _EPOCH + timedelta(hours=7 * (self._entries - at), seconds=number)
        return title, "\n".join(parts), author, address, when

    def draw(self, chance: random.Random, language: str, count: int) -> Sequence[str]:
        """So many words of a language, in no order."""
        words, weights = self._vocabulary[language]
        return chance.choices(words, cum_weights=weights, k=count)


def _vocabulary(language: str) -> tuple[list[str], list[float]]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "reader/languages" / language).glob("*.toml"))]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds/stories").glob("*.txt"))]
    plain = list(dict.fromkeys(word for text in texts for word in _WORD.findall(re.sub("#.*", "", text))))
    longer = [word + ending for ending in _ENDINGS[language] for word in plain if word.islower()]
    random.Random(language).shuffle(plain)
    words = list(dict.fromkeys([*_COMMON[language].split(), *plain, *longer]))
    weights, total = [], 0.0
    for rank in range(len(words)):
        total += 1 / (rank + 1)
        weights.append(total)
    return words, weights


def _rss(number: int, language: str | None, items: Sequence[tuple[str, str, str, str, datetime]]) -> str:
    entries = "".join(
        f"<item><title>{escape(title)}</title><link>{url}</link><guid isPermaLink='false'>{number}:{url[-12:]}</guid>"
        f"<pubDate>{when:%a, %d %b %Y %H:%M:%S} +0000</pubDate><dc:creator>{author}</dc:creator>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>\n"
        for title, body, author, url, when in items
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>News {number}</title><link>https://news{number}.example/</link><description>All of it</description>"
        f"{f'<language>{language}</language>' if language else ''}\n{entries}</channel></rss>"
    )


def _atom(number: int, language: str | None, items: Sequence[tuple[str, str, str, str, datetime]]) -> str:
    entries = "".join(
        f"<entry><title>{escape(title)}</title><link href='{url}'/><id>tag:news{number}.example:{url[-12:]}</id>"
        f"<published>{when:%Y-%m-%dT%H:%M:%SZ}</published><updated>{when:%Y-%m-%dT%H:%M:%SZ}</updated>"
        f"<author><name>{author}</name></author><content type='html'>{escape(body)}</content></entry>\n"
        for title, body, author, url, when in items
    )
    said = f" xml:lang='{language}'" if language else ""
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom'{said}>"
        f"<title>News {number}</title><id>tag:news{number}.example</id>"
        f"<link href='https://news{number}.example/'/><updated>2024-03-01T00:00:00Z</updated>\n{entries}</feed>"
    )
