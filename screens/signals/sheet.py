"""Parking a signal: a line, and if one likes, what it is a signal of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.core.errors import BusyError, CoachError, DamagedError
from coach.core.quick import quick
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.signals.parking import new_signal
from coach.signals.records import ABOUT
from coach.signals.sight import is_first
from coach.store import inbox
from coach.store.inbox import for_captures
from screens.base.drafting import Drafting
from screens.sheets.sheet import Sheet
from screens.widgets.choice import Choice
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.drafts import Draft
    from screens.app import CoachApp

DRAFT = "signal"


async def park(app: CoachApp, draft: Draft | None = None) -> None:
    """Opens the sheet, with what was begun."""
    drafts = app.coach.drafts
    name, begun = (draft.name, draft) if draft else await app.background.do(lambda: drafts.take_up(DRAFT))
    await app.push_screen_wait(SignalSheet(name, begun))


class SignalSheet(Sheet[None]):
    """Enter parks it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("ctrl+s,enter", "park", show=False),
    ]
    KEYS = (("enter", words.keys.park_it), ("↓", words.keys.what_it_is_about), ("esc", words.keys.later))

    def __init__(self, name: str, begun: Draft | None) -> None:
        super().__init__(words.signals.title)
        self._draft = name
        self._begun = begun
        self._is_parking = False

    def inside(self) -> Iterator[Widget]:
        """The line, the kinds, what happens with it."""
        about = self._begun.fields.get("about") if self._begun else None
        yield Line(self._begun.text if self._begun else "", placeholder=words.signals.hint, id="line")
        options = [(str(place), words.signals.about_kind[each], each) for place, each in enumerate(ABOUT, 1)]
        yield Choice(words.signals.kind, options, about if about in ABOUT else None, id="kind")
        yield Static(words.signals.about, id="about", markup=False)

    def on_mount(self) -> None:
        """At the line."""
        self._drafting = Drafting(
            self.home, self._draft, "signals", self._fields, is_taken_up=self._begun is not None
        )
        self.query_one(Line).focus()

    def on_input_changed(self) -> None:
        """Something was written."""
        if hasattr(self, "_drafting"):
            self._drafting.touch()

    def on_choice_changed(self) -> None:
        """What it is about, in words."""
        chosen = self.query_one(Choice).chosen
        said = words.signals.about_long[chosen] if chosen else words.signals.about
        self.query_one("#about", Static).update(said)

    def on_input_submitted(self) -> None:
        """Parks it."""
        self.action_park()

    def action_step(self, step: int) -> None:
        """To the kinds and back."""
        self.query_one("#kind" if step > 0 else "#line").focus()

    def action_park(self) -> None:
        """It is on the disk when the sheet goes."""
        self.home.attempt(self._park)

    async def keep_draft(self) -> bool:
        """Whether what is written is on the disk."""
        return await self._drafting.keep()

    async def action_away(self) -> None:
        """Later; what was written waits on Today."""
        if self._fields() is None:
            await self._drafting.over()
        elif not await self._drafting.keep():
            return
        self.home.version += 1
        await self.home.look_again()
        self.close()

    async def _park(self) -> None:
        text, about = self.query_one(Line).written, self.query_one(Choice).chosen
        coach = self.coach
        if self._is_parking or not text.strip():
            return
        self._is_parking = self.query_one(Line).disabled = True
        try:
            await self.home.change(lambda: coach.signals.park(text, about))
        except (DamagedError, BusyError):
            record_id, fields = new_signal(coach.clock, text, about, "app")
            paths, said = coach.paths, quick("signals", "undo_parked")
            await self.home.background.do(
                lambda: inbox.capture(paths.inbox, said, "signals", record_id, fields, for_captures(paths))
            )
        except CoachError as error:
            told = Content.styled(safe_text(str(error)), "bold $warning")
            self.query_one("#about", Static).update(told)
            return
        finally:
            self._is_parking = self.query_one(Line).disabled = False
        await self._drafting.over()
        today = coach.today()
        count = await self.home.background.do(lambda: coach.signals.count_waiting(today))
        season = self.home.season
        is_open = season is not None and not season.is_held
        name = "parked_open" if is_open else "parked_one" if count == 1 else "parked"
        if not is_open and await self.home.background.do(lambda: is_first(coach)):
            name = "parked_first"
        self.home.tell(filled(words.signals[name], count=count))
        self.close()

    def _fields(self) -> dict[str, Any] | None:
        text = self.query_one(Line).written
        return {"text": text, "about": self.query_one(Choice).chosen} if text.strip() else None
