"""A page of lines: what is asked, one line each, with a word about the line the cursor is on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.answers import parted
from coach.core.errors import CoachError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from screens.base.draft_page import DraftPage
from screens.widgets.choice import Choice, label
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from screens.base.draft_page import Begun


_LABEL = 18


class Field(NamedTuple):
    """One line of a page."""

    name: str
    label: str
    about: str = ""
    hint: str = ""
    written: str = ""
    choices: tuple[tuple[str, str, Any], ...] = ()
    """Key, word and value, where one of a few is chosen."""
    chosen: Any = None
    read: Callable[[str], str] | None = None
    """Says how the line is understood, as it is typed."""


Keep = Callable[[dict[str, Any], set[str]], Awaitable[bool]]
"""Keeps what stands on a page, given what became different since it was begun; gives whether it may go."""


class FormScreen(DraftPage):
    """Gives nothing: what was written is kept by `keep`, before the page goes."""

    PLACE = "form"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "keep it", id="keep"),
        Binding("enter,down", "step(1)", "next line", id="next-line", show=False),
        Binding("up", "step(-1)", "line before", id="line-before", show=False),
        Binding("f7", "discard", "throw away", id="discard-form", show=False),
        Binding("escape", "away", "leave", id="leave-form"),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        keep: Keep,
        begun: Begun,
        lead: str = "",
    ) -> None:
        super().__init__(begun)
        self._title = title
        self._asked = {field.name: field for field in fields}
        self._keep = keep
        self._was: dict[str, Any] = {field.name: _stands(field) for field in fields}
        self._lead = lead
        self._is_keeping = False
        self._trouble = ""
        self._since = ""
        """What a draft says of lines that were kept in other words since."""
        self._begins = self._was | (self._taken_up(begun.draft.fields) if begun.draft else {})
        """What the lines hold when the page is opened."""
        self._inputs: dict[str, Line | Choice] = {}

    def inside(self) -> Iterator[Widget]:
        """The title, the lines, a word about one of them."""
        with Container(id="form-page"):
            yield from self._card()
            yield Static(id="under", classes="card", markup=False)

    def _card(self) -> Iterator[Widget]:
        with VerticalScroll(id="form", classes="card -lit", can_focus=False) as form:
            form.border_title = Content(safe_text(self._title))
            form.border_subtitle = Content(words("leaving", "form_keys"))
            if self._lead:
                yield Static(Content.styled(safe_text(self._lead), "$quiet"), id="lead", markup=False)
            for name, field in self._asked.items():
                kept = self._begins[name]
                if field.choices:
                    self._inputs[name] = Choice(
                        field.label, field.choices, kept, id=f"field-{name}", label_width=_LABEL
                    )
                    yield self._inputs[name]
                    continue
                with Horizontal(classes="field"):
                    yield Static(id=f"label-{name}", markup=False)
                    self._inputs[name] = Line(str(kept or ""), id=f"field-{name}", placeholder=field.hint)
                    yield self._inputs[name]

    def on_mount(self) -> None:
        """At the first line."""
        self.begin_draft()
        next(iter(self._inputs.values())).focus()
        self._tell()

    def on_descendant_focus(self) -> None:
        """Another line, another word about it."""
        self._tell()

    def on_input_changed(self) -> None:
        """Something was written."""
        self._touched()

    def on_choice_changed(self) -> None:
        """Something was chosen."""
        self._touched()

    def on_input_submitted(self) -> None:
        """On to the next line; after the last one it is kept."""
        if self._here() == list(self._inputs)[-1]:
            self.action_save()
        else:
            self.action_step(1)

    def action_step(self, step: int) -> None:
        """Another line."""
        names = list(self._inputs)
        place = names.index(self._here()) + step
        self._inputs[names[min(max(place, 0), len(names) - 1)]].focus()

    def action_save(self) -> None:
        """Keeps it."""
        self.home.attempt(self._save)

    def answers(self) -> dict[str, Any]:
        """What stands there."""
        return {
            name: line.chosen if isinstance(line, Choice) else line.written.strip()
            for name, line in self._inputs.items()
        }

    async def _save(self) -> None:
        """While it is kept, nothing more can be written that would be lost with the page."""
        if self._is_keeping:
            return
        self._is_keeping = True
        said, here, form = self.answers(), self._here(), self.query_one("#form")
        form.disabled = True
        self._trouble = ""
        try:
            if await self._keep(said, {name for name in said if said[name] != self._was[name]}):
                await self.drafting.over()
                self.close()
        except CoachError as error:
            self._trouble = str(error)
        finally:
            self._is_keeping = False
            form.disabled = False
            self._inputs[here].focus()
            self._tell()

    def _here(self) -> str:
        name = (self.focused.id or "" if self.focused else "").removeprefix("field-")
        return name if name in self._inputs else next(iter(self._inputs))

    def _taken_up(self, left: dict[str, Any]) -> dict[str, Any]:
        """What was left, over what stands there now: a line that was kept in other words since stays as it
        was kept, and what the draft says of it is told."""
        was = left.get("was")
        began = self._was | (was if isinstance(was, dict) else {})
        free, other = parted({name: left.get(name, now) for name, now in self._was.items()}, began, self._was)
        if said := ", ".join(f"{self._asked[name].label}: {text}" for name, text in other.items() if text):
            self._since = filled(words("leaving", "kept_since"), said=said)
        return free

    def draft_fields(self) -> dict[str, Any] | None:
        """What the draft holds; nothing when nothing was changed."""
        said = self.answers()
        return None if said == self._was else {**said, "of": self.begun.of, "was": self._was}

    def _touched(self) -> None:
        if hasattr(self, "drafting"):
            self._trouble = ""
            self.drafting.touch()
            self._tell()

    def _tell(self) -> None:
        here, trouble = self._here(), self._trouble
        for name, field in self._asked.items():
            if not field.choices:
                told = label(field.label, has_focus=name == here, width=_LABEL)
                self.query_one(f"#label-{name}", Static).update(told)
        field = self._asked[here]
        line = self._inputs[here]
        read = ""
        if field.read and isinstance(line, Line) and line.written.strip():
            read = safe_text(field.read(line.written))
        parts = [Content.styled(safe_text(trouble), "bold $warning")] if trouble else []
        parts += [Content.styled(safe_text(self._since), "$primary")] if self._since else []
        parts += [Content.styled(read, "$primary")] if read and not trouble else []
        under = self.query_one("#under", Static)
        under.border_title = Content(field.label)
        under.update(Content("\n").join([*parts, Content.styled(field.about, "$quiet")]))


def _stands(field: Field) -> Any:
    return field.chosen if field.choices else field.written
