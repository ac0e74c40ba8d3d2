"""What the person has chosen, and their tags."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach import settings
from coach.core.counting import counted
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.journal.tags import TagUse
from screens import themes
from screens.base.list_page import Heading, ListPage
from screens.sheets.ask import AskSheet
from screens.sheets.confirm import ConfirmSheet
from screens.sheets.pick import PickSheet
from screens.widgets.cards import Card, CardLine, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from screens.widgets.drawn import Piece


_NAME = 14
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A setting and what it is set to."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Protection:
    """Whether the data is sealed."""

    is_on: bool


Row = Chosen | Protection | TagUse


class SettingsScreen(ListPage["list[Row | Heading]", "Row"]):
    """A line for each; enter changes it."""

    PLACE = "settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.back, id="back"),
    ]

    def gather(self, coach: Coach) -> list[Row | Heading]:
        """What holds now: settings first, then tags."""
        tags = coach.tags.counted()
        shown = settings.shown(coach.settings)
        found: list[Row | Heading] = [Chosen(name, value) for name, value in shown.items()]
        found += [Protection(coach.sealing.is_on), Heading(), Heading(words.settings.tags, "title")]
        found += tags or [Heading(words.settings.no_tags, "quiet")]
        return found

    def title_of(self, known: list[Row | Heading]) -> tuple[str, str]:
        """Where they are kept."""
        del known
        return words.settings.title, words.settings.keys

    def items(self, known: list[Row | Heading]) -> list[Row | Heading]:
        """Each of them."""
        return known

    def draw(self, item: Row, width: int) -> Sequence[Piece]:
        """Its name, and what it is set to."""
        del width
        if isinstance(item, Protection):
            state = words.protect.screen["on" if item.is_on else "off"]
            return (f"{words.protect.screen.place:<{_NAME}}", "text"), (state, "quiet")
        if isinstance(item, Chosen):
            return (f"{item.name:<{_NAME}}", "text"), (
                safe_text(item.value) or words.settings.unset,
                "quiet",
            )
        return (safe_text(item.tag), "text"), (f"   {item.total:,}", "quiet")

    def key(self, item: Row) -> object:
        """By its name."""
        return item.tag if isinstance(item, TagUse) else getattr(item, "name", Protection)

    def beside(self, item: Row, coach: Coach, width: int) -> Card:
        """What it means."""
        if isinstance(item, Chosen):
            said = words.settings.means[item.name]
        elif isinstance(item, Protection):
            said = words.protect.screen["about_on" if item.is_on else "about_off"]
        else:
            said = (
                f"{counted(item.entries, 'entry')}   "
                f"+ {counted(item.gave, 'time')}   − {counted(item.took, 'time')}"
            )
        name = (
            item.tag
            if isinstance(item, TagUse)
            else str(getattr(item, "name", "")) or words.protect.screen.place
        )
        place = filled(words.settings.place, path=coach.paths.config)
        return Card(name, (*told(said, width), CardLine(), *told(place, width, "quiet")))

    def open(self, item: Row) -> None:
        """Asks for the new value, or the new name."""
        if isinstance(item, TagUse):
            self.home.attempt(partial(self._rename, item))
        elif isinstance(item, Protection):
            self.home.attempt(self._protect)
        elif item.name == "theme":
            self.home.attempt(self._choose_theme)
        else:
            self.home.attempt(partial(self._change, item))

    async def _change(self, row: Chosen) -> None:
        about = words.settings.means[row.name]
        sheet = AskSheet(row.name, written=row.value, about=about, check=partial(settings.check, row.name))
        typed = await self.home.push_screen_wait(sheet)
        if typed is not None and typed.strip() != row.value:
            await self.home.set(row.name, typed.strip())
            self._seen = -1
            self.look()

    async def _choose_theme(self) -> None:
        options = [
            ("a", words.settings.theme.auto, settings.AUTO),
            ("d", words.settings.theme.dark, themes.DARK.name),
            ("l", words.settings.theme.light, themes.LIGHT.name),
            ("o", words.settings.theme.other, _OTHER),
        ]
        chosen = await self.home.push_screen_wait(PickSheet(words.settings.theme.title, options))
        if chosen == _OTHER:
            self.home.search_themes()
        elif chosen:
            await self.home.set("theme", chosen)
            self.home.take_theme()
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
            filled(words.settings.rename, tag=row.tag),
            written=row.tag,
            about=words.settings.rename_about,
        )
        typed = await self.home.push_screen_wait(sheet)
        if not typed or not typed.strip() or typed.strip() == row.tag:
            return
        others = {use.tag.casefold(): use.tag for use in await self.home.background.do(tags.counted)}
        other = others.get(typed.strip().casefold())
        if other is not None and other.casefold() != row.tag.casefold():
            joined = filled(
                words.settings.joined, tag=row.tag, other=other, count=counted(row.total, "place")
            )
            sheet_of_two = ConfirmSheet(words.settings.joined_title, [joined, words.settings.joined_undo])
            if not await self.home.push_screen_wait(sheet_of_two):
                return
            typed = other
        new = typed
        count = await self.home.change(lambda: tags.rename(row.tag, new))
        self.home.tell(filled(words.settings.renamed, count=counted(count, "place")))
