"""Options of the commands that show an analysis."""

from __future__ import annotations

import click

from reader.domain.confidence import Strictness


def _level(ctx: click.Context, parameter: click.Parameter, value: str | None) -> Strictness | None:
    return None if value is None else Strictness(value)


confidence_option = click.option(
    "--confidence",
    type=click.Choice([level.value for level in Strictness]),
    callback=_level,
    help="How sure a statement must be to be shown [default: the library's setting, else normal].",
)
"""``--confidence``, a Strictness or None."""

uncorrected_option = click.option(
    "--uncorrected", is_flag=True, help="What the analysis finds by itself, without the library's corrections."
)
"""``--uncorrected``."""
