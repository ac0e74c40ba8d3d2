"""Reading something that was said, as a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.records import NAMES
from coach.saying import in_full
from coach.when import say_moment
from screens.place import Looking
from screens.widgets.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.records import Written


class ReadingScreen(Looking):
    """A reflection, a turn of a commitment, a quote: whatever has words and no page of its own."""

    PLACE = "reading"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "delete", "delete", id="delete-record", show=False),
        Binding("escape", "away", "back", id="back-from-reading"),
    ]

    def __init__(self, record: Written) -> None:
        super().__init__()
        self._record = record

    def inside(self) -> Iterator[Widget]:
        """What it is, then the words."""
        with Vertical(id="reading"):
            yield Static(id="heading", markup=False)
            yield TextView(id="text")

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(TextView).focus()

    def on_resize(self) -> None:
        """The text is laid out for the width."""
        super().on_resize()
        self.attempt(self._lay_out, "text")

    async def load(self) -> None:
        """Gone when it is."""
        store, record = self.coach.store, self._record
        fields = await self.home.background.do(lambda: store.find(record.kind, record.id))
        if fields is None:
            if self.is_current:
                self.close()
            return
        await self._lay_out()

    async def _lay_out(self) -> None:
        record, coach = self._record, self.coach
        when = say_moment(record.at, coach.reader().today)
        self.query_one("#heading", Static).update(
            Content.assemble((NAMES[record.kind].capitalize(), "bold"), (f"   {when}", "$quiet"))
        )
        text = await self.home.background.do(lambda: in_full(record, coach))
        view = self.query_one(TextView)
        view.show(await self.home.background.do(view.prepare(text, is_markdown=False)))

    def action_delete(self) -> None:
        """Away with it; undo brings it back."""
        from screens.entry import delete  # noqa: PLC0415

        self.home.attempt(partial(delete, self.home, self._record))
