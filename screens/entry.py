"""Reading one entry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.errors import NotFoundError
from coach.ids import short
from coach.references import remove
from coach.safe_text import safe_text
from coach.when import say_moment
from screens.place import Looking
from screens.widgets.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.record import Record
    from coach.records import Entry
    from screens.app import CoachApp


class EntryScreen(Looking):
    """An entry as it was written; as Markdown when that is wanted."""

    PLACE = "entry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,enter", "change", "change", id="change"),
        Binding("d", "delete", "delete", id="delete"),
        Binding("m", "markdown", "Markdown", id="markdown"),
        Binding("h", "share", "share or not", id="share-entry"),
        Binding("escape", "away", "back", id="back"),
    ]

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry
        self._is_markdown = False

    def inside(self) -> Iterator[Widget]:
        """What it is, then the text."""
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
        """The entry as it is now; gone when it is."""
        record_id, journal = self._entry.id, self.coach.journal
        try:
            self._entry = await self.home.background.do(lambda: journal.get(record_id))
        except NotFoundError:
            if self.is_current:
                self.close(None)
            return
        await self._lay_out()

    async def _lay_out(self) -> None:
        heading = describe(self._entry, self.coach.reader().today)
        prompt = self.coach.prompts.get(self._entry.prompt)
        if prompt:
            heading = Content("\n").join([heading, Content.styled(prompt.text, "$quiet")])
        self.query_one("#heading", Static).update(heading)
        view = self.query_one(TextView)
        work = view.prepare(self._entry.text, is_markdown=self._is_markdown)
        view.show(await self.home.background.do(work))

    def action_change(self) -> None:
        """Opens it on the page."""
        from screens.work import change  # noqa: PLC0415 - not before it is wanted

        change(self.home, self._entry)

    def action_delete(self) -> None:
        """Away with it; undo brings it back."""
        self.home.attempt(partial(delete, self.home, self._entry))

    def action_markdown(self) -> None:
        """The text as Markdown, or as it was written."""
        self._is_markdown = not self._is_markdown
        self.attempt(self._lay_out, "text")

    def action_share(self) -> None:
        """Whether a packet for a mentor may carry it."""
        self.home.attempt(self._share)

    async def _share(self) -> None:
        entry, journal = self._entry, self.coach.journal
        await self.home.change(lambda: journal.change(entry, share=not entry.share))
        self.home.tell("A packet for your mentor may carry it." if not entry.share else "It stays with you.")


async def delete(app: CoachApp, record: Record) -> None:
    """Deletes a record and says how it comes back."""
    store = app.coach.store
    await app.change(lambda: remove(store, record))
    app.tell("Deleted. u brings it back.")


def describe(entry: Entry, today: date) -> Content:
    """When, where, under which tags."""
    facts = [f"#{tag}" for tag in entry.tags]
    facts += [entry.mode] if entry.mode else []
    facts += ["shared"] if entry.share else []
    changed = f"   changed {say_moment(entry.updated, today)}" if entry.updated else ""
    return Content.assemble(
        (say_moment(entry.at, today), "bold"),
        (f"   {safe_text('  '.join(facts))}" if facts else "", "$primary"),
        (f"   {short(entry.id)}{changed}", "$quiet"),
    )
