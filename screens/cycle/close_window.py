"""Closing the window: old and new side by side, and then all of it together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.core.safe_text import cells, safe_text, wrapped
from coach.core.texts import filled, words
from coach.cycle.reassessment import changed_parts
from coach.cycle.rhythms import presets
from coach.cycle.window import close, measure
from coach.describe import part_said
from coach.frame.frames import PARTS
from coach.reflection.lived import settled
from coach.reflection.vitality import ritual_line
from screens.base.draft_page import DraftPage, begin
from screens.commitments.acts import with_room
from screens.widgets.choice import Choice, label
from screens.widgets.labelled import labelled
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.cycle.records import Reassessment
    from coach.cycle.ritual import Measure
    from coach.cycle.window import Window
    from coach.frame.records import Frame
    from screens.app import CoachApp
    from screens.base.draft_page import Begun

_LABEL, _GAP = 14, 3
_NARROWEST = 18
_FORM = 18


async def close_window(app: CoachApp, found: Window) -> None:
    """The page, with the measure of the window. It keeps a draft of the one thing that is written on it."""
    coach = app.coach
    measured = await app.background.do(lambda: measure(coach, found.stands.reassessment))
    begun = await begin(app, f"close-{found.now.season.id}", "reassessments")
    app.push_screen(CloseScreen(found, measured, begun))


class CloseScreen(DraftPage):
    """The page."""

    PLACE = "close-window"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "end", words.keys.close_the_window, id="close-window"),
        Binding("down,pagedown", "scroll_page(1)", words.keys.scroll, id="closing-down", show=False),
        Binding("up,pageup", "scroll_page(-1)", words.keys.scroll, id="closing-up", show=False),
        Binding("escape", "away", words.keys.back, id="back-from-closing"),
    ]

    def __init__(self, found: Window, measured: Measure | None, begun: Begun) -> None:
        super().__init__(begun)
        self._found = found
        self._ritual = measured if measured and measured.is_ritual else None

    def inside(self) -> Iterator[Widget]:
        """What changes; how long the next season lasts; and, if it is time, one question."""
        with VerticalScroll(id="page"):
            yield Static(id="details", markup=False)
        options = [(str(place), each.short, each.id) for place, each in enumerate(presets(), 1)]
        rhythm = self._found.now.season.rhythm
        yield Choice(words.season.open.rhythm, options, rhythm, id="rhythm", label_width=_FORM)
        for name in ("until", *(["surprised"] if self._ritual else [])):
            draft = self.begun.draft
            written = str(draft.fields.get(name, "")) if draft else ""
            hint = words.reassessment.close.surprise_hint if name == "surprised" else ""
            said = words.season.open.until if name == "until" else words.reassessment.close.surprise_label
            with Horizontal(classes="field"):
                yield Static(label(said, has_focus=False, width=_FORM), markup=False)
                yield Line(written, id=name, placeholder=hint)
        yield Static(words.reassessment.close.about, id="under", markup=False)

    def on_mount(self) -> None:
        """At the rhythm of what comes."""
        self.begin_draft()
        self.query_one(Choice).focus()

    def on_resize(self) -> None:
        """Side by side as far as there is room."""
        width = min(self.size.width - 10, 106)
        self.query_one("#details", Static).update(side_by_side(self._found, width, self._ritual))

    def on_input_changed(self) -> None:
        """Something was written."""
        if hasattr(self, "drafting"):
            self.drafting.touch()

    def draft_fields(self) -> dict[str, Any] | None:
        said = {
            line.id or "": line.written for line in self.query(Line).results(Line) if line.written.strip()
        }
        return {**said, "of": self.begun.of} if said else None

    def action_scroll_page(self, step: int) -> None:
        """The page moves while the cursor stays."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=step * max(page.size.height - 2, 1), animate=False)

    def action_end(self) -> None:
        """All of it, together."""
        self.home.attempt(self._end)

    async def _end(self) -> None:
        coach = self.coach
        typed = self.query_one("#until", Line).written
        until: date | None = coach.reader().day(typed, ahead=True) if typed.strip() else None
        surprised = self.query_one("#surprised", Line).written if self._ritual else ""
        rhythm = self.query_one(Choice).chosen or self._found.now.season.rhythm
        work = partial(close, coach, rhythm=rhythm, until=until, surprised=surprised)
        done = await with_room(self.home, lambda over: work(over=over))
        if done is None:
            return
        await self.drafting.over()
        now = await self.home.background.do(coach.seasons.now)
        opens = now.next_starts if now else done.season.ends
        day = coach.days.say(opens)
        self.home.tell(filled(words.reassessment.close.told, day=day))
        self.close()


