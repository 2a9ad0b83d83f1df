"""The folders subscriptions are kept in. Every change can be undone."""

from __future__ import annotations

from reader.domain.errors import LibraryError, NotFoundError
from reader.domain.folder import Folder, Placement
from reader.store.deeds import Change, UndoablePart


class Folders(UndoablePart):
    """Every method may raise LibraryError."""

    def all(self) -> list[Folder]:
        """Every folder, those of one parent in their order."""
        return [Folder(*row) for row in self._ask("SELECT id, parent, name FROM folder ORDER BY position, id")]

    def attributes(self) -> dict[int, str]:
        """What the outlines of folders said that is not ours, as JSON, by folder id; where there is something."""
        return dict(self._ask("SELECT id, attributes FROM folder WHERE attributes <> ''"))

    def placements(self) -> list[Placement]:
        """Where the feeds subscribed to stand, those of one folder in their order."""
        return [
            Placement(*row)
            for row in self._ask(
                "SELECT p.id, p.feed_id, p.folder, p.position, p.attributes FROM placement p "
                "JOIN feed f ON f.id = p.feed_id WHERE f.unsubscribed IS NULL ORDER BY p.position, p.id"
            )
        ]

    def order(self) -> dict[tuple[str, int], int]:
        """The place among its neighbours of each ``("folder", id)`` and ``("feed", placement id)``."""
        rows = self._ask(
            "SELECT 'folder', id, position FROM folder UNION ALL SELECT 'feed', id, position FROM placement"
        )
        return {(kind, id): position for kind, id, position in rows}

    def named(self, name: str, parent: int | None = None) -> int | None:
        """The id of a folder by its name, or None."""
        rows = self._ask("SELECT id FROM folder WHERE parent IS ? AND name = ? ORDER BY position LIMIT 1", parent, name)
        return rows[0][0] if rows else None

    def add(self, name: str, parent: int | None = None) -> int:
        """A new folder, last in its parent. Gives its id."""
        with self._transaction():
            change = self.put(name, parent)
            self._deeds.note("folder", f"made the folder {name}", [change])
            return int(change[1])

    def put(self, name: str, parent: int | None, attributes: str = "") -> Change:
        """As ``add``, as part of a larger deed."""
        return self._deeds.insert("folder", parent=parent, name=name, position=self._end(parent), attributes=attributes)

    def place(self, feed_id: int, folder: int | None, attributes: str = "") -> Change | None:
        """Put a feed last in a folder too, unless it is there already; part of a larger deed."""
        if self._ask("SELECT 1 FROM placement WHERE feed_id = ? AND folder IS ?", feed_id, folder):
            return None
        return self._deeds.insert(
            "placement", feed_id=feed_id, folder=folder, position=self._end(folder), attributes=attributes
        )

    def rename(self, id: int, name: str) -> None:
        """Call a folder something else. Raises NotFoundError."""
        with self._transaction():
            was = self._name(id)
            self._deeds.note(
                "folder", f"renamed the folder {was} to {name}", [self._deeds.update("folder", id, name=name)]
            )

    def move(self, id: int, parent: int | None) -> None:
        """Put a folder last in another. Raises LibraryError where that would put it into itself."""
        with self._transaction():
            above = parent
            while above is not None:
                if above == id:
                    raise LibraryError(f"The folder {self._name(id)} cannot be put into itself.", subject=str(id))
                ((above,),) = self._ask("SELECT parent FROM folder WHERE id = ?", above) or ((None,),)
            change = self._deeds.update("folder", id, parent=parent, position=self._end(parent))
            self._deeds.note("folder", f"moved the folder {self._name(id)}", [change])

    def remove(self, id: int) -> None:
        """Dissolve a folder: what is in it moves to where the folder was. Raises NotFoundError."""
        with self._transaction():
            name = self._name(id)
            ((parent,),) = self._ask("SELECT parent FROM folder WHERE id = ?", id)
            changes: list[Change | None] = []
            for (folder,) in self._ask("SELECT id FROM folder WHERE parent = ? ORDER BY position, id", id):
                changes.append(self._deeds.update("folder", folder, parent=parent, position=self._end(parent)))
            for placement, feed_id in self._ask(
                "SELECT id, feed_id FROM placement WHERE folder = ? ORDER BY position", id
            ):
                there = self._ask("SELECT 1 FROM placement WHERE feed_id = ? AND folder IS ?", feed_id, parent)
                if there:
                    changes.append(self._deeds.delete("placement", placement))
                else:
                    changes.append(
                        self._deeds.update("placement", placement, folder=parent, position=self._end(parent))
                    )
            changes.append(self._deeds.delete("folder", id))
            self._deeds.note("folder", f"dissolved the folder {name}", changes)

    def move_feed(self, feed_id: int, folder: int | None) -> None:
        """Put a feed into one folder, out of all others."""
        with self._transaction():
            ((name,),) = self._ask("SELECT coalesce(name, title, address) FROM feed WHERE id = ?", feed_id)
            rows = self._ask("SELECT id, folder FROM placement WHERE feed_id = ? ORDER BY id", feed_id)
            if [there for _, there in rows] == [folder]:
                return
            changes: list[Change | None] = [self._deeds.delete("placement", id) for id, _ in rows[1:]]
            if rows:
                end = self._end(folder)
                changes.append(self._deeds.update("placement", rows[0][0], folder=folder, position=end))
            else:
                changes.append(self.place(feed_id, folder))
            where = self._name(folder) if folder is not None else "the top"
            self._deeds.note("move", f"moved {name} to {where}", changes)

    def _end(self, parent: int | None) -> int:
        """The place behind everything in a folder: folders and feeds are numbered together, as an outline has them."""
        ((last,),) = self._ask(
            "SELECT max((SELECT coalesce(max(position), 0) FROM folder WHERE parent IS ?1), "
            "(SELECT coalesce(max(position), 0) FROM placement WHERE folder IS ?1))",
            parent,
        )
        return int(last) + 1

    def _name(self, id: int) -> str:
        rows = self._ask("SELECT name FROM folder WHERE id = ?", id)
        if not rows:
            raise NotFoundError(f"The library has no folder {id}.", subject=str(id))
        return str(rows[0][0])
