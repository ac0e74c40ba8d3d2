"""Out and in: everything in formats that others read, and what was written elsewhere."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.app import build
from coach.core.bar import bar
from coach.core.steps import Steps, StoppedError
from coach.core.texts import filled, words
from coach.exchange import exporting, incoming, reading
from coach.exchange.answer import NoPacketError, answerable
from coach.store import outfile
from screens.base.list_page import Heading, ListPage
from screens.sheets.ask import AskSheet
from screens.sheets.confirm import ConfirmSheet
from screens.sheets.pick import PickSheet, keyed
from screens.widgets.cards import Card, CardLine, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from textual.binding import BindingType

    from coach.app import Coach
    from screens.widgets.drawn import Piece

    T = TypeVar("T")

_OUT: dict[str, exporting.Wanted] = {
    "json": exporting.Wanted("json"),
    "markdown": exporting.Wanted("markdown"),
    "folder": exporting.Wanted("markdown", is_folder=True),
    "html": exporting.Wanted("html"),
    "org": exporting.Wanted("org"),
    "pdf": exporting.Wanted("pdf"),
    "csv": exporting.Wanted("csv"),
    "ics": exporting.Wanted("ics"),
}
_IMPORT = "import"
_CELLS = 30
_SHOWN_EVERY = 0.1


class ExchangeScreen(ListPage["tuple[str, ...]", str]):
    """The ways out and in. While one is under way, escape stops it."""

    PLACE = "exchange"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "bring_in", words.keys.bring_in, id="bring-in"),
        Binding("escape", "away", words.keys.back, id="back-from-exchange"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._steps: Steps | None = None
        self._done = 0, 0

    def on_unmount(self) -> None:
        """Whoever leaves does not wait for it."""
        if self._steps:
            self._steps.is_stopped = True

    def gather(self, coach: Coach) -> tuple[str, ...]:
        """The ways out, and the one in."""
        del coach
        return (*_OUT, _IMPORT)

    def title_of(self, known: tuple[str, ...]) -> tuple[str, str]:
        """The page."""
        del known
        return words.exchange.screen.title, words.exchange.screen.keys

    def next(self, known: tuple[str, ...], width: int) -> Card | None:
        """While one is under way: how far it is."""
        del known, width
        done, of = self._done
        if self._steps is None:
            return None
        full, rest = bar(done / of if of else 0, _CELLS)
        said = filled(words.exchange.screen.working, done=f"{done:,}", of=f"{of:,}") if of else ""
        line = CardLine(((full, "accent"), (rest, "line"), (f"  {said}", "text")))
        return Card(words.exchange.screen.under_way, (line,), words.exchange.screen.stops)

    def items(self, known: tuple[str, ...]) -> Iterator[str | Heading]:
        """Each of them."""
        yield Heading(words.exchange.screen.out, "title")
        yield from known[:-1]
        yield Heading()
        yield Heading(words.exchange.screen["in"], "title")
        yield known[-1]

    def draw(self, item: str, width: int) -> Sequence[Piece]:
        """By its name."""
        del width
        return [("○ ", "quiet"), (words.exchange.screen[item], "text")]

    def beside(self, item: str, coach: Coach, width: int) -> Card:
        """What it gives."""
        del coach
        about = told(words.exchange.screen[f"{item}_about"], width)
        return Card(words.exchange.screen[item], about)

    def open(self, item: str) -> None:
        """That way."""
        if item == _IMPORT:
            self.action_bring_in()
        elif self._steps is None:
            self.home.attempt(partial(self._take_out, _OUT[item]))

    def action_bring_in(self) -> None:
        """What was written elsewhere."""
        if self._steps is None:
            self.home.attempt(self._bring_in)

    async def action_away(self) -> None:
        """Stops what is under way; else leaves."""
        if self._steps:
            self._steps.is_stopped = True
        else:
            self.close()

    async def _take_out(self, wanted: exporting.Wanted) -> None:
        coach = self.coach
        await self.home.background.do(lambda: exporting.check(coach, wanted))
        place = os.path.join("~", exporting.name_for(coach, wanted))
        sheet = AskSheet(
            words.exchange.screen.where,
            written=place,
            about=words.exchange.screen.where_about,
        )
        if path := await self.home.push_screen_wait(sheet):
            over = await self._over(path)
            if over is None:
                return
            written = await self._under_way(
                lambda own, steps: exporting.export(own, wanted, path, steps, over=over)
            )
            if written:
                self.home.tell(filled(words.exchange.wrote, path=written))

    async def _over(self, path: str) -> bool | None:
        """Whether a file of somebody else's is written over; nothing when it is not to be."""
        store = self.coach.store
        try:
            await self.home.background.do(lambda: outfile.place_for(store, path, over=False))
        except outfile.ThereError:
            lines = [filled(words.exchange.screen.over_lines, path=path)]
            sheet = ConfirmSheet(words.exchange.screen.over, lines)
            return True if await self.home.push_screen_wait(sheet) else None
        return False

    async def _bring_in(self) -> None:
        coach = self.coach
        about = words.exchange.screen.which_about
        path = await self.home.push_screen_wait(AskSheet(words.exchange.screen.which, about=about))
        if not path:
            return
        read = await self._read(path)
        if read is None:
            return
        found = await self.home.background.do(lambda: incoming.plan(coach, read))
        lines = await self.home.background.do(lambda: [*incoming.told(coach, found)])
        if found.is_empty:
            await self.home.background.do(lambda: incoming.put_aside(coach, found.incoming))
            self.home.tell(" ".join(lines))
            return
        if not await self.home.push_screen_wait(ConfirmSheet(words.exchange.ask, lines)):
            self.home.tell(words.exchange.not_done)
            return
        name = incoming.name_of(path)
        done = await self._under_way(lambda own, steps: incoming.bring_in(own, found, name, steps))
        if done:
            is_answer = found.incoming.format == "answer"
            self.home.tell(words.exchange["done_app_answer" if is_answer else "done_app"])

    async def _read(self, path: str) -> incoming.Incoming | None:
        """What is in the file. What says nothing of itself may be an answer: it is asked to which packet."""
        coach, background = self.coach, self.home.background
        try:
            return await background.do(lambda: reading.read(coach, path))
        except NoPacketError:
            packets = await background.do(lambda: answerable(coach))
            if not packets:
                raise
        options = keyed([(f"{each.to}: {each.ask}", each.id) for each in packets])
        said = words.packet.answer
        chosen = await self.home.push_screen_wait(PickSheet(said.which, options, said.which_about))
        return await background.do(lambda: reading.read_answer_to(coach, path, chosen)) if chosen else None

    async def _under_way(self, work: Callable[[Coach, Steps], T]) -> T | None:
        """Does long work and shows how far it is; nothing, when it was stopped. With a thread and a store of
        its own: what is written meanwhile is kept as ever."""
        steps = self._steps = Steps(self._note)
        self.show_list()
        timer = self.set_interval(_SHOWN_EVERY, self.show_list)
        try:
            paths, clock, seals = self.coach.paths, self.coach.clock, self.coach.sealing
            done = await asyncio.to_thread(lambda: work(build(paths, clock, seals), steps))
        except StoppedError as error:
            self.home.tell(str(error))
            return None
        finally:
            timer.stop()
            self._steps, self._done = None, (0, 0)
            if self.is_attached:
                self.show_list()
        await self.home.look_again()
        return done

    def _note(self, done: int, of: int) -> None:
        """Heard on the thread that works, which must not wait for the screen."""
        self._done = done, of
