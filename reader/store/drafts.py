"""Notes being written and not kept yet, so that neither leaving nor a crash loses them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.store.clock import now
from reader.store.part import ChangingPart


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What was being written: ``subject`` names what it is about, ``saved`` is ISO 8601 in UTC."""

    subject: str
    body: str
    saved: str


class Drafts(ChangingPart):
    """One draft a subject; whoever writes chooses the subject's name. Every method may raise LibraryError."""

    def keep(self, subject: str, body: str) -> None:
        """Keep what is written so far in the place of what was kept before; nothing but white space is no draft."""
        if not body.strip():
            self.drop(subject)
            return
        with self._transaction():
            self._db.execute(
                "INSERT INTO draft (subject, body, saved) VALUES (?, ?, ?) ON CONFLICT (subject) "
                "DO UPDATE SET body = excluded.body, saved = excluded.saved",
                (subject, body, now()),
            )

    def get(self, subject: str) -> str | None:
        """What was written on a subject, or None."""
        rows = self._ask("SELECT body FROM draft WHERE subject = ?", subject)
        return rows[0][0] if rows else None

    def drop(self, subject: str) -> None:
        """Forget a draft: it became a note, or its writer wants it no more."""
        with self._transaction():
            self._db.execute("DELETE FROM draft WHERE subject = ?", (subject,))

    def all(self) -> list[KeptDraft]:
        """Every draft, the one saved last first."""
        return [
            KeptDraft(*row) for row in self._ask("SELECT subject, body, saved FROM draft ORDER BY saved DESC, subject")
        ]
