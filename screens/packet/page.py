"""Mentor: packets for somebody to talk with, the names that stay out of them, and everything out and in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coach.core.counting import counted
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.packet import names, packets
from screens.base.draft_page import is_of
from screens.base.place import Listing
from screens.routes import way
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.app import Coach
    from coach.packet.packets import Plan
    from coach.packet.records import Packet
    from screens.widgets.rows import Piece

Now = Literal["begin", "names", "exchange"]
_NOW: tuple[Now, ...] = ("begin", "names", "exchange")
_LABEL, _DAY, _WHO = 22, 18, 14


class MentorRow(NamedTuple):
    """A heading, something for now, or a packet that left."""

    said: str = ""
    role: str = "text"
    now: Now | None = None
    packet: Packet | None = None


class Known(NamedTuple):
    """What the place shows."""

    begun: Plan | None
    names: int
    left: list[Packet]
    answered: set[str]
    """The packets something came back to."""


class MentorScreen(Listing):
    """The place."""

    PLACE = "mentor"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "begin('begin')", "a packet", id="packet"),
        Binding("m", "begin('names')", "names", id="names"),
        Binding("o", "begin('exchange')", "out and in", id="exchange"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._known: Known | None = None

    def inside(self) -> Iterator[Widget]:
        """The list, and a word about the line the cursor is on."""
        with Container(id="mentor"):
            yield Rows[MentorRow](self._draw, is_heading=lambda row: not (row.now or row.packet), id="list")
            yield Static(id="under", markup=False)

    async def load(self) -> None:
        """What was begun, what left, what came back."""
        coach = self.coach
        self._known = await self.home.background.do(lambda: _known(coach))
        self.show_list()

    def on_rows_highlighted(self) -> None:
        """Another line, another word about it."""
        row = self.query_one(Rows).current
        text = words("packet", "mentor", f"{row.now}_about") if row and row.now else ""
        if row and row.packet:
            text = filled(words("packet", "mentor", "gone"), files=", ".join(row.packet.files))
        self.query_one("#under", Static).update(Content.styled(safe_text(text), "$quiet"))

    def on_rows_chosen(self) -> None:
        """Begins it, or shows what left."""
        row = self.query_one(Rows).current
        if row and row.packet:
            from screens.base.record_page import RecordPage

            self.home.push_screen(RecordPage(row.packet))
        elif row and row.now:
            self.action_begin(row.now)

    def action_begin(self, name: Now) -> None:
        """One of them. Each is loaded when it is begun."""
        home = self.home
        if name == "begin":
            from screens.packet.packet import prepare_packet

            home.attempt(partial(prepare_packet, home))
        elif name == "names":
            from screens.packet.names import NamesScreen

            home.push_screen(NamesScreen())
        else:
            home.push_screen(way("exchange_page")())

    def show_list(self) -> None:
        """As it is known now."""
        known = self._known
        if known is None or not self.size.width:
            return
        kept = self.query_one(Rows).current
        self.query_one(Rows).show(
            [*_rows(known)],
            keep=lambda row: bool(kept and (row.now, row.packet) == (kept.now, kept.packet)),
        )

    def _draw(self, row: MentorRow, width: int) -> list[Piece]:
        known = self._known
        assert known  # noqa: S101 - rows are drawn of what is known
        if row.now:
            said = _state(row.now, known)
            sign = "✎ " if row.now == "begin" and known.begun else "○ "
            label = words("packet", "mentor", row.now)
            room = max(width - _LABEL - 2, 12)
            return [(sign, "accent"), (f"{label:<{_LABEL}}", "text"), (first_line(said, room), "quiet")]
        if row.packet is None:
            return [(row.said, row.role)]
        day = self.coach.days.said(row.packet.at)
        came = f"  {words('packet', 'mentor', 'answered')}" if row.packet.id in known.answered else ""
        return [
            ("● ", "accent"),
            (f"{day:<{_DAY}}", "quiet"),
            (f"{first_line(row.packet.to, _WHO - 1):<{_WHO}}", "text"),
            (first_line(row.packet.ask, max(width - _DAY - _WHO - len(came) - 2, 12)), "quiet"),
            (came, "accent"),
        ]


def _known(coach: Coach) -> Known:
    left = packets.all_packets(coach)
    draft = next((each for each in coach.drafts.left() if is_of(each, packets.DRAFT)), None)
    answered = {each.of for each in coach.feedback.all() if each.of and each.answer} if left else set()
    return Known(packets.plan_of(draft.fields) if draft else None, len(names.marked(coach)), left, answered)


def _rows(known: Known) -> Iterator[MentorRow]:
    yield from (MentorRow(now=name) for name in _NOW)
    yield MentorRow(" ")
    if not known.left:
        yield MentorRow(words("packet", "mentor", "none"), "quiet")
        return
    yield MentorRow(words("packet", "mentor", "left"), "strong")
    yield from (MentorRow(packet=each) for each in known.left)


def _state(name: Now, known: Known) -> str:
    if name == "begin" and known.begun:
        title = filled(words("packet", "row"), to=known.begun.to, ask=known.begun.ask)
        return f"{title}   {words('packet', 'screen', 'begun')}"
    if name == "names" and known.names:
        return counted(known.names, "name")
    return words("packet", "mentor", f"{name}_short")
