"""The shelf of stories: lists of them, one with its articles, and what the user does with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from reader.domain.errors import NotFoundError, StoryError
from reader.domain.plain_text import clean_line
from reader.domain.story import Stories, Story, StoryCounts, StoryMember, StoryRow, StoryWishKind
from reader.store.clock import now
from reader.store.deeds import Change, UndoablePart
from reader.store.stories.outlets import told_by
from reader.store.stories.story_rows import StoryRows
from reader.store.stories.wishes import Wishes

LONGEST_NAME = 200
"""Letters of a story's name."""

_MEMBERS = (
    "SELECT a.id, a.title, coalesce(a.source, f.name, f.title), a.author, a.language, a.dated, a.url, a.text_hash, "
    "coalesce(s.read, 0), coalesce(s.bookmarked, 0), m.reason, m.likest, m.copy_of, g.agency, m.by_hand "
    "FROM story_member m JOIN article a ON a.id = m.article_id LEFT JOIN status s ON s.article_id = a.id "
    "LEFT JOIN feed f ON f.id = a.feed_id LEFT JOIN signature g ON g.article_id = a.id "
    "WHERE m.story_id = ? ORDER BY a.dated, a.id"
)
_IDS = (
    "SELECT m.article_id FROM story_member m JOIN article a INDEXED BY article_narrow ON a.id = m.article_id "
    "WHERE m.story_id = ? ORDER BY a.dated, a.id"
)
_LOOK = (
    "INSERT INTO story_mark (article_id, looked) SELECT article_id, ? FROM story_member WHERE story_id = ? "
    "ON CONFLICT (article_id) DO UPDATE SET looked = excluded.looked"
)


