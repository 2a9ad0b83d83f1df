"""A dialog with something to type, which stays until what was typed is done: an error costs nobody what they typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Label, Static
from textual.worker import Worker, WorkerState

from reader.domain.errors import ParleyError
from reader.domain.plain_text import clean_line
from reader.ui.feeds.dialog import Answer, Dialog

LONGEST = 2_000
"""The longest that can be typed."""


@dataclass(frozen=True)
class Field:
    """One input: ``label`` says what it is for, ``value`` what stands in it, ``secret`` hides what is typed."""

    label: str
    value: str = ""
    hint: str = ""
    secret: bool = False


class Entry(Dialog[Answer]):
    """Ends with what ``do`` gives for the words typed, field by field; ``doing`` is said meanwhile.

    Where ``do`` raises ParleyError its sentence is shown and everything stays; where it gives None too. Esc stops it.
    """

    def __init__(
        self,
        heading: str,
        sentence: str,
        fields: Sequence[Field],
        do: Callable[[Sequence[str]], Awaitable[Answer | None]],
        *,
        doing: str = "",
    ) -> None:
        super().__init__(heading, sentence, "Enter does it · Esc leaves all as it was")
        self._fields = fields
        self._do = do
        self._doing = doing
        self._trying: Worker[None] | None = None

    def compose_body(self) -> ComposeResult:
        for field in self._fields:
            if field.label:
                yield Label(Content(field.label), classes="feed-label")
            yield Input(
                clean_line(field.value),
                placeholder=field.hint,
                password=field.secret,
                max_length=LONGEST,
                compact=True,
                select_on_focus=False,
            )
        yield Static(id="feed-answer")

    def on_mount(self) -> None:
        self.query(Input).first().focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self._trying is None or self._trying.is_finished:
            self._trying = self._try()

    def action_choose(self) -> None:
        """Do it."""
        self._submitted()

    @work(group="entry", exit_on_error=False)
    async def _try(self) -> None:
        self._say(self._doing, "quiet")
        try:
            answer = await self._do([field.value for field in self.query(Input)])
        except ParleyError as error:
            self._say(str(error), "wrong")
            return
        self._say("", "quiet")
        if answer is not None:
            self.dismiss(answer)

    @on(Worker.StateChanged)
    def _tell_defect(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            error = event.worker.error
            self._say(f"Something went wrong ({type(error).__name__}: {error}).", "wrong")

    def action_close(self) -> None:
        """Stop what is being done, or else leave everything as it was."""
        if self._trying is not None and not self._trying.is_finished:
            self._trying.cancel()
            self._say("Stopped.", "quiet")
        else:
            self.dismiss(None)

    def _say(self, sentence: str, how: str) -> None:
        line = self.query_one("#feed-answer", Static)
        line.set_class(how == "wrong", "-wrong")
        line.update(Content(clean_line(sentence)))
