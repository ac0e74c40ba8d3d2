"""One commitment: how it went, week by week, its terms, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.commitments.glance import SIGNS, count, dots
from coach.commitments.overview import commitments_on
from coach.commitments.progress import LOOK_BACK
from coach.commitments.records import TERMS, Commitment, Turn
from coach.core.counting import counted
from coach.core.days import day_of
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.core.when import say_day
from coach.describe import name_of, on_one_line
from coach.diagnosis.diagnosis import blend_line
from coach.ladders.describe import round_line
from coach.references import by_id
from screens.commitments.commitment_keys import CommitmentKeys
from screens.routes import way
from screens.widgets.labelled import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.app import Coach
    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark
    from screens.app import CoachApp

_LABEL = 18
_WIDEST = 88


def show(app: CoachApp, record: Commitment | Mark) -> None:
    """Opens it, or the one a mark is of."""
    commitment = record.id if isinstance(record, Commitment) else record.commitment
    app.attempt(partial(_show, app, commitment))


async def _show(app: CoachApp, commitment: str) -> None:
    coach = app.coach
    day = coach.today()
    found = await app.background.do(lambda: commitments_on(coach, day, only={commitment}))
    if found:
        app.push_screen(CommitmentScreen(found[0]))
    else:
        app.tell(words("evidence", "gone"))


class CommitmentScreen(CommitmentKeys):
    """Everything there is to know of one."""

    PLACE = "commitment"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "delete", "delete", id="delete-commitment", show=False),
        Binding("a", "after", "after-action", id="after-miss", show=False),
        Binding("o", "round", "a round", id="practice-round"),
        Binding("i", "look_at", "five questions", id="look-at-commitment", show=False),
        Binding("escape", "away", "back", id="back-to-commitments"),
    ]

    def __init__(self, each: Progress) -> None:
        super().__init__()
        self._each = each
        self._missed: list[Mark] = []

    def inside(self) -> Iterator[Widget]:
        """One page."""
        with VerticalScroll(id="page"):
            yield Static(id="details", markup=False)
            yield Static(id="life", markup=False)

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(VerticalScroll).focus()

    async def load(self) -> None:
        """It as it is now; away when it is gone."""
        coach, record_id = self.coach, self._each.commitment.id
        day = coach.today()

        def known() -> tuple[Progress | None, dict[date, Mark], list[str], list[str]]:
            found = next(iter(commitments_on(coach, day, only={record_id})), None)
            marks = coach.marks.between(day - LOOK_BACK, day).get(record_id, {})
            turns = coach.store.read_since(found.commitment.starts, Turn) if found else ()
            own = sorted((each for each in turns if each.commitment == record_id), key=lambda each: each.id)
            ends = coach.settings.day_ends
            days = (say_day(day_of(each.at, ends), day) for each in own)
            said = [
                f"{when:<{_LABEL}}{on_one_line(each, coach)}" for when, each in zip(days, own, strict=True)
            ]
            rounds = coach.rounds.of(found.commitment) if found else []
            practised = [
                f"{say_day(day_of(each.at, ends), day):<{_LABEL}}{round_line(each)}" for each in rounds
            ]
            return found, marks, said, [*_because_of(coach, found), *practised, *_looked_at(coach, found)]

        found, marks, turns, rounds = await self.home.background.do(known)
        if found is None:
            self.close()
            return
        self._each = found
        self._missed = [mark for _, mark in sorted(marks.items()) if mark.result == "missed"]
        width = min(self.size.width - 6, _WIDEST)
        self.query_one("#details", Static).update(details(found, day, width))
        self.query_one("#life", Static).update(_life(marks, turns, rounds, day, found.commitment.starts))

    def action_after(self) -> None:
        """L17: the latest time it did not happen, looked back on; without one, the commitment itself."""
        of = self._missed[-1].id if self._missed else self._each.commitment.id
        self.home.attempt(partial(way("look_back"), self.home, "action", of=of))

    def action_round(self) -> None:
        """M10: practised once more: written out, done, looked at."""
        self.home.attempt(partial(way("practise_round"), self.home, self._each.commitment))

    def action_look_at(self) -> None:
        """M2: whether it asks for managing or for leading."""
        self.home.attempt(partial(way("look_at"), self.home, self._each.commitment))

    def current(self) -> Progress:
        """The one on the page."""
        return self._each

    def action_delete(self) -> None:
        """Away with it and its marks; undo brings it back."""
        from screens.base.text_page import delete

        self.home.attempt(partial(delete, self.home, self._each.commitment))


def _because_of(coach: Coach, found: Progress | None) -> list[str]:
    """What it is a trial of."""
    record = by_id(coach.store, found.commitment.trial_of) if found and found.commitment.trial_of else None
    if record is None:
        return []
    day = coach.days.say(coach.days.about(record))
    return [f"{words('rounds', 'trial_of'):<{_LABEL}}{name_of(record)}, {day}"]


def _looked_at(coach: Coach, found: Progress | None) -> list[str]:
    """M2: what the five questions said of it."""
    own = coach.diagnoses.of(found.commitment.id, found.commitment.starts) if found else []
    days, title = coach.days, words("diagnosis", "title")
    return [f"{days.say(days.of(each.at)):<{_LABEL}}{title}: {blend_line(each.leading)}" for each in own]


def details(each: Progress, day: date, width: int) -> Content:
    """What is held, how it goes, and on which terms, for so many columns."""
    commitment = each.commitment
    lines = [Content.styled(safe_text(commitment.text), "bold"), Content("")]
    when = f"due {say_day(commitment.due, day)}" if commitment.due else commitment.rhythm
    lines.append(
        labelled(
            words("commitments", "field", "when"), when or words("commitments", "never_due"), width, _LABEL
        )
    )
    if each.dots:
        lines.append(
            Content.assemble(
                (f"{'Last times':<{_LABEL}}", "$quiet"), (dots(each.dots), "$accent"), f"   {count(each)}"
            )
        )
    lines.append(labelled(words("commitments", "field", "gate"), _gate(each, day), width, _LABEL))
    if each.again:
        question = words("commitments", "again", each.again, "question")
        lines += [Content(""), Content.styled(question, "$accent")]
        lines.append(Content.styled(words("commitments", "again", each.again, "about"), "$quiet"))
    said = [
        labelled(words("commitments", "field", name), getattr(commitment, name), width, _LABEL)
        for name in TERMS
        if getattr(commitment, name)
    ]
    if commitment.fits is False:
        said.insert(0, Content.styled(words("commitments", "outside").capitalize(), "$quiet"))
    return Content("\n").join([*lines, *([Content("")] if said else []), *said])


def _gate(each: Progress, day: date) -> str:
    said = say_day(each.gate, day)
    if each.state == "lapsed":
        return filled(words("commitments", "lapsed"), day=said)
    if each.state == "ended":
        return f"ended {say_day(each.commitment.ended or day, day)}"
    if each.is_gate_open:
        return f"{said}, open: {counted((each.gate - day).days, 'day')} left"
    return said


def _life(marks: dict[date, Mark], turns: list[str], rounds: list[str], day: date, starts: date) -> Content:
    """Eight weeks, a line each with a sign a day, and what became of it."""
    lines = [Content(""), Content.styled(words("commitments", "life", "weeks"), "bold")]
    monday = day - timedelta(days=day.weekday())
    for back in range(LOOK_BACK.days // 7 - 1, -1, -1):
        first = monday - timedelta(weeks=back)
        if first + timedelta(weeks=1) <= starts:
            continue
        signs = (marks.get(first + timedelta(days=each)) for each in range(7))
        row = " ".join(SIGNS[mark.result] if mark else " " for mark in signs)
        reasons = {
            words("marks", "reason", mark.reason)
            for at, mark in marks.items()
            if mark.reason and first <= at < first + timedelta(weeks=1)
        }
        lines.append(
            Content.assemble(
                (f"{say_day(first, day):<{_LABEL}}", "$quiet"),
                (row, "$accent"),
                ("   " + ", ".join(sorted(reasons)), "$quiet"),
            )
        )
    if rounds:
        lines += [Content(""), Content.styled(words("rounds", "heading"), "bold")]
        lines += [Content(safe_text(each)) for each in rounds]
    if turns:
        lines += [Content(""), Content.styled(words("commitments", "life", "history"), "bold")]
        lines += [Content(safe_text(turn)) for turn in turns]
    return Content("\n").join(lines)
