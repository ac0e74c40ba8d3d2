"""The check-in: half a minute, a dozen keys, every field optional."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from coach.checkin.asked import Asked, as_said, asked_on
from coach.checkin.checkins import Answers, in_words, is_recalled
from coach.checkin.drafted import draft_name, drafted_day
from coach.checkin.fields import TAGS, field
from coach.checkin.records import Checkin
from coach.core.safe_text import safe_text
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from screens.base.drafting import Drafting
from screens.checkin.marking import Marking
from screens.checkin.tags import TagLine, offered
from screens.sheets.confirm import ConfirmSheet
from screens.sheets.sheet import Sheet
from screens.widgets.choice import Choice, label
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.binding import BindingType
    from textual.widget import Widget
    from textual.widgets import Input

    from coach.commitments.marks import Given
    from coach.drafts import Draft
    from coach.signals.records import Signal
    from screens.app import CoachApp

_FIELDS = ("energy", "own", "mostly", "gave", "took", "marks", "line", "direction", "unusual")
_WIDEST, _BESIDE_TAGS = 76, 22


async def check_in(app: CoachApp, day: date | None = None, *, is_looked_at: bool = False) -> None:
    """Opens the sheet for a day, with what was said of it so far. Where it is only looked at, no key says
    anything until a field is entered."""
    coach = app.coach
    asked = await app.background.do(lambda: asked_on(coach, day or coach.today()))
    other_day = await app.push_screen_wait(CheckinSheet(asked, is_looked_at=is_looked_at))
    if other_day is not None:
        await check_in(app, other_day, is_looked_at=is_looked_at)


async def look_at(app: CoachApp, day: date) -> None:
    """A day, as it was said to be."""
    await check_in(app, day, is_looked_at=True)


def show(app: CoachApp, record: Checkin | Signal) -> None:
    """The check-in, or the one a signal was parked with."""
    app.attempt(partial(look_at, app, app.coach.days.about(record)))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left."""
    await check_in(app, drafted_day(draft.name))


