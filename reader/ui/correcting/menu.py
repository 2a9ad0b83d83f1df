"""The first dialog of a correction: what is wrong, one line for each thing that can be said."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.ui.correcting.dialog import CorrectionDialog
from reader.ui.correcting.wishes import Subject, Wish, WishKind
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import ASIDE, plain

KEYS = {
    WishKind.SPEAKER: "s",
    WishKind.NOT_STATEMENT: "n",
    WishKind.PARTY: "p",
    WishKind.SAME: "a",
    WishKind.TAKE_BACK: "t",
}
"""The letter that leads to a line, as the registry of actions has it."""


class CorrectionMenu(CorrectionDialog[Wish]):
    """Ends with the line that was chosen. ``at`` is the line to begin with."""

    def __init__(self, subject: Subject, at: Wish | None = None) -> None:
        self._wishes = {f"wish{n}": wish for n, wish in enumerate(subject.wishes)}
        super().__init__(subject.heading, "Enter goes on · Esc leaves all as it was", self._wishes.__getitem__)
        self._subject = subject
        self._at = at

    def compose_head(self) -> ComposeResult:
        yield Static(self._subject.words, classes="correction-words", markup=False)

    def on_mount(self) -> None:
        last = list(self._wishes)[-1]
        self.list.set_blocks([_block(id, wish, is_last=id == last) for id, wish in self._wishes.items()])
        self.list.focus()
        at = next((id for id, wish in self._wishes.items() if wish == self._at), None)
        self.call_after_refresh(self.list.choose, at or next(iter(self._wishes)))

    def action_wish(self, kind: str) -> None:
        """Go on with the line of a kind; where there are several, choose the next of them."""
        ids = [id for id, wish in self._wishes.items() if wish.kind == kind]
        if len(ids) == 1:
            self.dismiss(self._wishes[ids[0]])
        elif ids:
            chosen = self.list.chosen_id
            self.list.choose(ids[(ids.index(chosen) + 1) % len(ids)] if chosen in ids else ids[0])


def _block(id: str, wish: Wish, *, is_last: bool) -> Block:
    line = wish.line + (" …" if wish.question else "")
    label = Content.styled(KEYS[wish.kind], "bold underline")
    words = Paragraph(plain(line), label=label, label_width=3, right=plain(wish.scope, ASIDE))
    return Block(id, (words,), gap=0 if is_last else 1)
