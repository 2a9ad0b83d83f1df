"""What goes out of a story: to the clipboard, the browser, a file, a note, a search, a program that translates, a rule
that watches."""

from __future__ import annotations

from textual import work

from reader.domain.errors import ParleyError
from reader.domain.story import StoryMember
from reader.ui.stories.citing import cited
from reader.ui.stories.story_tabs import StoryTabs
from reader.ui.stories.told_screen import ToldScreen
from reader.ui.verbatim import web_address

NO_ARTICLE = "Choose an article first."
NOTHING_HERE = "There is nothing to choose here."
FOLDED = "These are several articles: {key} unfolds them."
NO_STATEMENT = "Choose a statement in the comparison or on the timeline first."


class OutOfStory(ToldScreen):
    """Of what is chosen, or of the whole story."""

    @property
    def member(self) -> StoryMember | None:
        """The article a key is about; says where there is none, or where the copies of a text stand folded."""
        if self._is_fold():
            return None
        members = self.loaded.open.story.members if self.loaded is not None else ()
        found = next((member for member in members if member.article_id == self.article_id), None)
        if found is None:
            self.tell(NO_ARTICLE if self.has_choice else NOTHING_HERE)
        return found

    def _is_fold(self) -> bool:
        """Whether several articles are chosen at once; says so."""
        folded = self.place is not None and self.place.fold is not None
        if folded:
            self.tell(FOLDED.format(key=self.key("telling.open")))
        return folded

    def action_browser(self) -> None:
        """Open the article’s address."""
        member = self.member
        address = web_address(member.url) if member is not None else None
        if address is not None:
            self.app.open_url(address)
        elif member is not None:
            self.tell("This article has no address on the web.")

    def action_copy(self) -> None:
        """Copy the statement, or the article, fit to cite."""
        if self._is_fold():
            return
        place = self.place
        words = cited(self.telling.board, place) if self.telling is not None and place is not None else ""
        if words:
            self.app.copy_to_clipboard(words)
            self.tell("Copied, with who said it, where and when.")
        elif place is None:
            self.tell(NO_ARTICLE if self.has_choice else NOTHING_HERE)

    def action_export(self) -> None:
        """Ask in which form to give out the briefing."""
        if (row := self._chosen()) is None:
            return
        from reader.ingest.exporting.parcels import story_parcel
        from reader.ui.exporting.menu import Offer

        forms = (("web page", True), ("Markdown", False))
        offers = [Offer("Briefing", form, story_parcel(row.id, row.shown, html=html)) for form, html in forms]
        self.reading.offer(offers, row.shown)

    def action_watch(self) -> None:
        """Ask what to call a rule that tells when a figure changes."""
        if (row := self._chosen()) is not None:
            from reader.ui.watching.asking import ask_to_watch_figures

            ask_to_watch_figures(self.app, self.desk, row.id, row.shown)

    @work(group="note", exclusive=True, exit_on_error=False)
    async def action_note(self) -> None:
        """Write a note on the chosen statement's words, or on the article."""
        from reader.ui.annotating.colours import last_colour
        from reader.ui.stories.noting import subject_at

        if self._is_fold():
            return
        if self.telling is None or (place := self.place) is None:
            self.tell(NO_ARTICLE if self.has_choice else NOTHING_HERE)
            return
        board = self.telling.board
        try:
            colour = await last_colour(self.desk)
            await self.reading.write(
                await self.desk.library.ask(lambda library: subject_at(library, board, place, colour))
            )
        except ParleyError as error:
            self.tell_error(error)

    def action_search(self) -> None:
        """Search the articles of the story; Esc comes back to it."""
        if (row := self._chosen()) is not None:
            self.reading.search_story(row.id)

    @work(group="translation", exclusive=True, exit_on_error=False)
    async def action_translate(self) -> None:
        """Show a translation of the chosen statement beside it, or no more."""
        from reader.ui.translating.asking import Spoken, ask_for_translation

        place = self.place if self.tab in (StoryTabs.COMPARISON, StoryTabs.TIMELINE) else None
        chosen = place.said if place is not None else None
        statement = self.telling.view.analysis.statement(chosen or "") if self.telling is not None else None
        if statement is None or self.telling is None:
            self.tell(NO_STATEMENT)
            return
        view = self.telling.view
        spoken = Spoken(view.words(statement), view.language(statement), self.beside, self.redraw)
        await ask_for_translation(self, self.desk, self.reading.translator, spoken)

    def redraw(self) -> None:
        """Show what stands beside statements now."""
        if self.loaded is not None and self.is_attached:
            self.telling = self._telling(self.loaded, self.telling)
            self.grid.show_again(self.telling.sheet)
            self.fill(StoryTabs.TIMELINE)
