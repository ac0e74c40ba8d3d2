"""What meetings are for: titles of ten business days, a key each, and the shares beside them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding

from coach.calendar.shares import SHOWN, hours, minutes_of, said_time
from coach.calendar.told import KEYS, about_line, audit_lines, read_lines
from coach.core.counting import counted
from coach.core.safe_text import first_line, padded
from coach.core.texts import filled, words
from screens.base.list_page import ListPage
from screens.sheets.ask import AskSheet
from screens.sheets.pick import PickSheet
from screens.widgets.cards import Card, CardLine, told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.calendar.records import Tag
    from coach.calendar.ten_days import Imported
    from screens.widgets.drawn import Piece

_HOURS, _TAG = 7, 11


class Known(NamedTuple):
    """What is shown: of a file that was just read, or of the last audit."""

    meetings: Mapping[str, tuple[str, ...]]
    tags: Mapping[str, str]
    about: tuple[str, ...]
    left: float = 0
    """Minutes that were not tagged."""


class CalendarScreen(ListPage["Known", "str"]):
    """Each tag is kept before the next key."""

    PLACE = "calendar"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"tag('{tag}')", words.calendar.tag[tag], id=f"tag-{tag}")
            for key, tag in KEYS.items()
        ),
        Binding("ctrl+s", "keep", words.keys.keep_it, id="keep-calendar"),
        Binding("o", "read", words.keys.read_a_file, id="read-calendar"),
        Binding("escape", "away", words.keys.back, id="back-from-calendar"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._read: Imported | None = None
        self._tags: dict[str, Tag] = {}
        self._with_titles = True

    def gather(self, coach: Coach) -> Known:
        """The file that was read, else what was kept last."""
        if self._read:
            meetings = {
                title: tuple(said_time(each.at, each.minutes) for each in own)
                for title, own in self._read.meetings.items()
            }
            about = tuple(read_lines(coach, self._read))
            return Known(meetings, self._tags, about, self._left())
        audit = coach.calendar.latest()
        if audit is None:
            return Known({}, {}, (words.calendar.none,))
        return Known(audit.meetings, audit.tags, (about_line(coach, audit),), audit.left)

    def title_of(self, known: Known) -> tuple[str, str]:
        """How many titles there are."""
        return words.calendar.title, counted(len(known.meetings), "title") if known.meetings else ""

    def next(self, known: Known, width: int) -> Card:
        """The shares, and what there is to talk about."""
        coach = self.coach
        lines: list[CardLine] = []
        for each in audit_lines(coach, known.meetings, known.tags, known.left):
            is_picture = each.role == "picture"
            lines += [CardLine(((each.text, "warm"),))] if is_picture else told(each.text, width, each.role)
        lines += [line for each in known.about for line in told(each, width, "quiet")]
        return Card(words.calendar.ten_days, tuple(lines))

    def items(self, known: Known) -> list[str]:
        """The longest first."""
        return sorted(known.meetings, key=lambda title: -sum(map(minutes_of, known.meetings[title])))

    def draw(self, item: str, width: int) -> Sequence[Piece]:
        """How long, what for, and its title."""
        assert self.known is not None  # noqa: S101 - a line is drawn of what is known
        minutes = sum(minutes_of(each) for each in self.known.meetings.get(item, ()))
        tag = self.known.tags.get(item)
        said = words.calendar.tag[tag] if tag else words.calendar.untagged
        return [
            (f"{hours(minutes):>{_HOURS - 3}} h ", "text"),
            (padded(said, _TAG + 2), "warm" if tag else "quiet"),
            (first_line(item or words.calendar.no_title, max(width - _HOURS - _TAG - 2, 8)), "text"),
        ]

    def beside(self, item: str, coach: Coach, width: int) -> Card:
        """When it was, and what the tags mean."""
        del coach
        times = self.known.meetings.get(item, ()) if self.known else ()
        lines = list(told(counted(len(times), "time"), width))
        tag = self.known.tags.get(item) if self.known else None
        for each in SHOWN:
            if tag in {None, each}:
                lines += told(words.calendar.explains[each], width, "quiet")
        return Card(item or words.calendar.no_title, tuple(lines))

    def open(self, item: str) -> None:
        """What it is for, one of four."""
        self.home.attempt(partial(self._pick, item))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a title can be tagged."""
        if action == "tag":
            return self.known is not None and self.current is not None
        if action == "keep":
            return self._read is not None and bool(self._tags)
        return super().check_action(action, parameters)

    def action_read(self) -> None:
        """A file, as the calendar program exports it."""
        self.home.attempt(self._ask)

    def action_keep(self) -> None:
        """As it is tagged: what was remembered is kept without another key."""
        self.home.attempt(self._keep_and_say)

    def action_tag(self, tag: Tag) -> None:
        """Kept at once; then the next title."""
        if (title := self.current) is not None:
            self.home.attempt(partial(self._tag, title, tag))

    def _left(self) -> float:
        return self._read.left(self._tags) if self._read else 0.0

    async def action_away(self) -> None:
        """What was not tagged is let go, and that is said."""
        if left := self._left():
            self.home.tell(filled(words.calendar.let_go, hours=hours(left)))
        await super().action_away()

    async def _ask(self) -> None:
        coach, home, said = self.coach, self.home, words.calendar
        path = await home.push_screen_wait(AskSheet(said.ask, about=said.ask_about))
        if not path:
            return
        found = await home.background.do(lambda: coach.calendar.read(path))
        if not found.meetings:
            home.tell(" ".join(read_lines(coach, found)))
            return
        options: list[tuple[str, str, bool]] = [
            ("y", said.keep_titles, True),
            ("n", said.leave_titles, False),
        ]
        with_titles = await home.push_screen_wait(PickSheet(said.titles, options, said.titles_about))
        if with_titles is None:
            return
        known = await home.background.do(coach.calendar.remembered)
        self._read, self._with_titles = found, with_titles
        self._tags = {title: tag for title, tag in known.items() if title in found.meetings}
        if self._tags:
            home.tell(words.calendar.known_already)
        await self.load()

    async def _pick(self, title: str) -> None:
        options = [(key, words.calendar.tag[tag], tag) for key, tag in KEYS.items()]
        tag = await self.home.push_screen_wait(PickSheet(title or words.calendar.no_title, options))
        if tag:
            await self._tag(title, tag)

    async def _tag(self, title: str, tag: Tag) -> None:
        coach = self.coach
        if self._read is None:
            audit = coach.calendar.latest()
            if audit:
                await self.home.change(lambda: coach.calendar.tag(audit, {title: tag}))
        else:
            self._tags[title] = tag
            await self._keep()
        self.rows.action_move(1)

    async def _keep_and_say(self) -> None:
        await self._keep()
        self.home.tell(filled(words.calendar.kept, count=counted(len(self._tags), "title")))

    async def _keep(self) -> None:
        coach, found, tags = self.coach, self._read, dict(self._tags)
        if found:
            await self.home.change(lambda: coach.calendar.keep(found, tags, with_titles=self._with_titles))