class StoryShelf(UndoablePart):
    """A story is asked for by the id of any of its articles. Every method may raise LibraryError, and NotFoundError for
    an article that is in no story.

    What the user says hangs on the articles a story has then, so that no later grouping loses it: a story is followed,
    or muted, where one of its articles is, and called what the one with the lowest id is that has a name. What is said
    of how articles belong together counts once they are placed anew: ``reader.ingest.stories.placing``.
    """

    def rows(
        self, limit: int = 100, offset: int = 0, *, which: Stories = Stories.ALL, since: str | None = None
    ) -> list[StoryRow]:
        """Rows of a list, those with the newest article first; ``since`` leaves out those with none since that time."""
        return self._rows.page(limit, offset, which, since)

    def rows_of(self, ids: Sequence[int]) -> list[StoryRow]:
        """The rows of stories by their own ids, in that order; those that are none any longer are left out."""
        return self._rows.of(ids)

    def unread_beside(self, row: StoryRow, step: int, *, which: Stories = Stories.ALL) -> int | None:
        """At which offset of a list the next story with something unread stands, below (1) or above (-1) that row; None
        where there is none."""
        return self._rows.unread_beside(row, step, which)

    def counts(self) -> StoryCounts:
        """How many stories there are, at a cost that hardly grows with the library."""
        return self._rows.counts()

    def story(self, id: int) -> Story:
        """A story with its articles, oldest first."""
        own = self._own(id)
        (row,) = self._rows.of([own])
        rows = self._ask(_MEMBERS, own)
        outlets = {row[0]: row[2] for row in rows}
        members = tuple(
            replace(
                StoryMember(*row),
                read=bool(row[8]),
                bookmarked=bool(row[9]),
                by_hand=bool(row[14]),
                reason=told_by(row[10], outlets.get(row[11])),
            )
            for row in rows
        )
        return Story(row, members, tuple(self._wishes.about(member.article_id for member in members)))

    def story_of(self, article_id: int) -> int | None:
        """The id of the story an article is in, or None."""
        sql = "SELECT story_id FROM story_member WHERE article_id = ?"
        found = self._ask(sql, article_id) if abs(article_id) < 2**63 else []
        return found[0][0] if found else None

    def ids(self, story: int) -> tuple[int, ...]:
        """The ids of a story's articles, oldest first."""
        return tuple(id for (id,) in self._ask(_IDS, self._own(story)))

    def is_waiting(self) -> bool:
        """True while articles wait for their place, so that stories may still change."""
        return bool(self._ask("SELECT EXISTS (SELECT 1 FROM unplaced)")[0][0])

    def count_waiting(self) -> int:
        """How many articles wait for their place, or to be searched for who is heard in their story."""
        return int(self._ask("SELECT max((SELECT count(*) FROM unplaced), (SELECT count(*) FROM regather))")[0][0])

    def look(self, id: int) -> None:
        """A story was looked at as it is now: nothing in it is new. No deed."""
        with self._transaction():
            own = self._own(id)
            self._ask(_LOOK, now(), own)

    def follow(self, id: int, followed: bool) -> None:
        """Follow a story, or no longer."""
        self._mark(id, "followed" if followed else "no longer followed", followed=int(followed))

    def mute(self, id: int, muted: bool) -> None:
        """Leave a story out of the lists, or no longer."""
        self._mark(id, "muted" if muted else "no longer muted", muted=int(muted))

    def rename(self, id: int, name: str) -> None:
        """Call a story something; "" calls it by its title again. Raises StoryError for a name that is too long."""
        clean = clean_line(name)
        if len(clean) > LONGEST_NAME:
            raise StoryError(f"The name of a story has at most {LONGEST_NAME} letters; this has {len(clean)}.")
        self._mark(id, f"called “{clean}”" if clean else "called by its title again", name=clean)

    def leave_out(self, story: int, article_ids: Iterable[int]) -> None:
        """Say that articles are not about a story: apart from every other article of it."""
        self._part(story, article_ids, alone=True)

    def split(self, story: int, article_ids: Iterable[int]) -> None:
        """Say that articles are a story of their own: together, and apart from every other article of the one they
        are in. Both are followed, or muted, where it was; its name stays with the others."""
        self._part(story, article_ids, alone=False)

    def join(self, story: int, other: int) -> None:
        """Say that two stories are one. Either may also be an article that is in no story."""
        with self._transaction():
            one, two = self._all_of(story), self._all_of(other)
            if set(one) == set(two):
                raise StoryError("This is one story already.", subject=str(story))
            label = f"joined to the story “{self._shown(story)}”: {self._shown(other)}"
            wish = self._wishes.say(self._deeds, StoryWishKind.TOGETHER, one, two)
            self._deeds.note("story", label, [wish])

    def _all_of(self, id: int) -> tuple[int, ...]:
        return self.ids(id) if self.story_of(id) is not None else (self._article(id),)

    def _part(self, story: int, article_ids: Iterable[int], *, alone: bool) -> None:
        """Say that articles do not belong to the others of their story."""
        with self._transaction():
            ids, parted = self.ids(story), set(article_ids)
            rest = [id for id in ids if id not in parted]
            if strange := sorted(parted - set(ids)):
                raise StoryError(f"Article {strange[0]} is not in that story.", subject=str(strange[0]))
            if not parted or not rest:
                raise StoryError("Some articles of the story must be named, and not all of them.", subject=str(story))
            label = self._parting_label(story, parted, alone=alone)
            changes: list[Change | None] = [*self._unmarked(parted, rest, alone=alone)]
            if not alone and len(parted) > 1:
                changes.append(self._wishes.say(self._deeds, StoryWishKind.TOGETHER, sorted(parted)))
            changes.append(self._wishes.say(self._deeds, StoryWishKind.APART, sorted(parted), rest))
            self._deeds.note("story", label, changes)

    def _parting_label(self, story: int, parted: Collection[int], *, alone: bool) -> str:
        shown = self._shown(story)
        if alone and len(parted) == 1:
            (title,) = self._ask("SELECT title FROM article WHERE id = ?", min(parted))[0]
            return f"taken out of the story “{shown}”: {title}"
        count = f"{len(parted)} article{'' if len(parted) == 1 else 's'}"
        return f"{'taken' if alone else 'split'} out of the story “{shown}”: {count}"

    def _unmarked(self, parted: Collection[int], rest: Sequence[int], *, alone: bool) -> list[Change]:
        """Leave with the rest what was said of the whole story, and nothing of it with what is not about it."""
        row = self._rows.of([self._own(rest[0])])[0]
        kept = self._deeds.update_all(
            "story_mark", rest, followed=int(row.followed), muted=int(row.muted), name=row.name
        )
        gone = {"name": ""} if not alone else {"followed": 0, "muted": 0, "name": ""}
        return [*kept, *self._deeds.update_all("story_mark", sorted(parted), **gone)]

    def _mark(self, id: int, what: str, **values: object) -> None:
        with self._transaction():
            ids, label = self.ids(id), f"{what}: {self._shown(id)}"
            self._deeds.note("story", label, self._deeds.update_all("story_mark", ids, **values))

    def _shown(self, id: int) -> str:
        """What a story, or an article that is there, is called."""
        own = self.story_of(id)
        if own is not None:
            return self._rows.of([own])[0].shown
        return str(self._ask("SELECT title FROM article WHERE id = ?", id)[0][0])

    def _own(self, id: int) -> int:
        """The id of the story an article is in. Raises NotFoundError."""
        found = self.story_of(id)
        if found is None:
            raise NotFoundError(f"Article {self._article(id)} is in no story.", subject=str(id))
        return found

    def _article(self, id: int) -> int:
        if abs(id) >= 2**63 or not self._ask("SELECT 1 FROM article WHERE id = ?", id):
            raise NotFoundError(f"The library has no article {id}.", subject=str(id))
        return id

    @cached_property
    def _rows(self) -> StoryRows:
        return StoryRows(self._db, self._path)

    @cached_property
    def _wishes(self) -> Wishes:
        return Wishes(self._db, self._path)
