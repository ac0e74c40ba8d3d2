"""One line asked for: a direction, a date, tags, a new name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.core.errors import CoachError
from coach.core.safe_text import safe_text
from coach.core.texts import words
from screens.sheets.sheet import Sheet
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget
    from textual.widgets import Input


_SUGGESTED = 8


class AskSheet(Sheet[str]):
    """Enter takes the line, escape leaves it. With suggestions, tab completes the last word."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", words.keys.complete, show=False, priority=True)
    ]

    def __init__(
        self,
        title: str,
        *,
        written: str = "",
        hint: str = "",
        about: str = "",
        suggested: Sequence[str] = (),
        read: Callable[[str], str] | None = None,
        check: Callable[[str], object] | None = None,
        keep: Callable[[str], Awaitable[None]] | None = None,
        is_secret: bool = False,
    ) -> None:
        super().__init__(title)
        self._written = written
        self._hint = hint
        self._about = about
        self._suggested = suggested
        self._read = read
        """Says how the line is understood, as it is typed."""
        self._check = check
        """Refuses a line that cannot be taken, so that it can be mended where it stands."""
        self._keep = keep
        """Keeps the line, before the sheet goes."""
        self._is_secret = is_secret
        complete = (("tab", words.keys.complete),) if suggested else ()
        self.KEYS = (("enter", words.keys.take_it), *complete, ("esc", words.keys.back))  # type: ignore[misc]

    def inside(self) -> Iterator[Widget]:
        """The line, what it is for, what could go into it."""
        yield Line(self._written, placeholder=self._hint, password=self._is_secret)
        yield Static(Content(self._about), id="about", markup=False)

    def on_mount(self) -> None:
        """At the end of what stands there."""
        self._help(self._written)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Says what it understands, or what fits."""
        del event
        self._help(self.query_one(Line).written)

    def on_input_submitted(self) -> None:
        """The line is taken."""
        self.home.attempt(partial(self._take, self.query_one(Line).written))

    async def _take(self, written: str) -> None:
        """What cannot be understood or kept stays on the line, and it is said why."""
        try:
            if self._check and (written.strip() or self._is_secret):
                self._check(written)
            if self._keep:
                await self._keep(written)
        except CoachError as error:
            told = Content.styled(safe_text(str(error)), "bold $warning")
            self.query_one("#about", Static).update(told)
        else:
            self.close(written)

    def action_complete(self) -> None:
        """The last word becomes the first suggestion."""
        line = self.query_one(Line)
        fitting = self._fitting(line.written)
        if fitting:
            before, comma, _ = line.written.rpartition(",")
            line.take(f"{before}{comma}{' ' if comma else ''}{fitting[0]}")

    def _help(self, written: str) -> None:
        about = self.query_one("#about", Static)
        if self._read:
            about.update(Content(safe_text(self._read(written) or self._about)))
        elif self._suggested:
            about.update(Content(safe_text("   ".join(self._fitting(written))) or self._about))

    def _fitting(self, written: str) -> list[str]:
        there = {part.strip().casefold() for part in written.split(",")[:-1]}
        last = written.rpartition(",")[2].strip().lstrip("#").casefold()
        return [
            tag
            for tag in self._suggested
            if tag.casefold().startswith(last) and tag.casefold() not in there | {last}
        ][:_SUGGESTED]
