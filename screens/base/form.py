"""A page of lines: what is asked, one line each, with a word about the line the cursor is on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.answers import parted
from coach.core.errors import CoachError
from coach.core.record import NOTHING
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.fields import refused
from screens.base.draft_page import DraftPage
from screens.widgets.answering import Answering

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.fields import Field
    from screens.base.draft_page import Begun


Keep = Callable[[dict[str, Any], set[str]], Awaitable[bool]]
"""Keeps what stands on a page, given what became different since it was begun; gives whether it may go."""


class _Lines(VerticalScroll, inherit_bindings=False):
    """Where the lines do not fit, the arrows still move between them; what they are in comes into sight."""


class FormScreen(DraftPage):
    """Gives nothing: what was written is kept by `keep`, before the page goes."""

    PLACE = "form"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", words.keys.keep_it, id="keep"),
        Binding("enter,down", "step(1)", words.keys.next_line, id="next-line", show=False),
        Binding("up", "step(-1)", words.keys.line_before, id="line-before", show=False),
        Binding("f7", "discard", words.keys.throw_away, id="discard-form", show=False),
        Binding("escape", "away", words.keys.leave, id="leave-form"),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        keep: Keep,
        begun: Begun,
        lead: str = "",
        *,
        was: Mapping[str, Any] = NOTHING,
        first: Sequence[str] = (),
    ) -> None:
        super().__init__(begun)
        self._title = title
        self._fields = fields
        self._keep = keep
        self._was: dict[str, Any] = {
            each.name: was.get(each.name, None if each.is_chosen else "") for each in fields
        }
        self._lead = lead
        self._folded = {each.name for each in fields} - set(first) if first else set()
        """Lines that are out of sight until they are asked for."""
        self._is_keeping = False
        self._trouble = ""
        self._since = ""
        """What a draft says of lines that were kept in other words since."""
        self._begins = self._was | (self._taken_up(begun.draft.fields) if begun.draft else {})
        """What the lines hold when the page is opened."""

    def inside(self) -> Iterator[Widget]:
        """The title, the lines, a word about one of them."""
        with Container(id="form-page"):
            with _Lines(id="form", classes="card -lit", can_focus=False) as form:
                form.border_title = Content(safe_text(self._title))
                form.border_subtitle = Content(
                    words.leaving.form_more if self._folded else words.leaving.form_keys
                )
                if self._lead:
                    yield Static(Content.styled(safe_text(self._lead), "$quiet"), id="lead", markup=False)
                yield Answering("answer")
            yield Static(id="under", classes="card", markup=False)

    async def on_mount(self) -> None:
        """At the first line."""
        await self.answering.show(self._fields, self._begins, folded=self._folded)
        if not self.query(Answering):
            return  # it was left before it stood
        self.begin_draft()
        self.answering.enter()
        self._tell()

    @property
    def answering(self) -> Answering:
        """The lines."""
        return self.query_one(Answering)

    def on_answering_moved(self) -> None:
        """Another line, another word about it."""
        self._tell()

    def on_answering_changed(self) -> None:
        """Something was written or chosen."""
        if hasattr(self, "drafting") and self.query(Answering):
            self._trouble = ""
            self.drafting.touch()
            self._tell()

    def on_answering_over(self, event: Answering.Over) -> None:
        """After enter in the last line it is kept."""
        if not event.is_by_key:
            self.action_save()

    def action_step(self, step: int) -> None:
        """Another line; below the last, those that were out of sight."""
        if not self.answering.step(step) and step > 0 and self.answering.is_folded:
            self.answering.unfold()
            self.query_one("#form").border_subtitle = Content(words.leaving.form_keys)
            self.answering.step(step)

    def action_save(self) -> None:
        """Keeps it."""
        self.home.attempt(self._save)

    async def _save(self) -> None:
        """While it is kept, nothing more can be written that would be lost with the page."""
        if self._is_keeping:
            return
        self._is_keeping = True
        said, here, form = self.answering.said(), self.answering.here, self.query_one("#form")
        form.disabled = True
        self._trouble = ""
        try:
            if found := refused(self._fields, said):
                here = found[0]
                self.answering.unfold()
                raise found[1]
            if await self._keep(said, {name for name in said if said[name] != self._was[name]}):
                await self.drafting.over()
                self.close()
        except CoachError as error:
            self._trouble = str(error)
        finally:
            self._is_keeping = False
            form.disabled = False
            self.answering.enter(here.name if here else "")
            self._tell()

    def _taken_up(self, left: dict[str, Any]) -> dict[str, Any]:
        """What was left, over what stands there now: a line that was kept in other words since stays as it
        was kept, and what the draft says of it is told."""
        was, labels = left.get("was"), {each.name: each.label for each in self._fields}
        began = self._was | (was if isinstance(was, dict) else {})
        free, other = parted({name: left.get(name, now) for name, now in self._was.items()}, began, self._was)
        if said := ", ".join(f"{labels[name]}: {text}" for name, text in other.items() if text):
            self._since = filled(words.leaving.kept_since, said=said)
        return free

    def draft_fields(self) -> dict[str, Any] | None:
        """What the draft holds; nothing when nothing was changed."""
        said = self._begins | self.answering.said()
        return None if said == self._was else {**said, "of": self.begun.of, "was": self._was}

    def _tell(self) -> None:
        field, trouble, written = self.answering.here, self._trouble, self.answering.written()
        if field is None:
            return
        read = safe_text(field.read(written)) if field.read and written.strip() else ""
        parts = [Content.styled(safe_text(trouble), "bold $warning")] if trouble else []
        parts += [Content.styled(safe_text(self._since), "$primary")] if self._since else []
        parts += [Content.styled(read, "$primary")] if read and not trouble else []
        under = self.query_one("#under", Static)
        under.border_title = Content(field.label)
        under.update(Content("\n").join([*parts, Content.styled(field.about, "$quiet")]))
