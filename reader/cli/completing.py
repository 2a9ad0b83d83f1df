"""``parley completion``: the script that teaches a shell to complete parley's commands."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

from reader.cli.output import say


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    \b
    Examples:
      eval "$(parley completion bash)"                                  in ~/.bashrc
      eval "$(parley completion zsh)"                                   in ~/.zshrc
      parley completion fish > ~/.config/fish/completions/parley.fish   once
    """
    root = ctx.find_root()
    kind = get_completion_class(shell)
    assert kind is not None
    # The base class' method: bash's own would start bash to ask for its version.
    say(ShellComplete.source(kind(root.command, {}, "parley", "_PARLEY_COMPLETE")))