def side_by_side(found: Window, width: int, ritual: Measure | None) -> Content:
    """The old frame and the new one, part by part, then what becomes of the rest."""
    kept = found.stands.reassessment
    assert kept  # noqa: S101 - a window is closed with its reassessment
    column = max((width - _LABEL - _GAP) // 2, _NARROWEST)
    old, new = (words.reassessment.close[each] for each in ("old", "new"))
    lines = [Content.styled(words.reassessment.close.title, "bold $primary"), Content("")]
    lines += [_row("", old, new, column, "bold", "bold"), Content("")]
    lines += _frame_lines(found, kept, column)
    if kept.keeps:
        lines += [Content(""), labelled(words.reassessment.frame.keeps, kept.keeps, width, _LABEL)]
    lines += [Content(""), Content.styled(words.reassessment.close.commitments, "bold")]
    lines += _gate_lines(found, kept, column)
    if found.settled:
        count = ", ".join(
            f"{number} {words.reassessment.settled_said[name]}"
            for name, number in settled(found.settled).items()
        )
        lines += [Content(""), labelled(words.reassessment.close.signals, count, width, _LABEL)]
        tried = [each.tries["text"] for each in found.settled if each.tries.get("text")]
        lines += [labelled(words.reassessment.close.trials, text, width, _LABEL) for text in tried]
    if ritual:
        lines += [Content(""), *(Content.styled(each, "$primary") for each in wrapped(_lead(), width))]
        told = (ritual_line(each) for each in ritual.signs if each.is_so)
        lines += [Content.styled(f"  {each}", "$quiet") for each in told]
        lines += [Content(""), Content.styled(words.reassessment.close.surprise, "bold")]
    return Content("\n").join(lines)


def _frame_lines(found: Window, kept: Reassessment, column: int) -> list[Content]:
    """Every part; what becomes another stands out, with the condition behind it."""
    lines: list[Content] = []
    changed = changed_parts(kept, found.frame)
    for name in PARTS:
        label, old = words.season.page[name], _part(found.frame, name)
        if name in changed:
            lines += _rows(label, old or "–", _part_said(kept, found.frame, name), column, "bold")
            why = f"{words.reassessment.frame.condition.lower()} {kept.conditions.get(name, '')}"
            lines += _rows("", "", why, column)
        elif old:
            lines += _rows(label, old, words.reassessment.close.same, column)
    return lines


def _gate_lines(found: Window, kept: Reassessment, column: int) -> list[Content]:
    """What becomes of each commitment."""
    lines: list[Content] = []
    names = {each.commitment.id: each.commitment for each in found.commitments}
    for name, plan in kept.gates.items():
        if commitment := names.get(name):
            said: Any = plan["result"]
            terms = plan.get("rhythm") or plan.get("due") or ""
            more = f", {terms}" if terms and terms != commitment.rhythm else ""
            done = f"{words.commitments.turn[said]}{more}"
            lines += _rows("", commitment.text, done, column, "" if said == "renew" else "bold")
    return lines


def _lead() -> str:
    return words.reassessment.close.surprise_lead


def _part(frame: Frame | None, name: str) -> str:
    value: str = getattr(frame, name, None) or ""
    return part_said(name, value)


def _part_said(kept: Reassessment, frame: Frame | None, name: str) -> str:
    value = kept.frame.get(name)
    if value is None:
        return _part(frame, name)
    return part_said(name, value) or "–"


def _rows(name: str, old: str, new: str, column: int, role: str = "$quiet") -> list[Content]:
    """Both wrapped into their columns."""
    left, right = wrapped(safe_text(old), column) or [""], wrapped(safe_text(new), column) or [""]
    count = max(len(left), len(right))
    left += [""] * (count - len(left))
    right += [""] * (count - len(right))
    names = [name, *[""] * (count - 1)]
    return [_row(*each, column, "$quiet", role) for each in zip(names, left, right, strict=True)]


def _row(name: str, old: str, new: str, column: int, old_role: str, new_role: str) -> Content:
    padded = old + " " * max(column - cells(old), 0)
    label = (f"{name:<{_LABEL}}", "$quiet")
    return Content.assemble(label, (padded, old_role), " " * _GAP, (new, new_role))
