"""Highlighting what is selected or said, changing its colour, removing and copying it."""

from __future__ import annotations

from textual import on, work

from reader.domain.annotation import Annotation, highlight
from reader.domain.colour import Colour
from reader.ui.annotating.colours import last_colour, next_colour, remember_colour
from reader.ui.annotating.messages import HighlightAsked, NoteCopied, RemovalAsked
from reader.ui.annotating.noted_screen import NotedScreen
from reader.ui.deeds_screen import NO_ARTICLE

SELECT_FIRST = "Select words first: {v} in the article selects by keys, the mouse does too; or choose a statement."
WHOLE = "A note on the article as a whole has no words to highlight."
NOTHING_HERE = "There is no highlight or note here: select words in one, or choose it in the panel ({i})."


class HighlightingScreen(NotedScreen):
    """Each change can be undone."""

    async def action_highlight(self) -> None:
        """Highlight what is selected; what is highlighted already in the next colour."""
        await self.attempt(self._highlight, None)

    @on(HighlightAsked)
    async def _highlight_asked(self, message: HighlightAsked) -> None:
        await self.attempt(self._highlight, message.colour, message.apart)

    async def _highlight(self, colour: Colour | None, apart: bool = False) -> None:
        noted, words, article = self.noted, self.meant_words, self.article
        if apart and words is not None:
            noted = self.notes.on(words[0])
        last = await last_colour(self.desk)
        if noted is not None:
            if noted.anchor is None:
                self.tell(WHOLE)
                return
            colour = colour or (next_colour(noted.colour) if noted.colour is not None else last)
            noted = await self.recolour(noted, colour)
        elif article is not None and words is not None:
            colour = colour or last
            new = highlight(article, words[0], colour, words[1])
            noted = await self.desk.library.ask(lambda library: library.annotations.add(new))
        else:
            self._say_select_first()
            return
        if colour is not last:
            await remember_colour(self.desk, colour)
        await self.show_done(noted.id)
        self._say(f"Highlighted in {colour}. {self._key('highlight')} takes the next colour.")

    def _say_select_first(self) -> None:
        self.tell(SELECT_FIRST.format(v=self._key("article.select")) if self.article is not None else NO_ARTICLE)

    async def recolour(self, noted: Annotation, colour: Colour | None) -> Annotation:
        """Give an annotation another colour, or none. Raises ParleyError."""
        id = noted.id
        assert id is not None
        return await self.desk.library.ask(lambda library: library.annotations.change(id, colour=colour))

    # Choosing the colour

    @work(group="annotate", exit_on_error=False)
    async def action_highlight_colour(self) -> None:
        """Ask for the colour of a highlight."""
        await self.attempt(self._ask_colour)

    async def _ask_colour(self) -> None:
        noted = self.noted
        if noted is None and self.meant_words is None:
            self._say_select_first()
            return
        if noted is not None and noted.anchor is None:
            self.tell(WHOLE)
            return
        from reader.ui.annotating.colour_menu import NONE, ColourMenu

        def chosen(answer: str | None) -> None:
            if answer == NONE and noted is not None:
                self._take_away(noted)
            elif answer is not None:
                self.post_message(HighlightAsked(Colour(answer)))

        now = noted.colour if noted is not None else await last_colour(self.desk)
        self.app.push_screen(ColourMenu(now, is_there=noted is not None and noted.colour is not None), chosen)

    @work(group="annotate", exit_on_error=False)
    async def _take_away(self, noted: Annotation) -> None:
        await self.attempt(self._take_colour if noted.body else self.remove_note, noted)

    async def _take_colour(self, noted: Annotation) -> None:
        await self.recolour(noted, None)
        await self.show_done(noted.id)
        self._say(f"Not highlighted any more; the note stays. {self._key('undo')} takes it back.")

    # Removing, copying

    @on(RemovalAsked)
    async def _removal_asked(self) -> None:
        if (noted := self.noted) is None:
            self.tell(NOTHING_HERE.format(i=self._key("panel.notes")))
        else:
            await self.attempt(self.remove_note, noted)

    async def remove_note(self, noted: Annotation) -> None:
        """Remove an annotation and say so. Raises ParleyError."""
        id = noted.id
        assert id is not None
        await self.desk.library.ask(lambda library: library.annotations.remove(id))
        await self.show_done(None)
        what = "The note" if noted.body else "The highlight"
        self._say(f"{what} is removed. {self._key('undo')} brings it back.")

    @on(NoteCopied)
    def _copy_note(self) -> None:
        if (noted := self.noted) is not None:
            from reader.ui.annotating.note_words import copied

            self.app.copy_to_clipboard(copied(noted))
            self.tell("Copied.")
