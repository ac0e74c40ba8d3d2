"""What can be done with a commitment, wherever it is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from coach.commitments.agreement import FITS
from coach.commitments.amount import Done, goal_of
from coach.commitments.commitments import OverLimitError
from coach.commitments.fields import FIRST, TERMS, agreed, as_agreed, field, process
from coach.commitments.glance import mark_said
from coach.commitments.marks import Given
from coach.commitments.overview import direction_to_fit, park_instead
from coach.commitments.promised import notice
from coach.commitments.ready import adopted_line, all_ready
from coach.commitments.records import RESULTS
from coach.commitments.terms import day_understood
from coach.core.errors import UsageError
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.pauses.over import Over, needs_reason
from screens.base.draft_page import begin
from screens.base.form import FormScreen
from screens.commitments.mark import ask_how
from screens.sheets.ask import AskSheet
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from coach.commitments.gate_session import GateSession
    from coach.commitments.progress import Progress
    from coach.commitments.records import Commitment, Result
    from coach.commitments.trial_session import TrialSession
    from coach.drafts import Draft
    from coach.session import Kept
    from screens.app import CoachApp

T = TypeVar("T")
COMMIT = "commit"
_NAME, _ALL = 40, "all"


async def mark(app: CoachApp, each: Progress, result: Result, day: date | None = None) -> None:
    """One key: it went so, today or on another day; what is done one at a time, once more; what has a mark
    already is asked about."""
    day = day or app.coach.today()
    goal = goal_of(each.commitment)
    if goal and goal.counts and each.calendar.total(day, day) < goal.number:
        marks = app.coach.marks
        one = await app.background.do(lambda: marks.counted(each.commitment, Done(1, adds=True), day))
        await _keep_mark(app, one, day)
        return
    if each.calendar.cells.get(day) in RESULTS or (day == app.coach.today() and each.today):
        await ask_mark(app, each, day)
        return
    await _keep_mark(app, Given(each.commitment, result), day)


async def ask_mark(app: CoachApp, each: Progress, day: date | None = None) -> None:
    """How it went, and why when it did not."""
    day = day or app.coach.today()
    given = await ask_how(app, each, day)
    if given is not None:
        await _keep_mark(app, given, day)


async def _keep_mark(app: CoachApp, given: Given, day: date) -> None:
    marks = app.coach.marks
    await app.change(lambda: marks.mark([given], day))
    said = f"{first_line(given.commitment.text, _NAME)}: {mark_said(given, goal_of(given.commitment))}."
    _tell(app, said, notice(given.commitment, given.result))


def _tell(app: CoachApp, *said: str) -> None:
    """What became of it, and whom it concerns."""
    app.tell(" ".join(filter(None, said)))


async def promise_told(app: CoachApp, commitment: Commitment) -> None:
    """Whether whom it was promised to knows that it will not be so."""
    said, coach = words.commitments.promised, app.coach
    title = filled(said.ask, to=commitment.to)
    options = [("y", said.told, True), ("n", said.needless, True), ("l", said.later, False)]
    about = f"{first_line(commitment.text, _NAME)}\n\n{said.how}"
    if await app.push_screen_wait(PickSheet(title, options, about)):
        await app.change(lambda: coach.commitments.told(commitment))
        app.tell(words.commitments.told.noted)


async def commit(app: CoachApp, draft: Draft | None = None, text: str = "") -> None:
    """A page for a new commitment; its outcome may be known already."""
    coach, reader = app.coach, app.coach.reader()
    frame = await app.background.do(coach.frames.current)
    page = FormScreen(
        words.commitments.title_new,
        [*(field(name, reader) for name in TERMS), process(), field("avoids")],
        partial(_committed, app),
        await begin(app, COMMIT, "commitments", draft=draft),
        lead=first_line(frame.direction, 70) if frame else "",
        was={"process": False} | ({"text": text} if text else {}),
        first=(*FIRST, "act"),
    )
    await app.push_screen_wait(page)


async def _committed(app: CoachApp, said: dict[str, Any], changed: set[str]) -> bool:
    """Gives whether the page may go."""
    parts = agreed(said, changed | {"text"}, app.coach.reader())  # the outcome may have been known
    if not parts.get("text"):
        raise UsageError(words.commitments.needs_outcome)
    if (stopped := await asked_to_fit(app, parts)) is not None:
        return stopped
    if said["process"]:
        parts["process"] = True
        if not parts.get("avoids"):
            question, hint = words.commitments.about.avoids, words.commitments.hint.avoids
            parts["avoids"] = await app.push_screen_wait(AskSheet(question, hint=hint))
            if parts["avoids"] is None:
                return False
    commitments, text = app.coach.commitments, parts.pop("text")
    return await _made(app, lambda over: commitments.make(text, over=over, **parts), "committed")


async def asked_to_fit(app: CoachApp, parts: dict[str, Any]) -> bool | None:
    """S5: whether something new fits the direction that is held, which its parts then say. Where it is parked
    instead, or the question left, it gives whether the page may go; else nothing."""
    coach = app.coach
    direction = await app.background.do(lambda: direction_to_fit(coach, parts))
    if not direction:
        return None
    answer = await app.push_screen_wait(_fits(direction))
    if answer == "signal":
        await app.change(lambda: park_instead(coach, parts["text"], parts, "app"))
        app.tell(words.commitments.told.signal)
    if answer in {None, "signal"}:
        return bool(answer)
    parts["fits"] = answer == "yes"
    return None


async def with_room(app: CoachApp, make: Callable[[Over | None], T]) -> T | None:
    """Made, if need be beyond the limit; nothing where the person wanted no more."""
    try:
        return await app.change(lambda: make(None))
    except OverLimitError:
        over = await over_limit(app)
        if over is None:
            return None
        return await app.change(lambda: make(over))


async def keep_with_room(app: CoachApp, session: GateSession | TrialSession, said: dict[str, str]) -> Kept:
    """What a session decided; if need be beyond the limit. Whoever wants no more than fits is told so."""
    session.over = None
    try:
        return await app.change(lambda: session.keep(said, "app"))
    except OverLimitError:
        session.over = await over_limit(app)
        if session.over is None:
            raise
        return await app.change(lambda: session.keep(said, "app"))


async def _made(app: CoachApp, make: Callable[[Over | None], Commitment], told: str) -> bool:
    """Makes it and tells; gives whether it was made."""
    made = await with_room(app, make)
    if made is None:
        return False
    app.tell(filled(words.commitments.told[told], name=first_line(made.text, _NAME)))
    return True


def _fits(direction: str) -> PickSheet:
    options = [(key, words.commitments.fits[name], name) for key, name in FITS]
    about = f"{direction}\n\n{words.commitments.fits.about}"
    return PickSheet(words.commitments.fits.title, options, about)


async def over_limit(app: CoachApp) -> Over | None:
    """L15: until when one more is right, and what for."""
    coach = app.coach
    count = len(await app.background.do(coach.commitments.active))
    about = filled(words.commitments.over_limit, count=count, limit=coach.commitments.limit)
    until = await _ask_day(app, words.commitments.over_ask, words.commitments.over_hint, about)
    asked = words.commitments.exception
    if until is None:
        return None
    because = await app.push_screen_wait(AskSheet(asked.why, hint=asked.why_hint, check=needs_reason))
    return Over(until, because) if because else None


async def _ask_day(app: CoachApp, title: str, hint: str, about: str) -> date | None:
    reader = app.coach.reader()
    sheet = AskSheet(
        title,
        hint=hint,
        about=about,
        read=lambda typed: day_understood(typed, reader),
        check=lambda typed: reader.day(typed, ahead=True),
    )
    typed = await app.push_screen_wait(sheet)
    return reader.day(typed, ahead=True) if typed and typed.strip() else None


async def renegotiate(app: CoachApp, each: Progress, draft: Draft | None = None) -> None:
    """A page with its terms; what is said at the end is why."""
    commitment = each.commitment
    name = f"terms-{commitment.id}"
    reader = app.coach.reader()
    page = FormScreen(
        f"{words.commitments.renegotiate}: {first_line(commitment.text, _NAME)}",
        [*(field(name, reader) for name in TERMS), field("because")],
        partial(_renegotiated, app, commitment),
        await begin(app, name, "commitments", commitment.id, draft),
        was=as_agreed(commitment, each.gate, reader.today),
        first=(*FIRST, "act", "because"),
    )
    await app.push_screen_wait(page)


async def _renegotiated(
    app: CoachApp, commitment: Commitment, said: dict[str, Any], changed: set[str]
) -> bool:
    coach, parts, because = app.coach, agreed(said, changed, app.coach.reader()), said["because"]
    if parts or because:
        await app.change(lambda: coach.commitments.renegotiate(commitment, because, **parts))
        _tell(app, words.commitments.told.renegotiated, notice(commitment))
    return True


async def new_terms(
    app: CoachApp, commitment: Commitment, keep: Callable[[dict[str, Any], str], Awaitable[None]]
) -> bool:
    """At a gate: the terms it goes on with. Gives whether they were agreed on."""
    is_agreed, reader = False, app.coach.reader()

    async def kept(said: dict[str, Any], changed: set[str]) -> bool:
        nonlocal is_agreed
        await keep(agreed(said, changed, reader), said["because"])
        is_agreed = True
        return True

    page = FormScreen(
        f"{words.commitments.renegotiate}: {first_line(commitment.text, _NAME)}",
        [*(field(name, reader) for name in TERMS if name != "gate"), field("because")],
        kept,
        await begin(app, f"new-terms-{commitment.id}", "commitments", commitment.id),
        was=as_agreed(commitment, None, reader.today),
        first=(*FIRST, "act", "because"),
    )
    await app.push_screen_wait(page)
    return is_agreed


async def pause(app: CoachApp, each: Progress) -> None:
    """It rests until a day, or is taken up again."""
    coach = app.coach
    if each.state == "paused":
        await app.change(lambda: coach.commitments.resume(each.commitment))
        app.tell(words.commitments.told.resumed)
        return
    ask, about = words.commitments.ask.pause, words.commitments.ask.pause_about
    until = await _ask_day(app, ask, words.commitments.ask.pause_hint, about)
    if until:
        because = await app.push_screen_wait(AskSheet(words.commitments.exception.why)) or ""
        rest = await app.change(lambda: coach.commitments.pause(each.commitment, until, because))
        said = coach.days.say(rest.until)
        app.tell(filled(words.commitments.told.paused, day=said))


async def end(app: CoachApp, commitment: Commitment) -> None:
    """Finished or dropped; both make room."""
    title = filled(words.commitments.pick.end, name=first_line(commitment.text, _NAME))
    options = [(key, words.commitments.pick[how], how) for key, how in (("f", "finished"), ("d", "dropped"))]
    how = await app.push_screen_wait(PickSheet(title, options))
    if how:
        await finish(app, commitment, how)


async def finish(app: CoachApp, commitment: Commitment, how: Any) -> None:
    """It is over."""
    coach = app.coach
    await app.change(lambda: coach.commitments.end(commitment, how))
    _tell(app, words.commitments.told[how], notice(commitment) if how == "dropped" else "")


async def adopt(app: CoachApp) -> None:
    """M8: a practice that is ready, with one key."""
    found = enumerate(all_ready(), 1)
    options: list[tuple[str, str, Any]] = [
        (str(place), f"{each['text']}, {each['rhythm']}", each) for place, each in found
    ]
    options.append(("a", words.commitments.says.the_whole_week, _ALL))
    title, about = words.commitments.pick.practices, words.commitments.pick.practices_about
    practice: Any = await app.push_screen_wait(PickSheet(title, options, about))
    commitments = app.coach.commitments
    if practice == _ALL:
        made = await with_room(app, commitments.adopt_all)
        if made:
            app.tell(adopted_line(made, app.coach.days))
    elif practice is not None:
        await _made(app, lambda over: commitments.adopt(practice, over), "adopted")