class CheckinSheet(Sheet["date"]):
    """The sheet. Gives another day when the person turns to one."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", words.keys.next, show=False),
        Binding("down", "next", words.keys.next, show=False),
        Binding("up", "previous", words.keys.previous, show=False),
        Binding("ctrl+s", "save", words.keys.save, show=False),
        Binding("f7", "discard", words.keys.throw_away, show=False, priority=True),
        Binding("pageup", "turn(-1)", words.keys.earlier_day, show=False),
        Binding("pagedown", "turn(1)", words.keys.later_day, show=False),
    ]
    KEYS = (
        ("enter", words.keys.next),
        ("ctrl+s", words.keys.save),
        ("pgup", words.keys.earlier),
        ("f7", words.keys.throw_away),
        ("esc", words.keys.later),
    )

    def __init__(self, asked: Asked, *, is_looked_at: bool) -> None:
        super().__init__(words.checkin.title)
        due = asked.due
        self._asked = asked
        self._scale = asked.scale
        absent = {name for name, is_here in (("marks", bool(due)), ("own", bool(self._scale))) if not is_here}
        self._fields_here = tuple(name for name in _FIELDS if name not in absent)
        self._marking = Marking(due, dict(asked.marked)) if due else None
        self._marks = dict(asked.marks)
        self._kept = asked.kept
        self._is_looked_at = is_looked_at and not asked.is_taken_up
        self._is_saving = False
        self._lines: dict[str, Line] = {}

    def inside(self) -> Iterator[Widget]:
        """The fields, in the order of the day."""
        said = self._asked.begun
        self._energy = self._choice("energy", said.energy)
        self._mostly = self._choice("mostly", said.mostly)
        yield self._energy
        self._own = self._choice("own", said.own) if self._scale else None
        if self._own:
            yield self._own
        yield self._mostly
        yield Static(id="offered", markup=False)
        for name in TAGS:
            yield self._line(name, getattr(said, name) or "")
        if self._marking:
            yield self._marking
        yield self._line("line", said.line)
        self._direction = self._choice("direction", said.direction)
        yield self._direction
        self._unusual = self._choice("unusual", said.unusual)
        yield self._unusual
        yield Static(id="note", markup=False)

    def _choice(self, name: str, chosen: Any) -> Choice:
        own = field(name, scale=self._scale)
        return Choice(own.label, own.choices, chosen, id=name)

    def _line(self, name: str, written: str) -> Horizontal:
        hint = field(name, has_tags=bool(self._asked.tags)).hint
        kind = partial(TagLine, self._asked.tags) if name in TAGS else Line
        self._lines[name] = kind(written, id=name, placeholder=hint)
        return Horizontal(Static(id=f"label-{name}", markup=False), self._lines[name], classes="field")

    def on_mount(self) -> None:
        """Begins where nothing was said yet."""
        clock, today = self.coach.clock, self.coach.today()
        said = say_day(self._asked.day, today)
        title = words.checkin.question if self._asked.day == today else words.checkin.question_past
        beside = f"   {said}" if self._asked.day == today else ""
        self.query_one(".title", Static).update(
            Content.assemble((title.replace("{day}", said), "bold"), (beside, "$quiet"))
        )
        is_late = self._kept == Answers() and is_recalled(
            self._asked.day, clock.now(), clock, self.coach.settings.day_ends
        )
        looks = self._is_looked_at and self._kept != Answers()
        note = words.checkin["looked_at" if looks else "recalled" if is_late else "about"]
        if self._is_looked_at and not looks:
            note = f"{note} {words.checkin.begins}"
        if self._asked.other != Answers():
            note = filled(words.checkin.kept_since, said=in_words(self._asked.other))
        self.query_one("#note", Static).update(safe_text(note))
        self._drafting = Drafting(
            self.home,
            draft_name(self._asked.day),
            Checkin.kind,
            self._fields,
            is_taken_up=self._asked.is_taken_up,
        )
        if not self._is_looked_at:
            self.query_one("#energy").focus()
        self._label()

    def on_resize(self) -> None:
        """The tags are laid out for the width."""
        room = min(self.size.width, _WIDEST) - _BESIDE_TAGS
        self.query_one("#offered", Static).update(offered(self._asked.tags, room))

    def on_descendant_focus(self) -> None:
        """The label of the field says where I am."""
        self._label()

    def on_choice_taken(self) -> None:
        """An answer by key: on to the next."""
        self.action_next()

    def on_choice_changed(self) -> None:
        """Something was said."""
        self._touch()

    def on_marking_taken(self) -> None:
        """All commitments were answered: on to the next."""
        self.action_next()

    def on_marking_changed(self) -> None:
        """Something was said."""
        self._touch()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Something was said."""
        event.stop()
        self._touch()

    def on_input_submitted(self) -> None:
        """On to the next."""
        self.action_next()

    async def keep_draft(self) -> bool:
        """Whether what was said is on the disk."""
        return await self._drafting.keep()

    def action_next(self) -> None:
        """The next field; after the last, it is saved."""
        if self.focused and self.focused.id == _FIELDS[-1]:
            self.action_save()
        elif self._marking and self._marking.has_focus and self._marking.goes_on():
            return
        else:
            self._step(1)

    def action_previous(self) -> None:
        """The field before."""
        self._step(-1)

    def action_save(self) -> None:
        """Keeps the check-in."""
        self.home.attempt(self._save)

    async def _save(self) -> None:
        if self._is_saving:
            return
        self._is_saving = True
        try:
            while await self._save_now():
                if self._answers() in {self._kept, Answers()} and not self._has_new_marks():
                    await self._drafting.over()
                    self.close()
                    return  # else more was said while the save was waiting
        finally:
            self._is_saving = False

    async def _save_now(self) -> bool:
        """Whether everything said is where it belongs."""
        answers, day, checkins = self._answers(), self._asked.day, self.coach.checkins
        said_day = self.coach.days.say(day)
        marks, given, cleared = self.coach.marks, self._new_marks(), self._let_go()
        if answers == self._kept:
            if given or cleared:
                await self.home.change(lambda: marks.mark(given, day, cleared=cleared))
                self._take_marks(given, cleared)
                self.home.tell(filled(words.checkin.says.marked_for, said_day=said_day))
            return True
        if answers == Answers():
            lines = [words.checkin.clears.replace("{day}", said_day)]
            if not await self.home.push_screen_wait(ConfirmSheet(words.checkin.clear, lines)):
                return False
            await self.home.change(lambda: checkins.take_away(day))
            self.home.tell(words.checkin.cleared.replace("{day}", said_day))
            self._kept = answers
            return True
        checkin = await self.home.change(
            lambda: checkins.keep(
                day,
                answers,
                began=self._kept,
                along=lambda change: marks.put(change, given, day, "app", cleared),
            )
        )
        self._take_marks(given, cleared)
        self.home.tell(
            filled(words.checkin.says.checked_in_so, said_day=said_day, in_words=in_words(checkin))
        )
        self._kept = answers
        return True

    def action_discard(self) -> None:
        """Throws away what was said here and not kept."""
        self.home.attempt(self._discard)

    async def _discard(self) -> None:
        if self._answers() != self._kept or self._has_new_marks():
            sheet = ConfirmSheet(words.leaving.discard, [words.leaving.discards])
            if not await self.home.push_screen_wait(sheet):
                return
        await self._drafting.throw_away()
        self.close()

    async def action_away(self) -> None:
        """Later: what was said so far waits."""
        if await self._set_aside():
            self.close()

    async def action_turn(self, step: int) -> None:
        """The day before or after; what was said here waits."""
        other = self._asked.day + timedelta(days=step)
        if other <= self.coach.today() and await self._set_aside():
            self.close(other)

    async def _set_aside(self) -> bool:
        """Whether nothing said so far would be lost."""
        if self._answers() in {self._kept, Answers()} and not self._has_new_marks():
            await self._drafting.over()
            return True
        if not await self._drafting.keep():
            return False
        self.home.tell(words.checkin.set_aside)
        self.home.version += 1  # drafts are no records: Today looks again
        await self.home.look_again()
        return True

    def _step(self, step: int) -> None:
        here = self.focused.id if self.focused else None
        fields = self._fields_here
        place = fields.index(here) + step if here in fields else 0
        self.query_one(f"#{fields[min(max(place, 0), len(fields) - 1)]}").focus()

    def _has_new_marks(self) -> bool:
        return bool(self._new_marks() or self._let_go())

    def _new_marks(self) -> list[Given]:
        """What was said of commitments and is not marked so yet."""
        if self._marking is None:
            return []
        return [
            each for each in self._marking.given() if self._marks.get(each.commitment.id) != as_said(each)
        ]

    def _let_go(self) -> list[str]:
        """The commitments that were marked, and of which nothing is said any more."""
        return [each for each in self._marking.cleared() if each in self._marks] if self._marking else []

    def _take_marks(self, given: list[Given], cleared: list[str]) -> None:
        self._marks |= {each.commitment.id: as_said(each) for each in given}
        for each in cleared:
            self._marks.pop(each, None)

    def _answers(self) -> Answers:
        said = {name: line.written.strip() for name, line in self._lines.items()}
        return Answers(
            energy=self._energy.chosen,
            mostly=self._mostly.chosen,
            direction=self._direction.chosen,
            gave=said["gave"] or None,
            took=said["took"] or None,
            line=said["line"],
            unusual=bool(self._unusual.chosen),
            own=self._own.chosen if self._own else self._kept.own,
        )

    def _fields(self) -> dict[str, Any] | None:
        answers = self._answers()
        marks = {each.commitment.id: as_said(each) for each in self._new_marks()}
        is_new = answers != self._kept or self._has_new_marks()
        if not is_new:
            return None
        were = {"was": self._kept._asdict(), "marks_were": self._marks}
        return {**answers._asdict(), "marks": marks, "cleared": self._let_go(), **were}

    def _touch(self) -> None:
        is_new = hasattr(self, "_drafting") and (self._answers() != self._kept or self._has_new_marks())
        if self.is_mounted and is_new:
            self._drafting.touch()

    def _label(self) -> None:
        self.query_one("#offered").visible = self.focused is not None and self.focused.id in {"gave", "took"}
        for name in ("gave", "took", "line"):
            here = self.focused is not None and self.focused.id == name
            self.query_one(f"#label-{name}", Static).update(label(words.checkin.ask[name], has_focus=here))
