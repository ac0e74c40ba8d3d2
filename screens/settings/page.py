"""What the person has chosen, and their tags."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach import settings
from coach.core.counting import counted
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.journal.tags import TagUse
from screens.base.place import Looking
from screens.sheets.ask import AskSheet
from screens.sheets.confirm import ConfirmSheet
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from screens.widgets.rows import Piece


@dataclass(frozen=True, slots=True)
class Chosen:
    """A setting and what it is set to."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between the parts."""

    text: str


@dataclass(frozen=True, slots=True)
class Protection:
    """Whether the data is sealed."""

    is_on: bool


Row = Chosen | Heading | Protection | TagUse


class SettingsScreen(Looking):
    """A line for each; enter changes it."""

    PLACE = "settings"
    HAS_LIST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", "back", id="back"),
    ]

    def inside(self) -> Iterator[Widget]:
        """Settings first, then tags."""
        with Vertical(id="settings"):
            rows = Rows[Row](self._draw, is_heading=lambda row: isinstance(row, Heading), id="rows")
            yield rows
            yield Static(id="meaning", markup=False)

    def on_mount(self) -> None:
        """The cursor is on the first."""
        self.query_one(Rows).focus()

    async def load(self) -> None:
        """What holds now."""
        coach, rows = self.coach, self.query_one(Rows)
        kept = rows.cursor
        tags = await self.home.background.do(coach.tags.counted)
        shown = settings.shown(coach.settings)
        found: list[Row] = [Heading("Settings"), *(Chosen(name, value) for name, value in shown.items())]
        found.append(Protection(coach.sealing.is_on))
        found += [Heading(""), Heading("Tags"), *tags]
        if not tags:
            found.append(Heading("  none yet: check-ins and entries make them"))
        rows.show(found)
        rows.go(kept)

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Says what the line means."""
        row = event.rows.current
        if isinstance(row, Chosen):
            text = settings.MEANINGS[row.name]
        elif isinstance(row, Protection):
            text = words("protect", "screen", "about_on" if row.is_on else "about_off")
        elif isinstance(row, TagUse):
            text = (
                f"{counted(row.entries, 'entry', 'entries')}   "
                f"+ {counted(row.gave, 'time')}   − {counted(row.took, 'time')}"
            )
        else:
            text = ""
        self.query_one("#meaning", Static).update(
            Content("\n").join([Content(text), Content.styled(safe_text(self.coach.paths.config), "$quiet")])
        )

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Asks for the new value, or the new name."""
        row = event.rows.current
        if isinstance(row, TagUse):
            self.home.attempt(partial(self._rename, row))
        elif isinstance(row, Protection):
            self.home.attempt(self._protect)
        elif isinstance(row, Chosen) and row.name == "theme":
            self.home.search_themes()
        elif isinstance(row, Chosen):
            self.home.attempt(partial(self._change, row))

    async def _change(self, row: Chosen) -> None:
        about = settings.MEANINGS[row.name]
        sheet = AskSheet(row.name, written=row.value, about=about, check=partial(settings.check, row.name))
        typed = await self.home.push_screen_wait(sheet)
        if typed is not None and typed.strip() != row.value:
            await self.home.set(row.name, typed.strip())
            self._seen = -1
            self.look()

    async def _protect(self) -> None:
        from screens.settings.protection import protection

        await protection(self.home)
        self._seen = -1
        self.look()

    async def _rename(self, row: TagUse) -> None:
        tags = self.coach.tags
        sheet = AskSheet(
            f"Rename “{row.tag}”", written=row.tag, about="the name of another tag makes them one"
        )
        typed = await self.home.push_screen_wait(sheet)
        if not typed or not typed.strip() or typed.strip() == row.tag:
            return
        others = {use.tag.casefold(): use.tag for use in await self.home.background.do(tags.counted)}
        other = others.get(typed.strip().casefold())
        if other is not None and other.casefold() != row.tag.casefold():
            said = [
                f"“{row.tag}” becomes one with “{other}”, in {counted(row.total, 'place')}.",
                "u takes it back.",
            ]
            if not await self.home.push_screen_wait(ConfirmSheet("Two tags become one", said)):
                return
            typed = other
        new = typed
        count = await self.home.change(lambda: tags.rename(row.tag, new))
        self.home.tell(f"Renamed in {counted(count, 'place')}.")

    def _draw(self, row: Row, width: int) -> tuple[Piece, ...]:
        del width
        if isinstance(row, Heading):
            return ((row.text, "strong"),)
        if isinstance(row, Protection):
            state = words("protect", "screen", "on" if row.is_on else "off")
            return (f"  {words('protect', 'screen', 'place'):<14}", "text"), (state, "quiet")
        if isinstance(row, Chosen):
            return (f"  {row.name:<14}", "text"), (safe_text(row.value) or "(not set)", "quiet")
        return (f"  {safe_text(row.tag)}", "text"), (f"   {row.total:,}", "quiet")
