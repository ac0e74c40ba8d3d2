"""What is counted week by week: a forecast, a decision that needed one or did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.forecasts import ODDS
from coach.deciding.records import CAME
from coach.deciding.tally import LASTS, count_line
from screens.sheets.ask import AskSheet
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from coach.deciding.records import Forecast
    from screens.app import CoachApp

_NAME, _OWN = 50, "own"
"""Something that is no commitment."""


async def forecast_week(app: CoachApp) -> None:
    """Two keys: which commitment, and how likely it is done by Friday."""
    coach = app.coach
    held = await app.background.do(coach.commitments.active)
    options: list[tuple[str, str, Any]] = [
        (str(place), first_line(each.text, _NAME), each) for place, each in enumerate(held[:9], 1)
    ]
    options.append(("o", words.deciding.forecast.own, _OWN))
    chosen = await app.push_screen_wait(PickSheet(words.deciding.forecast.ask, options))
    if chosen is None:
        return
    is_own = chosen is _OWN
    text = await app.push_screen_wait(AskSheet(words.deciding.forecast.what)) if is_own else chosen.text
    if not text:
        return
    odds = [(str(each), f"{each}0%", each) for each in ODDS]
    tenths = await app.push_screen_wait(PickSheet(words.deciding.forecast.ask, odds, text))
    if tenths:
        kept = await app.change(lambda: coach.forecasts.say(text, tenths, None if is_own else chosen.id))
        day = coach.days.say(kept.due)
        app.tell(
            filled(words.deciding.told.forecast, name=first_line(text, _NAME), odds=f"{kept.odds:g}", day=day)
        )


async def tally_now(app: CoachApp) -> None:
    """One decision, one key; without a round, one is begun if the person wants that."""
    coach, said = app.coach, words.deciding.tally
    running = await app.background.do(coach.tallies.running)
    if running is None:
        options: list[tuple[str, str, Any]] = [("s", said.start, "start")]
        if await app.push_screen_wait(PickSheet(said.title, options, said.start_about)):
            new = await app.change(coach.tallies.start)
            app.tell(filled(words.deciding.told.tally_started, day=coach.days.say(new.first + LASTS)))
        return
    told = count_line(await app.background.do(lambda: coach.tallies.count(running)))
    options = [("m", said.me, True), ("o", said.other, False)]
    needed_me = await app.push_screen_wait(PickSheet(said.title, options, told))
    if needed_me is not None:
        app.tell(count_line(await app.change(lambda: coach.tallies.add(needed_me=needed_me))))


async def resolve_forecast(app: CoachApp, forecast: Forecast) -> None:
    """Whether it was done."""
    coach = app.coach
    options = [(name[0], words.deciding.came[name], name) for name in CAME]
    came = await app.push_screen_wait(PickSheet(words.deciding.row_forecast, options, forecast.text))
    if came:
        await app.change(lambda: coach.forecasts.resolve(forecast, came))
        name = first_line(forecast.text, _NAME)
        app.tell(filled(words.deciding.told.resolved, name=name, came=words.deciding.came[came]))
