"""Opening the next season, calling the window, resting: pages about the cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.cycle.calls import calls_lines
from coach.cycle.fields import calling, opening, resting
from coach.cycle.reassessment import SUDDEN
from coach.cycle.rhythms import DEFAULT
from coach.drafts import is_of
from coach.pauses.pauses import resting as resting_on
from coach.today.away import leave as leave_as_it_is
from coach.today.away import let_rest
from screens.base.draft_page import begin, offer_away
from screens.base.form import FormScreen
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from datetime import date

    from coach.cycle.records import SeasonName
    from coach.drafts import Draft
    from coach.today.away import Away
    from screens.app import CoachApp


async def open_season(app: CoachApp, draft: Draft | None = None) -> None:
    """A page for the next season: its rhythm and its end, or what shifted when the window is called."""
    coach = app.coach
    now = await app.background.do(coach.seasons.now)
    name: SeasonName = "redesign" if now and now.is_held else "execution"
    is_called = now is not None and now.is_held and not now.days_over
    title = "called" if is_called else name if now else "first"
    rhythm = now.season.rhythm if now else DEFAULT
    reader = coach.reader()
    fields = opening(name, rhythm, reader)
    if is_called:
        told = await app.background.do(lambda: calls_lines(coach))
        fields = [*calling("\n".join(told)), *fields]

    async def keep(said: dict[str, Any], _: set[str]) -> bool:
        until = coach.reader().day(said["until"], ahead=True) if said["until"] else None
        chosen = said.get("own") or said.get("rhythm") or ""
        because = said.get("because", "")
        if is_called:
            answers = {each: said[each] for each in SUDDEN}
            await app.change(lambda: coach.reassessments.call(because, answers, until))
            app.tell(words.reassessment.sudden.told_called)
            return True
        if name == "execution":
            if not await _leave(app, chosen, until):
                return False
        else:
            await app.change(lambda: coach.seasons.open(name, rhythm=chosen, until=until))
        opened = await app.background.do(coach.seasons.now)
        if opened:
            day = opened.next_starts if opened.is_held else opened.ends
            told = filled(words.season.open[f"told_{name}"], day=say_day(day, opened.day))
            is_first = name == "redesign" and opened.number == 1
            app.tell(f"{told} {words.season.open.first}" if is_first else told)
        return True

    if draft and not is_of(draft, f"season-{title}"):
        await offer_away(app, draft)
        return
    begun = await begin(app, f"season-{title}", "seasons", draft=draft)
    lead = words.season.open["lead_" + name]
    heading = words.season.open[f"title_{title}"]
    page = FormScreen(heading, fields, keep, begun, lead, was={"rhythm": rhythm})
    await app.push_screen_wait(page)


async def _leave(app: CoachApp, rhythm: str, until: date | None) -> bool:
    """The next season; a window with something open in it is left on purpose, or not at all."""
    from coach.cycle.window import OpenWindowError, leave

    coach = app.coach
    try:
        await app.change(lambda: leave(coach, rhythm=rhythm, until=until))
    except OpenWindowError as error:
        from screens.sheets.confirm import ConfirmSheet

        lines = [*error.still, "", words.reassessment.leave_about]
        if not await app.push_screen_wait(ConfirmSheet(words.reassessment.leave_title, lines)):
            return False
        await app.change(lambda: leave(coach, rhythm=rhythm, until=until, anyway=True))
    return True


async def pause_all(app: CoachApp, draft: Draft | None = None) -> None:
    """A page for leave or illness; during one, its end."""
    coach = app.coach
    day = coach.today()
    rest = await app.background.do(lambda: resting_on(coach.seasons.rests(), day))
    if draft is None and rest:
        await app.change(coach.seasons.resume)
        app.tell(words.season.pause.resumed)
        return

    async def keep(said: dict[str, Any], _: set[str]) -> bool:
        until = coach.reader().day(said["until"], ahead=True)
        rest = await app.change(lambda: coach.seasons.pause(until, because=said["because"]))
        day = coach.days.say(rest.until)
        app.tell(filled(words.season.pause.told, day=day))
        return True

    begun = await begin(app, "pause", "seasons", draft=draft)
    page = FormScreen(words.season.pause.title, resting(coach.reader()), keep, begun)
    await app.push_screen_wait(page)


async def back_again(app: CoachApp, days: Away) -> None:
    """After days away: they rest, a season begins today, or all stays as it is."""
    coach, said = app.coach, words.today.away
    now = await app.background.do(coach.seasons.now)
    options: list[tuple[str, str, str]] = [("r", said.rest, "rest")]
    if now is None or now.days_over:
        options.append(("b", said.begin, "begin"))
    options.append(("l", said.leave, "leave"))
    picked = await app.push_screen_wait(PickSheet(said.title, options, said.rests_about))
    if picked == "rest":
        rest = await app.change(lambda: let_rest(coach, days))
        app.tell(filled(said.told, first=coach.days.say(rest.first), last=coach.days.say(rest.until)))
    elif picked == "begin":
        await open_season(app)
        begun = await app.background.do(coach.seasons.now)
        if begun and begun.season.starts == coach.today():
            await app.change(lambda: leave_as_it_is(coach, days))
    elif picked == "leave":
        await app.change(lambda: leave_as_it_is(coach, days))
        app.tell(words.commitments.told.replied)
