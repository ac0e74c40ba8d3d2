"""What two machines wrote of one record: both versions, and a key for the one that holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.safe_text import first_line
from coach.core.texts import words
from coach.lines import Told
from coach.machines.describe import heading, lines_of, said, where_they_part
from screens.base.lines_page import LinesPage
from screens.base.list_page import ListPage
from screens.widgets.cards import Card, CardLine, labelled, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.machines.machines import Choice, TwoVersions
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
        """Where they part, in a line each, then both in full."""
        both = words.machines.both
        labels = (both.stands_short, both.other_short)
        column = max(map(len, labels)) + 2
        short = [
            line
            for label, text in zip(labels, where_they_part(item), strict=True)
            for line in labelled(label, first_line(text, width - column), width, column)
        ]
        text = "\n".join(each.text for each in lines_of(coach, item))
        return Card(heading(coach, item), (*short, CardLine(), *told(text, width)))

    def open(self, item: TwoVersions) -> None:
        """Which of them holds."""
        self.home.push_screen(OneOfTwoScreen(item))


class OneOfTwoScreen(LinesPage):
    """Both versions in full, and what can be done."""

    PLACE = "version"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "choose('stands')", words.keys.as_it_stands, id="as-it-stands"),
        Binding("o", "choose('other')", words.keys.the_other_one, id="the-other-one"),
        Binding("b", "choose('both')", words.keys.keep_both, id="keep-both"),
        Binding("escape", "away", words.keys.back, id="back-from-version"),
    ]

    def __init__(self, seen: TwoVersions) -> None:
        super().__init__()
        self._two = seen

    async def load(self) -> None:
        """As it was when it was opened: what is chosen is what was seen."""
        self.tell(self._lines())

    def _lines(self) -> Iterator[Told]:
        both = words.machines.both
        yield Told(heading(self.coach, self._two))
        yield from lines_of(self.coach, self._two)
        yield Told()
        yield Told(both.stands, "offer", "stands")
        yield Told(both.other, "offer", "other")
        if self._two.can_be_both:
            yield Told(both.both, "offer", "both")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only words can stand one below the other."""
        is_both = action == "choose" and parameters == ("both",)
        return self._two.can_be_both if is_both else super().check_action(action, parameters)

    def on_rows_chosen(self) -> None:
        """The line that was chosen."""
        if choice := self.told.target:
            self.action_choose(choice)

    def action_choose(self, choice: Choice) -> None:
        """This holds from now on."""
        self.home.attempt(partial(self._choose, choice))

    async def _choose(self, choice: Choice) -> None:
        machines, both = self.coach.machines, words.machines.both
        await self.home.change(lambda: machines.choose(self._two, choice))
        self.home.tell(both.kept_stands if choice == "stands" else both.kept)
        self.close()
