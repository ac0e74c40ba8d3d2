"""What was written, as a page of its own: what reading an entry and reading anything else share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from coach.core.texts import words
from coach.references import remove
from screens.base.place import Looking
from screens.widgets.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.content import Content
    from textual.widget import Widget

    from coach.core.record import Record
    from screens.app import CoachApp

R = TypeVar("R", bound="Record")


class TextPage(Looking, Generic[R]):
    """A heading and a text that scrolls. It closes when the record is gone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "delete", words.keys.delete, id="delete", show=False),
    ]
    is_markdown = False

    def __init__(self, record: R) -> None:
        super().__init__()
        self.record = record

    def inside(self) -> Iterator[Widget]:
        """What it is, then the text."""
        with Vertical(id="reading"):
            yield Static(id="heading", markup=False)
            yield TextView(id="text")

    def heading(self) -> Content:
        """What it is."""
        raise NotImplementedError

    def text(self) -> str:
        """What was written, found out in the background."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(TextView).focus()

    def on_resize(self) -> None:
        """The text is laid out for the width."""
        self.attempt(self.lay_out, "text")

    async def load(self) -> None:
        """The record as it is now; gone when it is."""
        store, record = self.coach.store, self.record
        fields = await self.home.background.do(lambda: store.find(record.kind, record.id))
        if fields is None:
            if self.is_current:
                self.close()
            return
        self.record = type(record).read(record.id, fields)
        await self.lay_out()

    async def lay_out(self) -> None:
        """Shows it, for the width there is."""
        self.query_one("#heading", Static).update(self.heading())
        view = self.query_one(TextView)
        text = await self.home.background.do(self.text)
        view.show(await self.home.background.do(view.prepare(text, is_markdown=self.is_markdown)))

    def action_delete(self) -> None:
        """Away with it; undo brings it back."""
        self.home.attempt(partial(delete, self.home, self.record))


async def delete(app: CoachApp, record: Record) -> None:
    """Deletes a record and says how it comes back."""
    store = app.coach.store
    await app.change(lambda: remove(store, record))
    app.tell(words.screens.says.deleted_u_brings_it_back)
