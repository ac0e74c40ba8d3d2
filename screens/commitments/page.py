"""Commitments: what is held, how it goes, which gates are open."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding

from coach.commitments.glance import count, sign
from coach.commitments.overview import commitments_on
from coach.commitments.standing import standing_lines, when_line
from coach.core.safe_text import cells, first_line
from coach.core.texts import filled, words
from screens.base.list_page import Heading, ListPage
from screens.commitments.acts import adopt, commit
from screens.commitments.commitment_keys import CommitmentKeys
from screens.commitments.details import beside, dotted
from screens.widgets.cards import Card, told
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.commitments.progress import Progress
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece

_NARROWEST = 16
_DOTS, _COUNT, _WHEN = 15, 10, 13
_NARROW = 60


async def go_there(app: CoachApp) -> None:
    """To the place, where one can be let go."""
    app.action_place("commitments")


class Known(NamedTuple):
    """What the place shows."""

    day: date
    commitments: list[Progress]
    limit: int
    standing: list[str]


class CommitmentsScreen(CommitmentKeys, ListPage[Known, "Progress"]):
    """The place. Beside the list, on a wide screen, what the cursor is on."""

    PLACE = "commitments"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", words.keys.commit, id="commit"),
        Binding("r", "practices", words.keys.ready_practices, id="practices", show=False),
    ]

    def gather(self, coach: Coach) -> Known:
        """Everything held, and what came to an end lately."""
        day = coach.today()
        found = commitments_on(coach, day)
        return Known(day, found, coach.commitments.limit, standing_lines(coach, found, day))

    def title_of(self, known: Known) -> tuple[str, str]:
        """How many are held, of how many that fit."""
        held = sum(each.state in {"held", "coming"} for each in known.commitments)
        title = filled(words.commitments.group.held, count=held, limit=known.limit)
        return title, words.commitments.list_keys if known.commitments else ""

    def empty(self) -> str:
        """What a commitment is, and the key that makes one."""
        return words.commitments.none

    def next(self, known: Known, width: int) -> Card:
        """What asks for a mark today, and what is worth a line besides."""
        asking = [each for each in known.commitments if each.is_due]
        said = filled(words.commitments.asks, names=", ".join(each.commitment.text for each in asking))
        first = said if asking else words.commitments.asks_none
        lines = told(first_line(first, width), width, "strong")
        lines += tuple(line for each in known.standing for line in told(each, width, "quiet"))
        return Card(words.commitments.today, lines, words.commitments.today_keys)

    def items(self, known: Known) -> Iterator[Progress | Heading]:
        """What is held first, then what rests, lapsed or ended."""
        for state, group in groupby(known.commitments, key=lambda each: each.state):
            if state != "held":
                yield Heading()
                yield Heading(words.commitments.group[state], "title")
                yield from group
            else:
                yield from _by_area(list(group))

    def key(self, item: Progress) -> str:
        """By its commitment."""
        return item.commitment.id

    def draw(self, item: Progress, width: int) -> Sequence[Piece]:
        """How today is, the outcome, its last times, what comes next."""
        assert self.known  # noqa: S101 - rows are drawn of what is known
        when = "" if width < _NARROW else when_line(item, self.known.day)
        room = width - 2 - _DOTS - _COUNT - (_WHEN if width >= _NARROW else 0)
        name = first_line(item.commitment.text, max(room - 1, _NARROWEST))
        return [
            (f"{sign(item)} ", "strong"),
            (
                name + " " * max(room - cells(name), 1),
                "quiet" if item.state in {"ended", "lapsed"} else "text",
            ),
            *dotted(item, _DOTS),
            (f"{count(item):>{_COUNT - 2}}  ", "quiet"),
            (when, "quiet"),
        ]

    def beside(self, item: Progress, coach: Coach, width: int) -> Card:
        """Its weeks, and its terms."""
        return beside(item, coach.today(), width)

    def open(self, item: Progress) -> None:
        """Its own page."""
        from screens.commitments.commitment import CommitmentScreen

        self.home.push_screen(CommitmentScreen(item))

    def meant(self) -> Progress | None:
        """The one under the cursor."""
        return self.current if self.query(Rows) else None

    def action_add(self) -> None:
        """A new one."""
        self.home.attempt(partial(commit, self.home))

    def action_practices(self) -> None:
        """One that is ready."""
        self.home.attempt(partial(adopt, self.home))


def _by_area(held: list[Progress]) -> Iterator[Progress | Heading]:
    """Below the part of life each belongs to, where one has such a part; the others come first."""
    ordered = sorted(held, key=lambda each: each.commitment.area.casefold())
    for area, group in groupby(ordered, key=lambda each: each.commitment.area):
        if area:
            yield Heading(area, "quiet")
        yield from group
