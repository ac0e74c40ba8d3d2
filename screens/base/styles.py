"""Styles, read once: Textual reads all of them again for every new place, though nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePath


class Styles(Stylesheet):
    """What was read stays as long as the colours do."""

    def __init__(self, *, variables: Mapping[str, str]) -> None:
        super().__init__(variables=dict(variables))
        self._colours = dict(variables)
        self._is_read = False

    def set_variables(self, variables: dict[str, str]) -> None:
        """Other colours: then everything is read again."""
        if variables != self._colours:
            self._colours = dict(variables)
            self._is_read = False
            super().set_variables(variables)

    def read(self, filename: str | PurePath) -> None:
        """A file of them: what was read of the others stays."""
        super().read(filename)
        self._is_read = False
        self._rules_map = None

    def add_source(self, *source: Any, **named: Any) -> None:
        """More of them: what was read of the others stays."""
        super().add_source(*source, **named)
        self._is_read = False

    def parse(self) -> None:
        """What is new among the styles."""
        super().parse()
        self._is_read = True

    def reparse(self) -> None:
        """Everything, where the colours are others. Ours have no faults, so nothing is tried out first."""
        if not self._is_read:
            self.parse()
