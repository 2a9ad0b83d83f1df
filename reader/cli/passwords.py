"""Ask for a name and password, or read the password from standard input. They are never arguments, which others see."""

from __future__ import annotations

import sys

import click

from reader.domain.plain_text import clean_line

user_option = click.option("--user", metavar="NAME", help="Sign in with this name; the password is asked for.")
password_option = click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")


def has_keyboard() -> bool:
    """True where somebody can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def given(user: str | None, password_stdin: bool) -> tuple[str, str] | None:
    """The name and password to use, None where no name is given. Raises UsageError."""
    if user is None:
        if password_stdin:
            raise click.UsageError("--password-stdin needs --user NAME.")
        return None
    if password_stdin:
        return user, sys.stdin.readline().rstrip("\r\n")
    if not has_keyboard():
        raise click.UsageError("There is no terminal to ask for the password; give it with --password-stdin.")
    return user, _password()


def asked(where: str) -> tuple[str, str]:
    """The name and password for an address, asked for on the terminal."""
    click.echo(f"{clean_line(where)} asks for a name and password.", err=True)
    user: str = click.prompt("Name", err=True)
    return user, _password()


def _password() -> str:
    password: str = click.prompt("Password", hide_input=True, default="", show_default=False, err=True)
    return password
