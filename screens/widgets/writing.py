"""Where a person types: an editor and a line that show control signs instead of obeying them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.widgets import Input, TextArea

from coach.core.safe_text import Mask
from screens.inside import DocumentNavigator, WrappedDocument

if TYPE_CHECKING:
    from textual.events import Key, Paste

_JOINER = "\u200d"
"""Makes a family of its people. It is typed sign by sign, and Textual takes it for no text."""


class _Wrapped(WrappedDocument):
    """Knows its height; Textual's own adds it up again for each line it draws."""

    @property
    def height(self) -> int:
        """How many lines there are on the page."""
        return len(self._offset_to_line_info)


class Page(TextArea):
    """A quiet page for a text of any content. `written` is the text; Textual's own `text` is masked."""

    def __init__(self, written: str = "", **options: Any) -> None:
        self._mask = Mask(written)
        super().__init__(
            self._mask.put_on(written),
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            **options,
        )
        self.cursor_blink = False

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document = _Wrapped(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()

    def on_resize(self) -> None:
        """In a window that became smaller, the line that is written stays in sight."""
        self.call_after_refresh(self.scroll_cursor_visible, animate=False)

    @property
    def written(self) -> str:
        """The text as it is kept."""
        return self._mask.take_off(self.text)

    def take(self, written: str) -> None:
        """Another text, from outside: typing before it can still be taken back."""
        self.replace(self._mask.put_on(written), self.document.start, self.document.end)
        self.move_cursor(self.document.end)

    def get_line(self, line_index: int) -> Text:
        """The line as it is shown."""
        line = super().get_line(line_index)
        return Text(self._mask.sign(line.plain), end="", no_wrap=True) if self._mask.is_needed else line

    def on_key(self, event: Key) -> None:
        """Typed as what it is, before Textual looks at it."""
        if event.character == _JOINER and not self.read_only:
            event.stop()
            event.prevent_default()
            self.insert(_JOINER)

    def on_paste(self, event: Paste) -> None:
        """Masked, before Textual takes it in."""
        event.text = self._mask.put_on(event.text.replace("\r\n", "\n").replace("\r", "\n"))


class Line(Input):
    """One line of text of any content. `written` is the text; Textual's own `value` is masked."""

    def __init__(self, written: str = "", **options: Any) -> None:
        self._mask = Mask(written)
        super().__init__(self._mask.put_on(written), select_on_focus=False, **options)
        self.cursor_blink = False

    @property
    def written(self) -> str:
        """The text as it is kept."""
        return self._mask.take_off(self.value)

    def take(self, written: str) -> None:
        """Another text."""
        self.value = self._mask.put_on(written)
        self.cursor_position = len(self.value)

    @property
    def _value(self) -> Text:
        if self.password:
            return super()._value
        shown = self._mask.sign(self.value) if self._mask.is_needed else self.value
        return Text(shown, no_wrap=True, overflow="ignore", end="")

    def on_key(self, event: Key) -> None:
        """Typed as what it is, before Textual looks at it."""
        if event.character == _JOINER:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(_JOINER)

    def on_paste(self, event: Paste) -> None:
        """One line, and masked, before Textual takes it in."""
        line = event.text.strip("\r\n") if self.password else " ".join(event.text.split())
        event.text = self._mask.put_on(line)
