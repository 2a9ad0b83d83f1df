"""A stylesheet that is not parsed over and over while an app starts."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class SteadyStylesheet(Stylesheet):
    """Parses each source once for the same variables. Textual's own parses all of them anew whenever a theme is set,
    the first one too, and whenever a screen brings styles of its own."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the variables; what was parsed is forgotten only where they are others."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what was not parsed for these variables yet."""
        self.parse()
