"""``parley story``: one story, and what can be said of it."""

from __future__ import annotations

from difflib import get_close_matches

import click
from click.shell_completion import CompletionItem

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.story_arguments import party_language_option, story_argument, story_ids
from reader.cli.story_wishes import follow, join, leave_out, mute, rename, split, unfollow, unmute

_SHOW = "show"
_HELP = ("-h", "--help")


class StoryGroup(click.Group):
    """A group whose command ``show`` need not be named: "parley story 17" is "parley story show 17"."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in _HELP and not args[0].isalpha():
            args = [_SHOW, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Raises click.UsageError for what is neither a command nor an id."""
        if args[0] not in self.commands:
            near = "".join(f" Did you mean {name}?" for name in get_close_matches(args[0], self.commands, 1))
            ctx.fail(f"{args[0]!r} is no command, and no id of a story; see: parley stories.{near}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and the ids of stories where a command need not be named."""
        return [*super().shell_complete(ctx, incomplete), *story_ids(ctx, incomplete)]


@click.group("story", cls=StoryGroup, no_args_is_help=True, subcommand_metavar="ID | COMMAND [ARGS]...")
def command() -> None:
    """Show a story, articles about one event, or say something of it: follow, mute, rename, put articles in or out.

    ID is the id of any article in it, from parley stories or parley list. What you say is kept however the stories are
    made anew, and undone by parley undo.

    \b
    Examples:
      parley story 17                        what the parties say in it, figures, timeline, outlets
      parley story 17 --html > story.html    the same as a page that needs nothing else
      parley story follow 17
      parley story leave-out 17 23           article 23 is not this story
      parley story join 17 40                both are one story
    """


@command.command(_SHOW)
@story_argument
@click.option("--json", "form", flag_value="json", help="As one line of JSON, with everything.")
@click.option("--markdown", "form", flag_value="markdown", help="As Markdown.")
@click.option("--html", "form", flag_value="html", help="As one page that needs nothing else.")
@party_language_option
@pass_session
def show(session: Session, id: int, form: str | None, language: str | None) -> None:
    """Print a story: what each party says with outlet and time, what answers what, figures, timeline, outlets, changes,
    and its articles with why each is in it. What several outlets carry stands once, with the list of them.

    Looking at it makes nothing in it new any more, except with --json.

    With --json it is one object: format ("parley.story/1"), story (as parley stories --json has it), language, earlier,
    parties (with their statements), answers, unheard, figures, timeline, outlets, changes, articles, by_hand, made.

    \b
    Examples:
      parley story 17
      parley story 17 --markdown > story.md
      parley story 17 --json | jq '.figures[].why'
    """
    from reader.cli.story_work import told_story

    with session.library() as library:
        told = told_story(library, id, language)
        if form == "json":
            from reader.cli.json_lines import json_line
            from reader.ingest.exporting.story_json import story_object

            say(json_line(story_object(told)))
            return
        if form == "markdown":
            from reader.ingest.exporting.story_markdown import story_markdown

            say(story_markdown(told))
        elif form == "html":
            from reader.ingest.exporting.story_html import story_html

            say(story_html(told).removesuffix("\n"))
        else:
            from reader.cli.story_text import story_text

            say(story_text(told))
        if not library.read_only:
            library.stories.look(id)


for part in (follow, unfollow, mute, unmute, rename, leave_out, join, split):
    command.add_command(part)
