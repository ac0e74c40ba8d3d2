"""L6: saying the tradeoff from memory, then reading both."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.core.errors import CoachError
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.frame.quotes import asked_on, pairs
from screens.sheets.sheet import Sheet, keys_line
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.frame.records import Frame, Quote


class QuoteSheet(Sheet[None]):
    """Enter shows both, and asks for the rest of the page; each answer is kept as it is said."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "away", show=False)]
    KEYS = (("enter", words.keys.say_it), ("esc", words.keys.not_now))

    def __init__(self, frame: Frame) -> None:
        super().__init__(words.season.quote.title)
        self._frame = frame
        self._quote: Quote | None = None
        self._left = asked_on(frame)

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

    async def action_away(self) -> None:
        """What stands in the line by then is kept, too."""
        left = self._left
        if self._quote and left and self.query_one(Line).written.strip():
            await self._keep()
            if self._left == left:  # it could not be
                return
        await super().action_away()

    async def _keep(self) -> None:
        line, about = self.query_one(Line), self.query_one("#about", Static)
        if line.disabled or not (self._quote or line.written.strip()):
            return
        line.disabled = True
        try:
            self._quote = await self._kept(line.written)
        except CoachError as error:
            line.disabled = False
            line.focus()
            about.update(Content.styled(safe_text(str(error)), "bold $warning"))
            return
        if self.is_attached:
            self._ask_on(self._quote)

    async def _kept(self, text: str) -> Quote:
        quotes, frame, quote = self.coach.quotes, self._frame, self._quote
        if quote is None:
            return await self.home.change(lambda: quotes.keep(frame, text))
        part = self._left[0]
        more = await self.home.change(lambda: quotes.go_on(quote, part, text)) if text.strip() else quote
        self._left = self._left[1:]
        return more

    def _ask_on(self, quote: Quote) -> None:
        """Both, and what is left of the page."""
        said = words.season.quote
        lines = [
            Content.assemble((f"{label:<12}", "$quiet"), safe_text(text))
            for pair in pairs(quote, self._frame)
            for label, text in ((said.said, pair.said), (said.written, pair.written))
        ]
        self.query_one("#about", Static).update(Content("\n").join(lines))
        line, keys = self.query_one(Line), self.query_one(".keys", Static)
        if not self._left:
            line.display = False
            self.set_focus(None)
            keys.update(keys_line([("enter", words.keys.done), ("esc", words.keys.back)]))
            return
        self.query_one("#asked", Static).update(said[f"ask_{self._left[0]}"])
        line.take("")
        line.placeholder = said.go_on
        line.disabled = False
        line.focus()
        keys.update(keys_line([("enter", words.keys.say_it), ("esc", words.keys.done)]))
