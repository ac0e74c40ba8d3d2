"""The check-in: half a minute, a dozen keys, every field optional."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from coach.checkin.checkins import Answers, in_words, is_recalled
from coach.checkin.drafted import draft_name, drafted_day
from coach.checkin.records import MOSTLY, Checkin
from coach.commitments.overview import commitments_on
from coach.commitments.records import RESULTS
from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.core.safe_text import cells, safe_text
from coach.core.texts import filled, words
from coach.core.when import say_day
from screens.base.drafting import Drafting
from screens.checkin.marking import Marking
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
    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark
    from coach.drafts import Draft
    from coach.signals.records import Signal
    from screens.app import CoachApp

_FIELDS = ("energy", "mostly", "gave", "took", "marks", "line", "unusual")
_TAG_KEYS = "1234567890"
_TAG_LINES = 2
_GAP = 2
_WIDEST, _BESIDE_TAGS = 76, 22


async def check_in(app: CoachApp, day: date | None = None, *, is_looked_at: bool = False) -> None:
    """Opens the sheet for a day, with what was said of it so far. Where it is only looked at, no key says
    anything until a field is entered."""
    coach = app.coach
    day = day or coach.today()

    def known() -> tuple[Checkin | None, Draft | None, list[Progress], list[str]]:
        held = [each for each in commitments_on(coach, day) if each.state == "held"]
        due = [each for each in held if each.today or each.is_due]
        draft = coach.drafts.read_fields(draft_name(day))
        return coach.checkins.of(day), draft, due, coach.tags.offered(coach.today())

    checkin, draft, due, tags = await app.background.do(known)
    kept = begun = Answers.of(checkin)
    other = Answers()
    if draft:
        begun, other = Answers.taken_up(draft.fields, checkin, draft.written)
    marks = {each.commitment.id: _said(each.today) for each in due if each.today}
    marked = _marked(marks, draft.fields) if draft else marks
    is_taken_up = draft is not None
    how = {"is_taken_up": is_taken_up, "is_looked_at": is_looked_at and not is_taken_up}
    sheet = CheckinSheet(day, kept, begun, tags, due, marks, marked, other, **how)
    other_day = await app.push_screen_wait(sheet)
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


def _said(mark: Mark | None) -> list[str]:
    """A mark as the sheet keeps it: how it went, and perhaps why."""
    return [each for each in (mark.result, mark.reason) if each] if mark else []


def _as_said(given: Given) -> list[str]:
    return [each for each in (given.result, given.reason) if each]


def _marked(marks: dict[str, list[str]], fields: dict[str, Any]) -> dict[str, list[str]]:
    """The marks of a draft over those there are; one that was given since stays as it was given."""
    were = _marks_of(fields, "marks_were")
    given = {name: said for name, said in _marks_of(fields).items() if marks.get(name) == were.get(name)}
    cleared = [name for name in fields.get("cleared") or () if marks.get(name) == were.get(name)]
    return {name: said for name, said in (marks | given).items() if name not in cleared}


def _marks_of(fields: dict[str, Any], name: str = "marks") -> dict[str, list[str]]:
    """The marks in a draft; what is none is left out."""
    kept = fields.get(name)
    found = kept.items() if isinstance(kept, dict) else ()
    return {
        name: [str(each) for each in said]
        for name, said in found
        if isinstance(said, list) and said[:1] and said[0] in RESULTS
    }


class TagLine(Line):
    """A tag: by the number of one that is offered, or typed."""

    def __init__(self, tags: list[str], written: str, **options: Any) -> None:
        super().__init__(written, **options)
        self._tags = tags

    async def action_submit(self) -> None:
        """A number that stands alone is the tag it is offered for."""
        place = _TAG_KEYS.find(self.value) if len(self.value) == 1 else -1
        if 0 <= place < len(self._tags):
            self.take(self._tags[place])
        await super().action_submit()


class CheckinSheet(Sheet["date"]):
    """The sheet. Gives another day when the person turns to one."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "next", show=False),
        Binding("down", "next", "next", show=False),
        Binding("up", "previous", "previous", show=False),
        Binding("ctrl+s", "save", "save", show=False),
        Binding("f7", "discard", "throw away", show=False, priority=True),
        Binding("pageup", "turn(-1)", "earlier day", show=False),
        Binding("pagedown", "turn(1)", "later day", show=False),
    ]
    KEYS = (
        ("enter", "next"),
        ("ctrl+s", "save"),
        ("pgup", "earlier"),
        ("f7", "throw away"),
        ("esc", "later"),
    )

    def __init__(
        self,
        day: date,
        kept: Answers,
        begun: Answers,
        tags: list[str],
        due: list[Progress],
        marks: dict[str, list[str]],
        marked: dict[str, list[str]],
        other: Answers,
        *,
        is_taken_up: bool,
        is_looked_at: bool,
    ) -> None:
        super().__init__()
        self._fields_here = tuple(name for name in _FIELDS if due or name != "marks")
        self._marking = Marking(due, dict(marked)) if due else None
        self._marks = marks
        self._other = other
        """What the draft says otherwise than what was kept since."""
        self._is_taken_up = is_taken_up
        self._is_looked_at = is_looked_at
        self._day = day
        self._kept = kept
        self._begun = begun
        self._tags = tags
        self._is_saving = False
        self._lines: dict[str, Line] = {}

    def inside(self) -> Iterator[Widget]:
        """The fields, in the order of the day."""
        ask = "ask"
        energies = [
            (str(level), words("checkin", "energy", str(level)), level)
            for level in range(LOWEST_ENERGY, HIGHEST_ENERGY + 1)
        ]
        mostly = [
            (str(place), words("checkin", "mostly", each), each) for place, each in enumerate(MOSTLY, 1)
        ]
        self._energy = Choice(words("checkin", ask, "energy"), energies, self._begun.energy, id="energy")
        self._mostly = Choice(words("checkin", ask, "mostly"), mostly, self._begun.mostly, id="mostly")
        yield self._energy
        yield self._mostly
        yield Static(id="offered", markup=False)
        for name in ("gave", "took"):
            with Horizontal(classes="field"):
                yield Static(id=f"label-{name}", markup=False)
                tag = getattr(self._begun, name) or ""
                hint = words("checkin", "tag_hint" if self._tags else "tag_hint_first")
                self._lines[name] = TagLine(self._tags, tag, id=name, placeholder=hint)
                yield self._lines[name]
        if self._marking:
            yield self._marking
        with Horizontal(classes="field"):
            yield Static(id="label-line", markup=False)
            self._lines["line"] = Line(self._begun.line, id="line", placeholder=words("checkin", "line_hint"))
            yield self._lines["line"]
        unusual = [
            ("n", words("checkin", "unusual", "no"), False),
            ("y", words("checkin", "unusual", "yes"), True),
        ]
        self._unusual = Choice(words("checkin", ask, "unusual"), unusual, self._begun.unusual, id="unusual")
        yield self._unusual
        yield Static(id="note", markup=False)

    def on_mount(self) -> None:
        """Begins where nothing was said yet."""
        clock, today = self.coach.clock, self.coach.today()
        said = say_day(self._day, today)
        title = words("checkin", "question") if self._day == today else words("checkin", "question_past")
        beside = f"   {said}" if self._day == today else ""
        self.query_one(".title", Static).update(
            Content.assemble((title.replace("{day}", said), "bold"), (beside, "$quiet"))
        )
        is_late = self._kept == Answers() and is_recalled(
            self._day, clock.now(), clock, self.coach.settings.day_ends
        )
        looks = self._is_looked_at and self._kept != Answers()
        note = words("checkin", "looked_at" if looks else "recalled" if is_late else "about")
        if self._is_looked_at and not looks:
            note = f"{note} {words('checkin', 'begins')}"
        if self._other != Answers():
            note = filled(words("checkin", "kept_since"), said=in_words(self._other))
        self.query_one("#note", Static).update(safe_text(note))
        self._drafting = Drafting(
            self.home, draft_name(self._day), Checkin.kind, self._fields, is_taken_up=self._is_taken_up
        )
        if not self._is_looked_at:
            self.query_one("#energy").focus()
        self._label()

    def on_resize(self) -> None:
        """The tags are laid out for the width."""
        room = min(self.size.width, _WIDEST) - _BESIDE_TAGS
        self.query_one("#offered", Static).update(self._offered(room))

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
        answers, day, checkins = self._answers(), self._day, self.coach.checkins
        said_day = self.coach.days.say(day)
        marks, given, cleared = self.coach.marks, self._new_marks(), self._let_go()
        if answers == self._kept:
            if given or cleared:
                await self.home.change(lambda: marks.mark(given, day, cleared=cleared))
                self._take_marks(given, cleared)
                self.home.tell(f"Marked for {said_day}.")
            return True
        if answers == Answers():
            lines = [words("checkin", "clears").replace("{day}", said_day)]
            if not await self.home.push_screen_wait(ConfirmSheet(words("checkin", "clear"), lines)):
                return False
            await self.home.change(lambda: checkins.take_away(day))
            self.home.tell(words("checkin", "cleared").replace("{day}", said_day))
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
        self.home.tell(f"Checked in for {said_day}: {in_words(checkin)}.")
        self._kept = answers
        return True

    def action_discard(self) -> None:
        """Throws away what was said here and not kept."""
        self.home.attempt(self._discard)

    async def _discard(self) -> None:
        if self._answers() != self._kept or self._has_new_marks():
            sheet = ConfirmSheet(words("leaving", "discard"), [words("leaving", "discards")])
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
        other = self._day + timedelta(days=step)
        if other <= self.coach.today() and await self._set_aside():
            self.close(other)

    async def _set_aside(self) -> bool:
        """Whether nothing said so far would be lost."""
        if self._answers() in {self._kept, Answers()} and not self._has_new_marks():
            await self._drafting.over()
            return True
        if not await self._drafting.keep():
            return False
        self.home.tell(words("checkin", "set_aside"))
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
            each for each in self._marking.given() if self._marks.get(each.commitment.id) != _as_said(each)
        ]

    def _let_go(self) -> list[str]:
        """The commitments that were marked, and of which nothing is said any more."""
        return [each for each in self._marking.cleared() if each in self._marks] if self._marking else []

    def _take_marks(self, given: list[Given], cleared: list[str]) -> None:
        self._marks |= {each.commitment.id: _as_said(each) for each in given}
        for each in cleared:
            self._marks.pop(each, None)

    def _answers(self) -> Answers:
        said = {name: line.written.strip() for name, line in self._lines.items()}
        return Answers(
            energy=self._energy.chosen,
            mostly=self._mostly.chosen,
            gave=said["gave"] or None,
            took=said["took"] or None,
            line=said["line"],
            unusual=bool(self._unusual.chosen),
        )

    def _fields(self) -> dict[str, Any] | None:
        answers = self._answers()
        marks = {each.commitment.id: _as_said(each) for each in self._new_marks()}
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
            self.query_one(f"#label-{name}", Static).update(
                label(words("checkin", "ask", name), has_focus=here)
            )

    def _offered(self, width: int) -> Content:
        """The tags that have a number, as many as fit on two lines."""
        lines: list[list[Content]] = [[]]
        used = 0
        for key, tag in zip(_TAG_KEYS, map(safe_text, self._tags), strict=False):
            needs = len(key) + 1 + cells(tag)
            if used and used + _GAP + needs > width:
                lines.append([])
                used = 0
            used += needs + (_GAP if used else 0)
            lines[-1].append(Content.assemble((key, "bold $primary"), " ", (tag, "$quiet")))
        return Content("\n").join([Content(" " * _GAP).join(line) for line in lines[:_TAG_LINES]])
