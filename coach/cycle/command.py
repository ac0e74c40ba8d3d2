"""`coach season` and `coach frame`: where in the cycle one is, and what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError, UsageError
from coach.core.safe_text import safe_text
from coach.core.said_days import say_day, say_span
from coach.core.texts import filled, words
from coach.cycle.calls import calls_lines
from coach.cycle.reassessment import SUDDEN
from coach.cycle.rhythms import find, presets
from coach.cycle.season import ahead
from coach.cycle.season_json import season_json
from coach.cycle.window import leave
from coach.cycle.words import in_words, season_line
from coach.describe import part_said
from coach.frame.fields import field
from coach.frame.frames import PARTS, HeldError, changes
from coach.frame.quotes import PAGE, pairs
from coach.pauses.pauses import resting
from coach.shell.command import Command, names_file
from coach.shell.options import add_options

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from coach.app import Coach
    from coach.cycle.records import SeasonName
    from coach.frame.records import Frame
    from coach.shell.shell import Shell

_ACTIONS = ("execution", "redesign", "move", "pause", "resume", "rhythms")
_COLUMN = 14


def _season_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action", nargs="?", choices=_ACTIONS, metavar="ACTION",
    )  # fmt: skip
    parser.add_argument("--rhythm", metavar="NAME", default="")
    parser.add_argument("--on", metavar="DAY")
    parser.add_argument("--until", metavar="DATE")
    parser.add_argument("--because", metavar="TEXT", default="")
    for name in SUDDEN:
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, metavar="TEXT", default="", help=words.reassessment.question[name])
    parser.add_argument("--anyway", action="store_true")
    names_file(parser.add_argument("--calendar", metavar="FILE"))
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--json", action="store_true")


def _season(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    reader = coach.reader()
    until = reader.day(arguments.until, ahead=True) if arguments.until else None
    on = reader.day(arguments.on) if arguments.on else None
    if arguments.action == "rhythms":
        if arguments.json:
            shell.json([{"id": each.id, "name": each.name, "about": each.about} for each in presets()])
            return DONE
        for each in presets():
            shell.out(f"{each.id:<{_COLUMN}}{each.name}")
            shell.out(shell.dim(f"{'':<{_COLUMN}}{each.about}"))
        return DONE
    _act(arguments, coach, shell, on, until)
    if arguments.action in {"pause", "resume"} and coach.seasons.now() is None:
        rest = resting(coach.seasons.rests(), reader.today)
        if arguments.json:
            shell.json(rest.as_json() if rest else {})
        elif rest:
            shell.say(filled(words.season.says.resting_until, day=say_day(rest.until, reader.today)))
        else:
            shell.say(words.season.says.the_pause_is_over)
        return DONE
    if arguments.calendar:
        from coach.cycle.calendar import write  # 60 ms, and only here

        path = arguments.calendar
        count = shell.over(lambda over: write(coach, path, over=over), force=arguments.force)
        if arguments.json:
            shell.json({"file": arguments.calendar, "dates": count})
            return DONE
        shell.say(
            filled(
                words.season.says.dates_in_written_again_it_updates,
                count=count,
                value=safe_text(arguments.calendar),
            )
        )
        return DONE
    return _show_season(coach, shell, as_json=arguments.json)


def _act(arguments: Namespace, coach: Coach, shell: Shell, on: date | None, until: date | None) -> None:
    """Does what was asked of the season."""
    action, seasons = arguments.action, coach.seasons
    if action in {"execution", "redesign"}:
        name: SeasonName = action
        if name == "execution":
            because, anyway = arguments.because, arguments.anyway
            leave(coach, rhythm=arguments.rhythm, on=on, until=until, because=because, anyway=anyway)
            return
        now = seasons.now()
        if now and now.is_held and not now.days_over and (on or now.day) <= now.ends:
            _call(arguments, coach, shell, on, until)
        else:
            seasons.open(name, rhythm=arguments.rhythm, on=on, until=until, because=arguments.because)
    elif action in {"move", "pause"}:
        if until is None:
            raise UsageError(
                filled(words.season.says.needs_until, action=action),
                do=filled(words.season.error.coach_season_until_w, action=action),
            )
        if action == "move":
            seasons.move(until, arguments.because)
        else:
            seasons.pause(until, first=on, because=arguments.because)
    elif action == "resume":
        seasons.resume()


def _call(arguments: Namespace, coach: Coach, shell: Shell, on: date | None, until: date | None) -> None:
    """S9: before its day a window is called, with what shifted; the others it was called for stand beside."""
    told = calls_lines(coach)
    answers = {name: getattr(arguments, name) for name in SUDDEN}
    if not (arguments.because or answers["premise"]):
        raise UsageError(words.reassessment.premise_missing, do=words.reassessment.premise_missing_do)
    coach.reassessments.call(arguments.because, answers, until, on, "shell", rhythm=arguments.rhythm)
    for line in told:
        shell.say(safe_text(line))


def _show_season(coach: Coach, shell: Shell, *, as_json: bool) -> int:
    now = coach.seasons.now()
    if now is None:
        raise NoDataError(
            words.season.error.no_season_is_open_yet, do=words.season.error.coach_season_execution_opens_one
        )
    if as_json:
        shell.json(season_json(now))
        return DONE
    today = now.day
    shell.out(shell.strong(season_line(now)))
    for line in in_words(now):
        shell.out(line)
    shell.out(
        shell.dim(
            filled(
                words.season.says.began,
                name=find(now.season.rhythm).name,
                day=say_day(now.season.starts, today),
            )
        )
    )
    for each in ahead(now):
        days = say_span(each.starts, each.ends, today)
        shell.out(f"  {words.season.name[each.name]:<18}{days}")
    return DONE


def _frame_arguments(parser: ArgumentParser) -> None:
    add_options(parser, map(field, PARTS))
    add_options(parser, [field("because")], default="")
    parser.add_argument("--quote", metavar="TEXT")
    parser.add_argument("--history", action="store_true")
    parser.add_argument("--json", action="store_true")


def _tell_change(coach: Coach, before: Frame | None, shell: Shell) -> None:
    """That it is written down, what stood there before, and until when it may still become another one."""
    shell.say(words.season.says.the_frame_is_written_down)
    now, today = coach.frames.current(), coach.today()
    for name in PARTS if before and now else ():
        was = getattr(before, name)
        if was and was != getattr(now, name):
            shell.say(safe_text(filled(words.season.before, part=words.season.page[name], was=was)))
    if free := coach.frames.free_until():
        shell.say(filled(words.season.free_until, day=say_day(free, today)))


def _frame(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    given = {name: getattr(arguments, name) for name in PARTS if getattr(arguments, name) is not None}
    if arguments.quote is None and (given or arguments.because):
        before = coach.frames.current()
        try:
            coach.frames.change(given, arguments.because)
        except HeldError as error:
            ways = words.season.held_ways_shell
            raise HeldError(error.what, kept=error.kept, do=ways) from error
        if not arguments.json:
            _tell_change(coach, before, shell)
    history = coach.frames.history()
    if not history:
        raise NoDataError(
            words.season.error.nothing_is_written_down_yet,
            do=words.season.error.coach_frame_direction_does_it,
        )
    frame = history[0]
    if arguments.quote is not None:
        said = {"text": arguments.quote, **given} | ({"because": ""} if arguments.because else {})
        return _quote(said, frame, coach, shell, as_json=arguments.json)
    if arguments.json:
        shell.json([each.as_json() for each in history] if arguments.history else frame.as_json())
        return DONE
    if arguments.history:
        for each, before in zip(history, [*history[1:], None], strict=True):
            came_of = f", {words.season.came_of[each.came_of]}" if each.came_of else ""
            shell.out(shell.strong(f"{coach.reader().said(each.created)}{came_of}"))
            _show(each, changes(each, before), shell)
        return DONE
    _show(frame, list(PARTS), shell)
    now = coach.seasons.now()
    if now:
        shell.say(season_line(now))
    return DONE


def _quote(said: dict[str, str], frame: Frame, coach: Coach, shell: Shell, *, as_json: bool) -> int:
    """From memory: what is given up; with --direction and --outcome those, too."""
    if not frame.giving_up:
        raise NoDataError(
            words.season.error.no_tradeoff_is_written_down_yet,
            do=words.season.error.coach_frame_giving_up_does_it,
        )
    if other := said.keys() - {"text", *PAGE}:
        raise UsageError(filled(words.season.quote.not_asked, option=min(other).replace("_", "-")))
    quote = coach.quotes.keep(frame, **said)
    if as_json:
        shell.json(quote.as_json())
        return DONE
    for place, pair in enumerate(pairs(quote, frame)):
        if place:
            shell.out("")
        shell.out(safe_text(f"{words.season.quote.said:<{_COLUMN}}{pair.said}"))
        shell.out(safe_text(f"{words.season.quote.written:<{_COLUMN}}{pair.written}"))
    return DONE


def _show(frame: Frame, parts: list[str], shell: Shell) -> None:
    for text in dict.fromkeys(frame.conditions.values()):
        shell.out(safe_text(f"{words.season.page.because:<{_COLUMN}}{text}"))
    for name in [*parts, "because"]:
        value = getattr(frame, name)
        if value:
            shell.out(safe_text(f"{words.season.page[name]:<{_COLUMN}}{part_said(name, value)}"))


COMMANDS = (
    Command(
        "season",
        _season,
        _season_arguments,
    ),
    Command(
        "frame",
        _frame,
        _frame_arguments,
    ),
)
