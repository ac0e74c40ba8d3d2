"""`coach forecast`: two keys a week, and how well one judges."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from coach.commitments.records import Commitment
from coach.core.errors import DONE, NoDataError, NotFoundError, UsageError
from coach.core.ids import short
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.deciding.calibration import Calibration, calibration
from coach.deciding.forecasts import ODDS
from coach.deciding.numbers import calibration_lines
from coach.deciding.records import CAME, Forecast
from coach.describe import on_one_line
from coach.references import find
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.core.record import Record
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="REF|TEXT [5-9|yes|no]")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach, said = shell.coach(), list(arguments.words)
    if not said:
        return _show(arguments, shell, coach)
    if len(said) == 1:
        raise UsageError(words.deciding.error.tenths)
    last, subject = said.pop(), " ".join(said)
    known = _known(coach, subject)
    if came := next((each for each in CAME if each == last), None):
        kept = coach.forecasts.resolve(coach.forecasts.meant(subject, known), came)
        told = filled(words.deciding.told.resolved, name=kept.text, came=words.deciding.came[came])
    elif last in {str(each) for each in ODDS}:
        kept = _said(coach, subject, known, int(last))
        day = coach.days.say(kept.due)
        told = filled(words.deciding.told.forecast, name=kept.text, odds=f"{kept.odds:g}", day=day)
    else:
        raise UsageError(words.deciding.error.tenths)
    if arguments.json:
        shell.json(kept.as_json())
    shell.say(f"{safe_text(told)} {short(kept.id)}")
    return DONE


def _said(coach: Coach, subject: str, known: Record | None, tenths: int) -> Forecast:
    """A forecast is thought again, a commitment is forecast; of nothing else words are taken."""
    if isinstance(known, Forecast):
        return coach.forecasts.think_again(known, tenths)
    if isinstance(known, Commitment):
        return coach.forecasts.say(known.text, tenths, known.id, "shell")
    return coach.forecasts.say(subject, tenths, source="shell")


def _known(coach: Coach, subject: str) -> Record | None:
    """A record, where the words are its reference."""
    with suppress(NotFoundError, UsageError):
        found = find(coach.store, subject)
        return found if isinstance(found, Forecast) or hasattr(found, "text") else None
    return None


def _show(arguments: Namespace, shell: Shell, coach: Coach) -> int:
    found = coach.forecasts.all()
    judged = calibration([*found, *coach.decisions.all()])
    if arguments.json:
        shell.json(calibration_json(judged) | {"open": [each.as_json() for each in found if not each.came]})
        return DONE
    if not found and not judged.n:
        raise NoDataError(words.deciding.error.none_forecast, do=words.deciding.forecast.none)
    for each in found:
        if each.came is None:
            shell.out(f"{shell.dim(short(each.id))}  {safe_text(on_one_line(each, coach))}")
    for line in calibration_lines(judged):
        shell.out(line.text)
    return DONE


def calibration_json(found: Calibration) -> dict[str, object]:
    """For a program."""
    bins = [{"odds": each.odds, "came": each.came, "of": each.of} for each in found.bins]
    return {"n": found.n, "brier": found.brier, "reading": found.reading, "bins": bins}


COMMANDS = (Command("forecast", _run, _arguments),)
