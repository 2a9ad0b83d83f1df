"""Print to a terminal or a pipe: never a control character from an article, never a traceback for odd letters."""

from __future__ import annotations

import sys

import click

from reader.domain.plain_text import clean_line, clean_text


def prepare_streams() -> None:
    """Let a terminal that lacks a letter show a question mark in its place instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def say(text: str = "") -> None:
    """Print a line, or several, cleaned."""
    click.echo(clean_text(text))


def complain(sentence: str) -> None:
    """One error, one line on standard error."""
    click.echo(f"parley: {clean_line(sentence)}", err=True)
