"""A page of lines that were put in words: what an assessment, the ladders and the vitality share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coach.core.safe_text import safe_text
from screens.base.place import Looking
from screens.widgets.telling import TellingRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from coach.lines import Told


class LinesPage(Looking):
    """One card of lines; those with a target can be chosen. The first line is its title."""

    HAS_LIST = True

    def inside(self) -> Iterator[Widget]:
        """The lines."""
        rows = TellingRows(id="told")
        rows.add_class("card", "-lit")
        yield rows

    def on_mount(self) -> None:
        """The keys move the lines."""
        self.told.focus()

    @property
    def told(self) -> TellingRows:
        """The lines."""
        return self.query_one(TellingRows)

    def tell(self, lines: Iterable[Told]) -> None:
        """Other lines; the cursor stays on what is the same."""
        title, *more = lines
        self.told.border_title = Content(safe_text(title.text))
        self.told.tell(more, self.is_same)

    def is_same(self, one: object, other: object) -> bool:
        """Whether two targets are one, from one look to the next."""
        return one == other
