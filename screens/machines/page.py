"""What two machines wrote of one record: both versions, and a key for the one that holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.machines.describe import heading, lines_of, said
from screens.base.list_page import ListPage
from screens.sheets.pick import PickSheet
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.machines.machines import TwoVersions
    from screens.widgets.drawn import Piece


class BothVersionsScreen(ListPage["list[TwoVersions]", "TwoVersions"]):
    """The latest first."""

    PLACE = "machines"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.back, id="back-from-both-versions"),
    ]

    def gather(self, coach: Coach) -> list[TwoVersions]:
        """All that wait."""
        return coach.machines.apart()

    def title_of(self, known: list[TwoVersions]) -> tuple[str, str]:
        """The page."""
        return words.machines.title, words.machines.count_keys if known else ""

    def empty(self) -> str:
        """What would be here."""
        return words.machines.none

    def items(self, known: list[TwoVersions]) -> list[TwoVersions]:
        """Each of them."""
        return known

    def draw(self, item: TwoVersions, width: int) -> Sequence[Piece]:
        """What it is, and how it stands."""
        about = f"{heading(self.coach, item)}  "
        stands = next(iter(item.stands.values()), "")
        return [(about, "quiet"), (first_line(said(stands), max(width - len(about), 12)), "text")]

    def beside(self, item: TwoVersions, coach: Coach, width: int) -> Card:
        """Both, one under the other."""
        lines = [*lines_of(coach, item)]
        if item.more:
            lines.append(filled(words.machines.both.more, count=item.more))
        return Card(heading(coach, item), told("\n".join(lines), width))

    def open(self, item: TwoVersions) -> None:
        """Which of them holds."""
        self.home.attempt(partial(self._choose, item))

    async def _choose(self, item: TwoVersions) -> None:
        options = [("1", words.machines.both.stands, "stands"), ("2", words.machines.both.other, "other")]
        if item.can_be_both:
            options.append(("3", words.machines.both.both, "both"))
        about = "\n".join(lines_of(self.coach, item))
        chosen = await self.home.push_screen_wait(PickSheet(words.machines.both.which, options, about))
        if chosen:
            machines = self.coach.machines
            await self.home.background.do(lambda: machines.choose(item, chosen))
            self.home.tell(
                words.machines.both.kept_stands if chosen == "stands" else words.machines.both.kept
            )
