"""`coach reassess`: where the window stands, signals answered, an emergency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.errors import DONE, NotFoundError, UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.cycle.calls import calls_lines
from coach.cycle.reassessment import STEPS, SUDDEN, URGENT
from coach.cycle.signals_session import tries
from coach.cycle.step_sessions import ANSWERED, session_of
from coach.cycle.window import close, open_points, state, window
from coach.pauses.over import over_of
from coach.references import resolve
from coach.shell.command import Command
from coach.shell.walk import walk
from coach.signals.records import SETTLED

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.cycle.window import Window
    from coach.shell.shell import Shell

_STEP, _WIDTH = 32, 70
_CLOSING = {
    "rhythm": "NAME",
    "until": "DATE",
    "over_until": "DATE",
    "over_because": "TEXT",
    "surprised": "TEXT",
}
_ACTIONS = (*ANSWERED, "settle", "open", "close", "emergency")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=_ACTIONS, metavar="ACTION", help=", ".join(_ACTIONS))
    parser.add_argument("refs", nargs="*", metavar="REF")
    parser.add_argument("--as", dest="settled", choices=SETTLED)
    parser.add_argument("--because", metavar="TEXT", default="")
    for name in ("try", "when", "seen"):
        parser.add_argument(f"--{name}", dest=f"{name}_", metavar="TEXT", default="")
    for name in SUDDEN:
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, metavar="TEXT", default="", help=words.reassessment.question[name])
    for name in URGENT:
        parser.add_argument(
            f"--{name.replace('_', '-')}",
            metavar="TEXT",
            help=filled(words.season.says.emergency, ask=words.season.ask[name]),
        )
    for name, metavar in _CLOSING.items():
        parser.add_argument(f"--{name.replace('_', '-')}", metavar=metavar, default="")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach, action = shell.coach(), arguments.action
    if action == "emergency":
        return _emergency(arguments, shell)
    if action == "open":
        coach.reassessments.unseal()
        if not arguments.json:
            shell.say(words.reassessment.opened_now)
            return DONE
    if action == "close":
        return _close(arguments, shell)
    found = window(coach)
    if action in ANSWERED:
        return _answer(arguments, found, shell)
    return _settle(arguments, found, shell) if action == "settle" else _show(arguments, found, shell)


def _emergency(arguments: Namespace, shell: Shell) -> int:
    """S10: in four answers, and the parts of the frame that have to be others."""
    answers = {name: getattr(arguments, name) for name in SUDDEN}
    parts = {name: said for name in URGENT if (said := getattr(arguments, name)) is not None}
    kept = shell.coach().reassessments.emergency(answers, parts, source="shell")
    if arguments.json:
        shell.json(kept.as_json())
        return DONE
    shell.say(f"{words.reassessment.sudden.told_emergency} {short(kept.id)}")
    if kept.answers.get("waits"):
        shell.say(words.reassessment.sudden.told_waits)
    for line in calls_lines(shell.coach()):
        shell.say(safe_text(line))
    return DONE


def _close(arguments: Namespace, shell: Shell) -> int:
    """Frame, commitments and season are the new ones, together."""
    coach = shell.coach()
    until = coach.reader().day(arguments.until, ahead=True) if arguments.until else None
    over = over_of(arguments, coach)
    done = close(coach, rhythm=arguments.rhythm, until=until, over=over, surprised=arguments.surprised)
    if arguments.json:
        shell.json(done.reassessment.as_json())
        return DONE
    now = coach.seasons.now()
    opens = now.next_starts if now else done.season.ends
    shell.say(filled(words.reassessment.close.told, day=coach.days.say(opens)))
    return DONE


def _show(arguments: Namespace, found: Window, shell: Shell) -> int:
    """Where it stands, step by step."""
    if arguments.json:
        begun = found.stands.reassessment
        kept_json = begun.as_json() if begun else None
        if begun and kept_json and not found.stands.rests_until:
            kept_json["answers"] = dict(begun.answers)
        shell.json({"step": found.stands.step, "open": open_points(found), "reassessment": kept_json})
        return DONE
    for step in STEPS:
        is_done = STEPS.index(step) < STEPS.index(found.stands.step)
        title = words.reassessment.step[step]
        shell.out(f"{'●' if is_done else '○'} {title:<{_STEP}}{state(found, step)}")
    for each in found.waiting if found.stands.is_open else ():
        shell.out(f"  {shell.dim(short(each.id))}  {first_line(each.text, _WIDTH)}")
    shell.say(words.season.says.coach_then_and_r_goes_through)
    return DONE


def _answer(arguments: Namespace, found: Window, shell: Shell) -> int:
    """A step in plain lines; the hard questions are sealed when one says so."""
    coach = shell.coach()
    session = session_of(coach, found, arguments.action)
    kept = walk(shell, session)
    if arguments.json and kept.record:
        shell.json(kept.record.as_json())
    if kept.told:
        shell.say(kept.told)
    if arguments.action == "questions" and kept.record:
        _seal(coach, shell)
    return DONE


def _seal(coach: Coach, shell: Shell) -> None:
    if shell.ask(f"{words.reassessment.seal.title} {' '.join(words.reassessment.seal.lines)}"):
        coach.reassessments.seal()
        day = coach.days.say(coach.reader().day("tomorrow", ahead=True))
        shell.say(filled(words.reassessment.seal.told, day=day))
    else:
        shell.say(words.reassessment.seal.not_yet)


def _settle(arguments: Namespace, found: Window, shell: Shell) -> int:
    """S4: signals answered, here as in the app: once the seal is open."""
    coach, waiting = shell.coach(), {each.id: each for each in found.waiting}
    if not found.stands.is_open:
        raise UsageError(words.reassessment.step_locked)
    if not arguments.refs or not arguments.settled:
        raise UsageError(words.reassessment.settle_what, do=words.reassessment.settle_how)
    chosen = {resolve(coach.store, each, waiting) for each in arguments.refs}
    if not chosen <= waiting.keys():
        raise NotFoundError(words.reassessment.settle_gone, do=words.reassessment.settle_how)
    signals = [waiting[each] for each in sorted(chosen)]
    planned = tries(arguments.try_, arguments.when_, arguments.seen_, coach.reader())
    coach.signals.settle(signals, arguments.settled, arguments.because, planned)
    left = counted(len(waiting) - len(signals), "signal")
    shell.say(filled(words.reassessment.signals.told_left, count=left))
    return DONE


COMMANDS = (
    Command(
        "reassess",
        _run,
        _arguments,
    ),
)
