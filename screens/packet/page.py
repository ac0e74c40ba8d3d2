"""Mentor: packets for somebody to talk with, the names that stay out of them, and everything out and in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.safe_text import first_line, padded
from coach.core.texts import filled, words
from coach.describe import in_full, name_of
from coach.packet.place import NOW, MentorNow, Now, mentor_now
from screens.base.begin_page import BeginPage
from screens.base.list_page import Heading
from screens.routes import way
from screens.widgets.cards import Card, CardLine, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.packet.records import Packet
    from screens.widgets.drawn import Piece

_LABEL, _DAY, _WHO = 22, 16, 14


class MentorScreen(BeginPage[MentorNow, "Now | Packet"]):
    """The place."""

    PLACE = "mentor"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "begin('begin')", words.keys.a_packet, id="packet"),
        Binding("t", "begin('talks')", words.keys.talks, id="talks"),
        Binding("m", "begin('names')", words.keys.names, id="names"),
        Binding("o", "begin('exchange')", words.keys.out_and_in, id="exchange"),
    ]

    def gather(self, coach: Coach) -> MentorNow:
        """What was begun, what left, what came back."""
        return mentor_now(coach)

    def title_of(self, known: MentorNow) -> tuple[str, str]:
        """The place."""
        return words.packet.mentor.now, words.packet.mentor.count if known.left else ""

    def next(self, known: MentorNow, width: int) -> Card:
        """A packet: the one that was begun, or what a new one is for."""
        begun = words.packet.mentor["begun" if known.begun else "begin"]
        title = CardLine(
            (
                (begun, "strong"),
                (f"   {known.said('begin')}   " if known.begun else "   ", "quiet"),
                ("a", "key"),
                (f" {words.packet.mentor['goes_on' if known.begun else 'begins']}", "quiet"),
            )
        )
        return Card(
            words.packet.mentor.next,
            (title, *told(words.packet.mentor.begin_about, width, "quiet")),
        )

    def items(self, known: MentorNow) -> Iterator[Now | Packet | Heading]:
        """What can be done, then what left."""
        yield from NOW
        yield Heading()
        yield Heading(
            words.packet.mentor["left" if known.left else "none"], "title" if known.left else "quiet"
        )
        yield from known.left

    def draw(self, item: Now | Packet, width: int) -> Sequence[Piece]:
        """One of them, or a packet."""
        assert self.known  # noqa: S101 - rows are drawn of what is known
        if isinstance(item, str):
            is_begun = item == "begin" and self.known.begun is not None
            return [
                ("✎ " if is_begun else "○ ", "accent" if is_begun else "quiet"),
                (f"{words.packet.mentor[item]:<{_LABEL}}", "text"),
                (first_line(self.known.said(item), max(width - _LABEL - 2, 12)), "quiet"),
            ]
        day = self.coach.days.said(item.at)
        came = f"  {words.packet.mentor.answered}" if item.id in self.known.answered else ""
        return [
            ("● ", "warm"),
            (f"{day:<{_DAY}}", "quiet"),
            (padded(item.to, _WHO), "text"),
            (first_line(item.ask, max(width - _DAY - _WHO - len(came) - 2, 12)), "quiet"),
            (came, "accent"),
        ]

    def beside(self, item: Now | Packet, coach: Coach, width: int) -> Card:
        """What it is for, or what left, and in which files."""
        if isinstance(item, str):
            return super().beside(item, coach, width)
        files = filled(words.packet.mentor.gone, files=", ".join(item.files))
        return Card(
            name_of(item), (*told(in_full(item, coach), width), CardLine(), *told(files, width, "quiet"))
        )

    def called(self, name: Now) -> str:
        """As its row is."""
        return words.packet.mentor[name]

    def about(self, name: Now) -> str:
        """What it is for."""
        return words.packet.mentor[f"{name}_about"]

    def record(self, item: Now | Packet) -> None:
        """What left stays in the log."""
        del item

    def action_begin(self, name: Now) -> None:
        """One of them. Each is loaded when it is begun."""
        home = self.home
        if name == "begin":
            home.attempt(partial(way("begin_packet"), home))
        elif name == "talks":
            home.push_screen(way("talks_page")())
        elif name == "names":
            home.push_screen(way("names_page")())
        else:
            home.push_screen(way("exchange_page")())
