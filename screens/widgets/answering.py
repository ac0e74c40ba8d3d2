"""Fields below one another, as they are answered: a page to write on, lines, choices by their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coach.core.safe_text import cells, safe_text
from screens.widgets.choice import LABEL, Choice, label
from screens.widgets.column import Column
from screens.widgets.writing import Line, Page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from textual.events import Event
    from textual.widget import Widget

    from coach.fields import Field

_AIR, _BARE = 4, 2
"""Around a label, and where there is none."""


class Answering(Vertical):
    """The fields of a page, or of a step of a session; enter and the key of a choice go on."""

    class Changed(Message):
        """Something was written or chosen."""

    class Moved(Message):
        """Another field has the cursor."""

    class Over(Message):
        """The last of them was answered."""

        def __init__(self, *, is_by_key: bool) -> None:
            super().__init__()
            self.is_by_key = is_by_key
            """With the key of a choice."""

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._shown: dict[str, tuple[Field, Page | Line | Choice]] = {}
        self._labels: dict[str, tuple[Static, int]] = {}
        self._folded: frozenset[str] = frozenset()
        self._hides = False

    async def show(
        self,
        fields: Sequence[Field],
        said: Mapping[str, Any],
        own: Sequence[Widget] = (),
        folded: Collection[str] = (),
    ) -> None:
        """Other fields, with what was said to them; above them what else belongs to the step. What is folded
        and says nothing is out of sight until it is unfolded."""
        self._shown, self._labels = {}, {}
        self._folded = frozenset(folded)
        self._hides = bool(folded) or any(each.is_chosen for each in fields)
        self.set_class(any(each.kind == "page" for each in fields), "-page")
        labels = [cells(each.label) + _AIR for each in fields if each.label]
        width = max(LABEL, *labels) if labels else _BARE
        shown: dict[str, tuple[Field, Page | Line | Choice]] = {}
        drawn = [widget for each in fields for widget in self._drawn(each, said.get(each.name), width, shown)]
        async with self.batch():  # a field that is going is not drawn any more
            await self.remove_children()
            await self.mount(*own, *drawn)
        self._shown = shown
        self._label()

    def _drawn(
        self, field: Field, said: Any, width: int, shown: dict[str, tuple[Field, Page | Line | Choice]]
    ) -> Iterator[Widget]:
        if field.is_below:
            yield Static(Content.styled(safe_text(field.asked), "bold"), classes="asked", markup=False)
        name = _id(field.name)
        widget: Page | Choice | None = None
        if field.kind == "page":
            widget = Page(said or "", id=name)
        elif field.kind == "column":
            widget = Column("", field.choices, said or None, id=name)
        elif field.choices:
            widget = Choice(
                field.label, field.choices, said, id=name, label_width=width if field.label else 2
            )
        if widget is not None:
            shown[field.name] = field, widget
            yield widget
            return
        line = Line(str(said or ""), id=name, placeholder=field.hint)
        shown[field.name] = field, line
        self._labels[field.name] = Static(markup=False), width
        yield Horizontal(self._labels[field.name][0], line, classes="field")

    def said(self) -> dict[str, Any]:
        """What stands there."""
        return {name: _stands(widget) for name, (_, widget) in self._shown.items()}

    @property
    def is_folded(self) -> bool:
        """Whether there is more than is in sight."""
        said = self.said()
        return any(not said.get(name) for name in self._folded)

    def unfold(self) -> None:
        """All of them are in sight."""
        self._folded = frozenset()
        self._label()

    @property
    def here(self) -> Field | None:
        """The field the cursor is in; the first where it is in none."""
        own = [field for field, widget in self._shown.values() if widget.has_focus]
        return next(iter([*own, *(field for field, _ in self._shown.values())]), None)

    def written(self) -> str:
        """What stands in the line the cursor is in."""
        found = next((widget for _, widget in self._shown.values() if widget.has_focus), None)
        return found.written if isinstance(found, Line) else ""

    def enter(self, name: str = "") -> bool:
        """The cursor goes into a field, or into the first; gives whether there is one."""
        found = self._shown.get(name) or next(iter(self._shown.values()), None)
        if found is None:
            return False
        widget = found[1]
        widget.focus()
        if isinstance(widget, Page):
            widget.move_cursor(widget.document.end)
        return True

    def step(self, by: int) -> bool:
        """On to the next that is wanted, or back; gives whether there is one."""
        names, said = list(self._shown), self.said()
        place = names.index(self.here.name) if self.here else 0
        order = names[place + 1 :] if by > 0 else names[:place][::-1]
        found = next((name for name in order if self._is_asked(name, said)), None)
        return found is not None and self.enter(found)

    def on_descendant_focus(self) -> None:
        """The label says where I am."""
        self._label()
        self.post_message(self.Moved())

    def on_text_area_changed(self, event: Event) -> None:
        """Something was written."""
        self._changed(event)

    def on_input_changed(self, event: Event) -> None:
        """Something was written."""
        self._changed(event)

    def on_choice_changed(self, event: Event) -> None:
        """Something was chosen."""
        self._changed(event)

    def on_input_submitted(self, event: Event) -> None:
        """The next one."""
        event.stop()
        self._go_on(is_by_key=False)

    def on_choice_taken(self, event: Event) -> None:
        """The next one."""
        event.stop()
        self._go_on(is_by_key=True)

    def _changed(self, event: Event) -> None:
        event.stop()
        if self._shown:
            self._label()
            self.post_message(self.Changed())

    def _go_on(self, *, is_by_key: bool) -> None:
        if not self.step(1):
            self.post_message(self.Over(is_by_key=is_by_key))

    def _label(self) -> None:
        """A line that only some choice asks for is there once that is chosen."""
        said = self.said()
        for name, (field, widget) in self._shown.items():
            static, width = self._labels.get(name, (None, 0))
            if self._hides:
                row = static.parent if static else widget
                if row is not None:
                    row.display = bool(said[name]) or self._is_asked(name, said)
            if static:
                static.update(label(safe_text(field.label), has_focus=widget.has_focus, width=width))

    def _is_asked(self, name: str, said: Mapping[str, Any]) -> bool:
        return (name not in self._folded or bool(said[name])) and self._shown[name][0].is_wanted(said)


def _stands(widget: Page | Line | Choice) -> Any:
    if isinstance(widget, Choice):
        return widget.chosen
    return widget.written if isinstance(widget, Page) else widget.written.strip()


def _id(name: str) -> str:
    """As a style sheet can name it."""
    return f"field-{name.replace('~', 'own-')}"
