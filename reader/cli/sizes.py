"""Numbers of bytes, ages and progress, as the commands that look after a library say and read them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import click

from reader.cli.progress_line import ProgressLine

_BYTES = {"": 1, "KB": 2**10, "MB": 2**20, "GB": 2**30}
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


def parse_age(word: str) -> timedelta:
    """An age such as 90d, 12w, 6m (of 30 days) or 1y (of 365). Raises ValueError."""
    match = re.fullmatch(r"(\d{1,4})\s*([dwmy])", word.strip().lower(), re.ASCII)
    if match is None or int(match[1]) == 0:
        raise ValueError(f'"{word}" is not an age; give one such as 90d, 12w, 6m or 1y.')
    return timedelta(days=int(match[1]) * _DAYS[match[2]])


def parse_size(word: str) -> int:
    """A number of bytes such as 500KB or 2MB. Raises ValueError."""
    match = re.fullmatch(r"(\d{1,9})\s*([KMG]?)B?", word.strip().upper(), re.ASCII)
    if match is None:
        raise ValueError(f'"{word}" is not a size; give one such as 500KB or 2MB.')
    return int(match[1]) * _BYTES[f"{match[2]}B" if match[2] else ""]


def age_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> timedelta | None:
    """``parse_age`` for an option."""
    try:
        return None if value is None else parse_age(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, parameter) from error


def size_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """``parse_size`` for an option."""
    try:
        return None if value is None else parse_size(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, parameter) from error


@contextmanager
def progress() -> Iterator[ProgressLine | None]:
    """A line that is written over for as long as the block lasts; None where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    line = ProgressLine(sys.stderr)
    try:
        yield line
    finally:
        line.clear()


def counting(line: ProgressLine | None, name: str) -> Callable[[int, int], None]:
    """Tells ``line`` how much of the work called ``name`` is done."""

    def tell(done: int, total: int) -> None:
        if line is not None:
            line.show(done, total, name)

    return tell
