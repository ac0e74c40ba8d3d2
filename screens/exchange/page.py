"""Out and in: everything in formats that others read, and what was written elsewhere."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coach.app import build
from coach.core.safe_text import safe_text
from coach.core.steps import Steps, StoppedError
from coach.core.texts import filled, words
from coach.exchange import exporting, incoming, reading
from coach.store import outfile
from screens.base.place import Listing
from screens.sheets.ask import AskSheet
from screens.sheets.confirm import ConfirmSheet
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.app import Coach
    from screens.widgets.rows import Piece

    T = TypeVar("T")

_OUT: dict[str, exporting.Wanted] = {
    "json": exporting.Wanted("json"),
    "markdown": exporting.Wanted("markdown"),
    "folder": exporting.Wanted("markdown", is_folder=True),
    "pdf": exporting.Wanted("pdf"),
    "csv": exporting.Wanted("csv"),
    "ics": exporting.Wanted("ics"),
}
_IMPORT = "import"
_CELLS = 30
_SHOWN_EVERY = 0.1


class ExchangeRow(NamedTuple):
    """A heading, or one way out or in."""

    said: str
    name: str = ""


class ExchangeScreen(Listing):
    """The ways out and in. While one is under way, escape stops it."""

    PLACE = "exchange"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "bring_in", "bring in", id="bring-in"),
        Binding("escape", "away", "back", id="back-from-exchange"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._steps: Steps | None = None
        self._done = 0, 0

    def inside(self) -> Iterator[Widget]:
        """The list, and a word about the line the cursor is on."""
        with Container(id="mentor"):
            yield Rows[ExchangeRow](self._draw, is_heading=lambda row: not row.name, id="list")
            yield Static(id="under", markup=False)

    def on_mount(self) -> None:
        """The ways."""
        super().on_mount()
        out = [ExchangeRow(words("exchange", "screen", name), name) for name in _OUT]
        self.query_one(Rows).show([
            ExchangeRow(words("exchange", "screen", "out")), *out, ExchangeRow(" "),
            ExchangeRow(words("exchange", "screen", "in")),
            ExchangeRow(words("exchange", "screen", _IMPORT), _IMPORT),
        ])  # fmt: skip

    def on_unmount(self) -> None:
        """Whoever leaves does not wait for it."""
        if self._steps:
            self._steps.is_stopped = True

    def on_rows_highlighted(self) -> None:
        """Another line, another word about it."""
        row = self.query_one(Rows).current
        if row and self._steps is None:
            self._tell(words("exchange", "screen", f"{row.name}_about"))

    def on_rows_chosen(self) -> None:
        """That way."""
        row = self.query_one(Rows).current
        if row is None or self._steps:
            return
        if row.name == _IMPORT:
            self.action_bring_in()
        else:
            self.home.attempt(partial(self._take_out, _OUT[row.name]))

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
            words("exchange", "screen", "where"),
            written=place,
            about=words("exchange", "screen", "where_about"),
        )
        if path := await self.home.push_screen_wait(sheet):
            over = await self._over(path)
            if over is None:
                return
            written = await self._under_way(
                lambda own, steps: exporting.export(own, wanted, path, steps, over=over)
            )
            if written:
                self.home.tell(filled(words("exchange", "wrote"), path=written))

    async def _over(self, path: str) -> bool | None:
        """Whether a file of somebody else's is written over; nothing when it is not to be."""
        store = self.coach.store
        try:
            await self.home.background.do(lambda: outfile.place_for(store, path, over=False))
        except outfile.ThereError:
            lines = [filled(words("exchange", "screen", "over_lines"), path=path)]
            sheet = ConfirmSheet(words("exchange", "screen", "over"), lines)
            return True if await self.home.push_screen_wait(sheet) else None
        return False

    async def _bring_in(self) -> None:
        coach = self.coach
        about = words("exchange", "screen", "which_about")
        path = await self.home.push_screen_wait(AskSheet(words("exchange", "screen", "which"), about=about))
        if not path:
            return
        found = await self.home.background.do(lambda: incoming.plan(coach, reading.read(coach, path)))
        lines = await self.home.background.do(lambda: [*incoming.told(coach, found)])
        if found.is_empty:
            await self.home.background.do(lambda: incoming.put_aside(coach, found.incoming))
            self.home.tell(" ".join(lines))
            return
        if not await self.home.push_screen_wait(ConfirmSheet(words("exchange", "ask"), lines)):
            self.home.tell(words("exchange", "not_done"))
            return
        name = incoming.name_of(path)
        done = await self._under_way(lambda own, steps: incoming.bring_in(own, found, name, steps))
        if done:
            self.home.tell(words("exchange", "done_app"))

    async def _under_way(self, work: Callable[[Coach, Steps], T]) -> T | None:
        """Does long work and shows how far it is; nothing, when it was stopped. With a thread and a store of
        its own: what is written meanwhile is kept as ever."""
        steps = self._steps = Steps(self._note)
        self._tell(words("exchange", "screen", "stops"))
        timer = self.set_interval(_SHOWN_EVERY, self._show)
        try:
            paths, clock, seals = self.coach.paths, self.coach.clock, self.coach.sealing
            done = await asyncio.to_thread(lambda: work(build(paths, clock, seals), steps))
        except StoppedError as error:
            self.home.tell(str(error))
            return None
        finally:
            timer.stop()
            self._steps = None
            if self.is_attached:
                self.on_rows_highlighted()
        await self.home.look_again()
        return done

    def _note(self, done: int, of: int) -> None:
        """Heard on the thread that works, which must not wait for the screen."""
        self._done = done, of

    def _show(self) -> None:
        done, of = self._done
        if of:
            full = done * _CELLS // of
            bar = f"{'█' * full}{'░' * (_CELLS - full)}"
            told = filled(words("exchange", "screen", "working"), done=f"{done:,}", of=f"{of:,}")
            self._tell(f"{bar}  {told}   {words('exchange', 'screen', 'stops')}")

    def _tell(self, said: str) -> None:
        self.query_one("#under", Static).update(Content.styled(safe_text(said), "$quiet"))

    def _draw(self, row: ExchangeRow, width: int) -> list[Piece]:
        del width
        return [("○ ", "accent"), (row.said, "text")] if row.name else [(row.said, "strong")]
