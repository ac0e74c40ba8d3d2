"""M9, M16: the log of what others were asked and said, and the page on which it is written down."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.core.when import say_day
from coach.describe import in_full
from coach.feedback.describe import gap_line
from coach.feedback.feedback import gaps, question, questions
from coach.feedback.records import ROLES, Feedback
from coach.references import by_id
from screens.base.draft_page import begin, offer_away
from screens.base.form import Field, FormScreen
from screens.base.place import Listing
from screens.sheets.pick import PickSheet
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.drafts import Draft
    from coach.feedback.cadence import Asks
    from coach.feedback.feedback import Question
    from screens.app import CoachApp
    from screens.widgets.rows import Piece

_DRAFT, _ABOUT = "feedback", "feedback-about-"
_OWN = "own"
_DAY, _WHO = 17, 12
_GRADED = ("expected", "seen")
_FIELDS = ("role", "name", "asked", "expected", "answer", "seen", "will")
_ROLE_KEYS = {"team": "t", "peer": "p", "manager": "m", "mentor": "n", "observer": "w", "other": "o"}


async def ask_somebody(app: CoachApp, asked: Question | None = None, of: str | None = None) -> None:
    """A question to somebody: which one, then to whom and what comes of it."""
    coach = app.coach
    wording = await app.background.do(lambda: coach.assessments.wording)
    if asked is None:
        options: list[tuple[str, str, Any]] = [
            (str(place), f"{words('feedback', 'role', each.role)}: {each.text(wording)}", each)
            for place, each in enumerate(questions(), 1)
        ]
        options.append((_OWN[0], words("feedback", "own"), _OWN))
        title, about = words("feedback", "pick"), words("feedback", "pick_about")
        asked = await app.push_screen_wait(PickSheet(title, options, about))
        if asked is None:
            return
    known = asked if isinstance(asked, tuple) else None
    said = {"role": known.role if known else "other", "asked": known.text(wording) if known else ""}
    begun = await begin(app, f"{_ABOUT}{of}" if of else _DRAFT, Feedback.kind)
    if begun.draft:  # what was begun before is not lost over a new one
        await take_up(app, begun.draft)
        return
    await _page(app, begun, said, known.id if known else None, None, of)


async def ask_after(app: CoachApp, asks: Asks) -> None:
    """M9: the question that waits on Today."""
    ready = question({"hard": "moment", "month": "improve"}.get(asks.cause))
    if asks.cause == "year":
        app.tell(words("feedback", "all_round"))
    await ask_somebody(app, ready, asks.of or None)


async def change_feedback(app: CoachApp, kept: Feedback, draft: Draft | None = None) -> None:
    """The answer came, or something was understood otherwise."""
    begun = await begin(app, f"{_DRAFT}-{kept.id}", Feedback.kind, kept.id, draft)
    said = {name: getattr(kept, name) for name in _FIELDS}
    await _page(app, begun, said, kept.question, kept, kept.of)


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left."""
    coach, record_id = app.coach, str(draft.fields.get("of") or "")
    if record_id:
        record = await app.background.do(lambda: by_id(coach.store, record_id))
        if isinstance(record, Feedback):
            await change_feedback(app, record, draft)
        else:
            await offer_away(app, draft)
        return
    kept = draft.fields.get("was")
    was = kept if isinstance(kept, dict) else {}
    known = next((each for each in questions() if was.get("asked") in each.wordings.values()), None)
    begun = await begin(app, draft.name, Feedback.kind, draft=draft)
    said = {name: str(was.get(name) or "") for name in _FIELDS}
    about = re.fullmatch(rf"{_ABOUT}([0-9a-f-]{{36}})(-[0-9a-f]{{16}})?", draft.name)
    await _page(app, begun, said, known.id if known else None, None, about[1] if about else None)


async def _page(
    app: CoachApp, begun: Any, said: dict[str, Any], asked: str | None, kept: Feedback | None, of: str | None
) -> None:
    known = question(asked)
    names = [name for name in _FIELDS if name not in _GRADED or known is None or known.is_graded]

    async def keep(now: dict[str, Any], changed: set[str]) -> bool:
        parts = {name: now[name] for name in (changed if kept else names)}
        parts |= {name: value or None for name, value in parts.items() if name in _GRADED}
        if kept is None:
            parts |= {"question": asked, "of": of}
        found = app.coach.feedback
        record = await app.change(lambda: found.keep(parts, kept))
        app.tell(words("feedback", "kept" if record.answer or record.seen else "kept_open"))
        return True

    fields = [_field(name, said.get(name)) for name in names]
    await app.push_screen_wait(FormScreen(words("feedback", "heading"), fields, keep, begun))


