"""The two themes of our own, and the colours every theme needs for parties, numbers and statements."""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="parley-dark",
    primary="#6cb0f0",
    secondary="#8a93a3",
    accent="#e0b05c",
    warning="#e0b05c",
    error="#f2817a",
    success="#7cc88b",
    foreground="#d8dade",
    background="#15171a",
    surface="#1a1d21",
    panel="#22262b",
    dark=True,
)
LIGHT = Theme(
    name="parley-light",
    primary="#0b5cad",
    secondary="#5c6470",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#b3261e",
    success="#1f7034",
    foreground="#23252a",
    background="#fbfaf7",
    surface="#f5f3ee",
    panel="#e9e6df",
    dark=False,
)
OWN = (DARK, LIGHT)

_ON_DARK = ("#6cb6ff", "#f2a65a", "#7fcf90", "#e88bc4", "#54c9c4", "#d6c25a", "#b9a0f5", "#f2857e")
_ON_LIGHT = ("#0b5cad", "#a34a00", "#1f7034", "#a3216f", "#00676a", "#6b5800", "#5e3bb0", "#b3261e")
# Sixteen colours hold fewer: bright ones on a dark ground, plain ones on a light ground, in an order that keeps the
# first parties furthest apart.
_ANSI_DARK = (
    "bright_blue",
    "bright_yellow",
    "bright_green",
    "bright_magenta",
    "bright_cyan",
    "yellow",
    "magenta",
    "bright_red",
)
_ANSI_LIGHT = ("blue", "red", "green", "magenta", "cyan", "bright_blue", "bright_magenta", "bright_red")


_SHADES = (
    "figure-ground",  # behind numbers
    "counted-ground",  # behind what they count
    "content-ground",  # behind what the selected statement says, and its cue
    "source-ground",  # behind who says it
    "cursor-ground",  # behind the row of the list the keys act on
    "cursor-idle",  # the same while the list has not the focus
    "line",  # borders and scrollbars
    "quiet",  # words that stand back
)
# By the names of domain.annotation.Colour: what the ground is tinted with; their signs on a dark and a light ground.
_HIGHLIGHTS = {
    "yellow": ("#f2c500", "#d6c25a", "#6b5800"),
    "green": ("#35b34a", "#7fcf90", "#1f7034"),
    "blue": ("#2f8cf0", "#6cb6ff", "#0b5cad"),
    "pink": ("#e0409f", "#e88bc4", "#a3216f"),
    "orange": ("#f07c1c", "#f2a65a", "#a34a00"),
}
_ANSI_HIGHLIGHTS = {
    "yellow": "bright_yellow",
    "green": "bright_green",
    "blue": "bright_cyan",
    "pink": "bright_magenta",
    "orange": "bright_red",
}


def reading_colours(theme: Theme) -> dict[str, str]:
    """The css variables of the reading screen under a theme: ``party-0`` to ``party-7`` and the grounds of marks."""
    if theme.ansi:
        # Sixteen colours have no shades: the styles mark by reversing and dimming instead.
        names = _ANSI_DARK if theme.dark else _ANSI_LIGHT
        parties = {f"party-{i}": f"ansi_{name}" for i, name in enumerate(names)}
        highlights = {f"highlight-{name}": f"ansi_{ansi}" for name, ansi in _ANSI_HIGHLIGHTS.items()}
        inks = {name: ansi if theme.dark else "default" for name, ansi in _ANSI_HIGHLIGHTS.items()}
        signs = {f"sign-{name}": f"ansi_{ansi}" for name, ansi in inks.items()}
        grounds = dict.fromkeys(_SHADES, "ansi_default") | {"line": "ansi_bright_black", "highlight-text": "ansi_black"}
        return grounds | parties | highlights | signs
    ground = Color.parse(theme.background or ("#121212" if theme.dark else "#ffffff"))
    ink = Color.parse(theme.foreground or ("#e0e0e0" if theme.dark else "#1f1f1f"))
    hue = Color.parse(theme.primary)
    dark = theme.dark
    shades = (
        ground.blend(ink, 0.14),
        ground.blend(ink, 0.07),
        ground.blend(hue, 0.20 if dark else 0.13),
        ground.blend(hue, 0.38 if dark else 0.28),
        ground.blend(hue, 0.28 if dark else 0.20),
        ground.blend(ink, 0.10),
        ground.blend(ink, 0.22),
        ground.blend(ink, 0.66),
    )
    colours = {f"party-{i}": colour for i, colour in enumerate(_ON_DARK if theme.dark else _ON_LIGHT)}
    for name, (tint, on_dark, on_light) in _HIGHLIGHTS.items():
        colours[f"highlight-{name}"] = ground.blend(Color.parse(tint), 0.3).hex
        colours[f"sign-{name}"] = on_dark if dark else on_light
    colours["highlight-text"] = ink.hex
    return colours | {name: shade.hex for name, shade in zip(_SHADES, shades, strict=True)}
