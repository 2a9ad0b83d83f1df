"""The Notes tab: the highlights and notes of the open article, in the order of its text."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from reader.domain.annotation import Annotation
from reader.ui.annotating.highlights import NOTE
from reader.ui.annotating.note_words import SHOWN, first_line, note_paragraphs, quote
from reader.ui.annotating.open_notes import OpenNotes, Unfinished
from reader.ui.article_head import moment
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.view import Place, TabContent
from reader.ui.panel.words import ASIDE, NAME, clean_line, plain

NO_NOTES = "No highlight or note yet: v selects words in the article, then H highlights them and a writes a note."
UNFINISHED = "Not kept yet"
WHOLE = "On the article"
PLACED = "In the text"
ORPHANED = "Lost their place"
ORPHANED_WHY = "The text has changed; these words are not in it any more."

KEYS = "w\u00a0write · H\u00a0colour · d\u00a0remove · y\u00a0copy"
"""What can be done with the chosen one."""


def notes_tab(notes: OpenNotes) -> TabContent:
    """The blocks of the tab."""
    tab = TabContent()
    if not notes.all and not notes.unfinished:
        tab.add(Block("nothing", (Paragraph(plain(NO_NOTES, ASIDE)),), selectable=False))
        return tab
    if notes.unfinished:
        _head(tab, UNFINISHED)
        for at, draft in enumerate(notes.unfinished):
            tab.add(_draft_block(f"draft/{at}", draft), Place(draft=draft.subject.key))
    placed = [note for _, note in notes.placed]
    _add(tab, WHOLE, notes.whole)
    _add(tab, PLACED if len(tab.blocks) or notes.orphaned else "", placed)
    if notes.orphaned:
        _head(tab, ORPHANED)
        tab.add(Block("why", (Paragraph(plain(ORPHANED_WHY, ASIDE)),), selectable=False))
    _add(tab, "", notes.orphaned, was=True)
    return tab


def _head(tab: TabContent, words: str) -> None:
    tab.add(Block(words, (Paragraph(plain(words, NAME)),), selectable=False, heading=True, gap=0))


def _add(tab: TabContent, heading: str, notes: Iterable[Annotation], *, was: bool = False) -> None:
    for at, note in enumerate(notes):
        if heading and at == 0:
            _head(tab, heading)
        tab.add(_block(note, was=was), Place(note=note.id))


def _block(note: Annotation, *, was: bool) -> Block:
    head, lines = (quote(note), note.body) if note.anchor is not None else first_line(note)
    words = Content.assemble(("was: ", ASIDE)).append(head) if was else head
    colour = plain(note.colour, ASIDE) if note.colour is not None else None
    made = f"{'noted' if note.body else 'highlighted'} {moment(note.created)}"
    if note.modified[:16] != note.created[:16]:
        made += f", changed {moment(note.modified)}"
    paragraphs = (
        Paragraph(words, limit=3, hang=2, right=colour),
        *note_paragraphs(lines),
        Paragraph(plain(made, ASIDE), limit=0, indent=2),
        Paragraph(Content.styled(KEYS, ASIDE), limit=0, indent=2),
    )
    return Block(f"note/{note.id}", paragraphs)


def _draft_block(id: str, draft: Unfinished) -> Block:
    anchor = draft.subject.anchor
    words = clean_line(anchor.exact[:SHOWN]) if anchor is not None else ""
    about = Content.assemble((f"{NOTE}\N{NO-BREAK SPACE}", NAME), words or "a note")
    return Block(id, (Paragraph(about, limit=2, hang=2), *note_paragraphs(draft.body)))