def _field(name: str, stands: Any) -> Field:
    label, about = words("feedback", "field", name), words("feedback", "ask", name)
    if name == "role":
        choices = tuple((_ROLE_KEYS[each], words("feedback", "role", each), each) for each in ROLES)
        return Field(name, label, about, choices=choices, chosen=stands or "other")
    if name in _GRADED:
        steps = tuple((each[0], words("feedback", "step", each), each) for each in ("yes", "partly", "no"))
        return Field(name, label, about, choices=steps, chosen=stands or None)
    return Field(name, label, about, written=str(stands or ""))


class FeedbackRow(NamedTuple):
    """A line above the log, or one that was asked."""

    said: str = ""
    role: str = "text"
    each: Feedback | None = None


class FeedbackScreen(Listing):
    """The log, with what was expected beside what was heard."""

    PLACE = "feedback"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "ask", "ask somebody", id="ask-somebody"),
        Binding("y", "copy", "copy the question", id="copy-asked"),
        Binding("d", "delete", "delete", id="delete-feedback", show=False),
        Binding("escape", "away", "back", id="back-from-feedback"),
    ]

    def inside(self) -> Iterator[Widget]:
        """The gap in words, then the log."""
        with Vertical(id="fact-records"):
            yield Static(Content.styled(words("feedback", "title"), "bold"), id="heading", markup=False)
            yield Rows[FeedbackRow](self._draw, is_heading=lambda row: row.each is None, id="list")
        yield Static(id="under", markup=False)

    def on_rows_highlighted(self) -> None:
        """All of it, below the list."""
        each = self._current()
        lines = in_full(each, self.coach).splitlines() if each else []
        self.query_one("#under", Static).update(Content.styled("\n".join(map(safe_text, lines)), "$quiet"))

    async def load(self) -> None:
        """Everything that was asked, the latest first."""
        rows = [*_rows(await self.home.background.do(self.coach.feedback.all))]
        kept = self._current()
        self.query_one(Rows).show(rows, keep=lambda row: bool(kept and row.each and row.each.id == kept.id))

    def on_rows_chosen(self) -> None:
        """Opens it, to write down what came of it."""
        if each := self._current():
            self.home.attempt(partial(change_feedback, self.home, each))

    def action_ask(self) -> None:
        """A new one."""
        self.home.attempt(partial(ask_somebody, self.home))

    def action_copy(self) -> None:
        """The question goes to the clipboard, where the terminal has one."""
        if each := self._current():
            copy_question(self.home, each.asked)

    def action_delete(self) -> None:
        """Away with it; undo brings it back."""
        from screens.base.text_page import delete

        if each := self._current():
            self.home.attempt(partial(delete, self.home, each))

    def _current(self) -> Feedback | None:
        row = self.query_one(Rows).current
        return row.each if row else None

    def _draw(self, row: FeedbackRow, width: int) -> list[Piece]:
        if row.each is None:
            return [(safe_text(row.said), row.role)]
        each, today = row.each, self.coach.today()
        day = say_day(self.coach.days.of(each.at), today)
        said = each.answer or (words("feedback", "step", each.seen) if each.seen else "")
        text = f"{said or words('feedback', 'row_open')}: {each.asked}" if not each.answer else said
        return [
            ("● " if said else "○ ", "accent"),
            (f"{day:<{_DAY}}", "quiet"),
            (f"{first_line(_whom(each), _WHO - 1):<{_WHO}}", "quiet"),
            (first_line(text, max(width - _DAY - _WHO - 2, 12)), "text"),
        ]


def _whom(each: Feedback) -> str:
    role = words("feedback", "role", each.role)
    return f"{role} {each.name}" if each.name else role


def copy_question(app: CoachApp, text: str) -> None:
    """To the clipboard, where the terminal has one; nothing in it can steer the terminal."""
    app.copy_to_clipboard(safe_text(text))
    app.tell(filled(words("feedback", "copied"), question=text))


def _rows(found: Sequence[Feedback]) -> Iterator[FeedbackRow]:
    if not found:
        yield FeedbackRow(words("feedback", "none"), "quiet")
        return
    yield FeedbackRow(words("feedback", "gap"), "strong")
    told = gaps(found)
    yield from (FeedbackRow(gap_line(each)) for each in told)
    if not any(each.n for each in told):
        yield FeedbackRow(words("feedback", "gap_none"), "quiet")
    yield FeedbackRow(" ")
    yield from (FeedbackRow(each=each) for each in found)
