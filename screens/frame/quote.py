"""L6: saying the tradeoff from memory, then reading both."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.core.errors import CoachError
from coach.core.safe_text import safe_text
from coach.core.texts import words
from screens.sheets.sheet import Sheet, keys_line
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.frame.records import Frame


class QuoteSheet(Sheet[None]):
    """Enter shows both; then enter or escape goes."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "away", show=False)]
    KEYS = (("enter", words.keys.say_it), ("esc", words.keys.not_now))

    def __init__(self, frame: Frame) -> None:
        super().__init__(words.season.quote.title)
        self._frame = frame

    def inside(self) -> Iterator[Widget]:
        """The question, a line, and later both."""
        yield Static(words.season.quote.ask, id="asked", markup=False)
        yield Line(placeholder=words.season.quote.hint, id="line")
        yield Static(words.season.quote.about, id="about", markup=False)

    def on_mount(self) -> None:
        """At the line."""
        self.query_one(Line).focus()

    def on_input_submitted(self) -> None:
        """What was said is kept, and what was written shown."""
        self.home.attempt(self._keep)

    async def _keep(self) -> None:
        line, about = self.query_one(Line), self.query_one("#about", Static)
        text, quotes, frame = line.written, self.coach.quotes, self._frame
        if not text.strip() or line.disabled:
            return
        line.disabled = True
        try:
            await self.home.change(lambda: quotes.keep(frame, text))
        except CoachError as error:
            line.disabled = False
            line.focus()
            about.update(Content.styled(safe_text(str(error)), "bold $warning"))
            return
        if not self.is_attached:
            return
        line.display = False
        self.set_focus(None)
        both = [("said", text), ("written", frame.giving_up)]
        about.update(
            Content("\n").join(
                Content.assemble((f"{words.season.quote[name]:<12}", "$quiet"), safe_text(said))
                for name, said in both
            )
        )
        self.query_one(".keys", Static).update(keys_line([("enter", "done")]))
