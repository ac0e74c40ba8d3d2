"""M9, M16: the log of what others were asked and said, and the page on which it is written down."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from coach.core.counting import counted
from coach.core.safe_text import first_line, padded, safe_text
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.describe import in_full
from coach.feedback.agreed import agreed
from coach.feedback.describe import gap_line
from coach.feedback.feedback import gaps, question, questions
from coach.feedback.fields import FIELDS, GRADED, field
from coach.feedback.records import Feedback
from coach.references import by_id
from screens.base.draft_page import begin, offer_away
from screens.base.form import FormScreen
from screens.base.list_page import ListPage
from screens.routes import way
from screens.sheets.pick import PickSheet, keyed
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.drafts import Draft
    from coach.feedback.cadence import Asks
    from coach.feedback.feedback import Question
    from coach.fields import Field
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece

_DRAFT, _ABOUT = "feedback", "feedback-about-"
_OWN = "own"
_DAY, _WHO = 17, 12


async def ask_somebody(
    app: CoachApp, asked: Question | None = None, of: str | None = None, role: str | None = None
) -> None:
    """A question to somebody: which one, then to whom and what comes of it."""
    coach = app.coach
    wording = await app.background.do(lambda: coach.wording)
    if asked is None:
        options: list[tuple[str, str, Any]] = [
            (str(place), f"{words.feedback.role[each.role]}: {each.text(wording)}", each)
            for place, each in enumerate(questions(), 1)
        ]
        options.append((_OWN[0], words.feedback.own, _OWN))
        title, about = words.feedback.pick, words.feedback.pick_about
        asked = await app.push_screen_wait(PickSheet(title, options, about))
        if asked is None:
            return
    known = asked if isinstance(asked, tuple) else None
    said = {"role": role or (known.role if known else "other"), "asked": known.text(wording) if known else ""}
    begun = await begin(app, f"{_ABOUT}{of}" if of else _DRAFT, Feedback.kind)
    if begun.draft:  # what was begun before is not lost over a new one
        await take_up(app, begun.draft)
        return
    await _page(app, begun, said, known.id if known else None, None, of)


async def ask_after(app: CoachApp, asks: Asks) -> None:
    """M9: the question that waits on Today."""
    ready = question({"hard": "moment", "month": "improve"}.get(asks.cause))
    if asks.cause == "year":
        app.tell(words.feedback.all_round)
    await ask_somebody(app, ready, asks.of or None, asks.role)


async def change_feedback(app: CoachApp, kept: Feedback, draft: Draft | None = None) -> None:
    """The answer came, or something was understood otherwise."""
    begun = await begin(app, f"{_DRAFT}-{kept.id}", Feedback.kind, kept.id, draft)
    said = {name: getattr(kept, name) for name in FIELDS}
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
    said = {name: str(was.get(name) or "") for name in FIELDS}
    about = re.fullmatch(rf"{_ABOUT}([0-9a-f-]{{36}})(-[0-9a-f]{{16}})?", draft.name)
    await _page(app, begun, said, known.id if known else None, None, about[1] if about else None)


async def _page(
    app: CoachApp, begun: Any, said: dict[str, Any], asked: str | None, kept: Feedback | None, of: str | None
) -> None:
    known = question(asked)
    names = [name for name in FIELDS if name not in GRADED or known is None or known.is_graded]

    async def keep(now: dict[str, Any], changed: set[str]) -> bool:
        parts = {name: now[name] for name in (changed if kept else names)}
        parts |= {name: value or None for name, value in parts.items() if name in GRADED}
        if kept is None:
            parts |= {"question": asked, "of": of}
        found = app.coach.feedback
        record = await app.change(lambda: found.keep(parts, kept))
        app.tell(words.feedback["kept" if record.answer or record.seen else "kept_open"])
        return True

    was = {"role": "other"} | {name: value for name, value in said.items() if value}
    fields = [_with_room(field(name), was.get(name)) for name in names]
    page = FormScreen(words.feedback.heading, fields, keep, begun, was=was)
    await app.push_screen_wait(page)


def _with_room(line: Field, said: Any) -> Field:
    """A line; a page where what was said has several."""
    return line._replace(kind="page") if isinstance(said, str) and "\n" in said else line


class FeedbackScreen(ListPage["list[Feedback]", "Feedback"]):
    """The log, with what was expected beside what was heard."""

    PLACE = "feedback"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "ask", words.keys.ask_somebody, id="ask-somebody"),
        Binding("y", "copy", words.keys.copy_the_question, id="copy-asked"),
        Binding("o", "make", words.keys.make_of_it, id="make-of-feedback"),
        Binding("escape", "away", words.keys.back, id="back-from-feedback"),
    ]

    def gather(self, coach: Coach) -> list[Feedback]:
        """Everything that was asked, the latest first."""
        return coach.feedback.all()

    def title_of(self, known: list[Feedback]) -> tuple[str, str]:
        """The log, and how much is in it."""
        return words.feedback.title, counted(len(known), "question") if known else ""

    def empty(self) -> str:
        """What it is for, and the key that begins."""
        return words.feedback.none

    def next(self, known: list[Feedback], width: int) -> Card | None:
        """What was expected against what was heard."""
        if not known:
            return None
        gap = gaps(known)
        lines = [line for each in gap for line in told(gap_line(each), width)]
        if not any(each.n for each in gap):
            lines += told(words.feedback.gap_none, width, "quiet")
        return Card(words.feedback.gap, tuple(lines))

    def items(self, known: list[Feedback]) -> list[Feedback]:
        """Each of them."""
        return known

    def draw(self, item: Feedback, width: int) -> Sequence[Piece]:
        """When, whom, and what came of it."""
        day = say_day(self.coach.days.of(item.at), self.coach.today())
        said = item.answer or (words.feedback.step[item.seen] if item.seen else "")
        text = f"{said or words.feedback.row_open}: {item.asked}" if not item.answer else said
        return [
            ("● " if said else "○ ", "warm" if said else "strong"),
            (f"{day:<{_DAY}}", "quiet"),
            (padded(_whom(item), _WHO), "quiet"),
            (first_line(text, max(width - _DAY - _WHO - 2, 12)), "text"),
        ]

    def beside(self, item: Feedback, coach: Coach, width: int) -> Card:
        """All of it."""
        return Card(_whom(item), told(in_full(item, coach), width))

    def record(self, item: Feedback) -> Feedback:
        """Each can be deleted."""
        return item

    def open(self, item: Feedback) -> None:
        """To write down what came of it."""
        self.home.attempt(partial(change_feedback, self.home, item))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A question is copied where there is one."""
        if action == "copy":
            return self.known is not None and self.current is not None
        if action == "make":
            return self.known is not None and self.current is not None and bool(agreed(self.current))
        return super().check_action(action, parameters)

    def action_make(self) -> None:
        """What was agreed on becomes a commitment, a trial or a decision."""
        if each := self.current:
            self.home.attempt(partial(self._make, each))

    async def _make(self, each: Feedback) -> None:
        lines = agreed(each)
        chosen = lines[0]
        if len(lines) > 1:
            chosen = await self.home.push_screen_wait(
                PickSheet(words.feedback.which, keyed([(line, line) for line in lines]))
            )
        if chosen:
            await way("keep_rule")(self.home, each.id, chosen)

    def action_ask(self) -> None:
        """A new one."""
        self.home.attempt(partial(ask_somebody, self.home))

    def action_copy(self) -> None:
        """The question goes to the clipboard, where the terminal has one."""
        if each := self.current:
            copy_question(self.home, each.asked)


def _whom(each: Feedback) -> str:
    role = words.feedback.role[each.role]
    return f"{role} {each.name}" if each.name else role


def copy_question(app: CoachApp, text: str) -> None:
    """To the clipboard, where the terminal has one; nothing in it can steer the terminal."""
    app.copy_to_clipboard(safe_text(text))
    app.tell(filled(words.feedback.copied, question=text))
