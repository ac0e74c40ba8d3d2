"""A page of lines that were put in words: what an assessment and the ladders share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.base.place import Listing
from screens.widgets.telling import TellingRows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget


class LinesPage(Listing):
    """One list of lines; those with a target can be chosen."""

    def inside(self) -> Iterator[Widget]:
        """The lines."""
        yield TellingRows(id="told")

    @property
    def told(self) -> TellingRows:
        """The lines."""
        return self.query_one(TellingRows)
