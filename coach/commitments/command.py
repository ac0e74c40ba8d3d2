"""`coach commit`, `renegotiate` and `end`: what is held, on which terms, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.agreement import FITS
from coach.commitments.fields import field
from coach.commitments.overview import direction_to_fit, park_instead
from coach.commitments.promised import notice
from coach.commitments.ready import EVERY_ONE, adopted_line, all_ready, ready
from coach.commitments.shell_terms import add_terms, ahead, parts_of, tell
from coach.commitments.trial import ENERGY, FLOW, KEPT, OUTCOME, OWN
from coach.core.errors import DONE, UsageError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.pauses.over import add_over, over_of
from coach.shell.command import Command
from coach.shell.options import add_options
from coach.signals.records import Signal

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.pauses.over import Over
    from coach.shell.shell import Shell

_WIDTH = 120
_ENDINGS = ("finished", "dropped")


def _commit_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT")
    add_terms(parser)
    parser.add_argument("--starts", metavar="DATE")
    parser.add_argument("--process", action="store_true")
    add_options(parser, [field("avoids")])
    parser.add_argument("--practice", metavar="ID")
    parser.add_argument("--practices", action="store_true")
    add_over(parser)
    parser.add_argument("--trial", action="store_true")
    parser.add_argument("--moves", metavar="WHAT")
    parser.add_argument("--coin", action="store_true")


def _commit(arguments: Namespace, shell: Shell) -> int:
    if arguments.practices:
        return _list_practices(shell, as_json=arguments.json)
    coach = shell.coach()
    text, parts = " ".join(arguments.text), _new_parts(arguments, coach)
    over = over_of(arguments, coach)
    if arguments.practice and (text or parts or arguments.trial or arguments.moves or arguments.coin):
        raise UsageError(
            words.commitments.error.a_practice_comes_with_its_own,
            do=words.commitments.error.coach_renegotiate_changes_them,
        )
    if arguments.practice == EVERY_ONE:
        return _adopt_all(shell, coach, over, as_json=arguments.json)
    if arguments.practice:
        commitment = coach.commitments.adopt(_practice(arguments.practice), over)
    else:
        if text.strip() and _is_a_signal(shell, coach, parts):
            return _parked(shell, park_instead(coach, text, parts, "shell"), as_json=arguments.json)
        if arguments.trial or arguments.moves or arguments.coin:
            parts.pop("gate", None)
            moves = _moves(arguments.moves, coach)
            commitment = coach.commitments.try_out(text, moves, over=over, coin=arguments.coin, **parts)
        else:
            commitment = coach.commitments.make(text, over=over, **parts)
    tell(shell, coach, commitment, words.commitments.says.done_made, as_json=arguments.json)
    if commitment.fits is False:
        shell.say(words.commitments.outside_frame)
    if commitment.process and not commitment.avoids:
        shell.say(
            filled(words.commitments.says.avoids_keeps_the_answer, avoids=words.commitments.about.avoids)
        )
    return DONE


def _moves(typed: str | None, coach: Coach) -> str:
    """What a trial is to move: energy, a number of the frame, a commitment, or a question of one's own."""
    if not typed or typed in {ENERGY, FLOW, OUTCOME}:
        return typed or ENERGY
    return OWN + typed if " " in typed.strip() else KEPT + coach.commitments.find(typed).id


def _is_a_signal(shell: Shell, coach: Coach, parts: dict[str, Any]) -> bool:
    """S5: whether what does not fit the direction is parked instead; else its parts say how it fits."""
    direction = direction_to_fit(coach, parts)
    answer = _asked_to_fit(shell, direction) if direction else None
    if answer and answer != "signal":
        parts["fits"] = answer == "yes"
    return answer == "signal"


def _adopt_all(shell: Shell, coach: Coach, over: Over | None, *, as_json: bool) -> int:
    made = coach.commitments.adopt_all(over)
    if as_json:
        shell.json([each.as_json() for each in made])
    else:
        shell.say(adopted_line(made, coach.days))
    return DONE


def _list_practices(shell: Shell, *, as_json: bool) -> int:
    if as_json:
        shell.json(all_ready())
    else:
        for each in all_ready():
            shell.out(f"{each['id']:<10}{each['text']}, {each['rhythm']}")
    return DONE


def _new_parts(arguments: Namespace, coach: Coach) -> dict[str, Any]:
    """The terms given, with what only a new one has."""
    parts = parts_of(arguments, coach)
    if starts := ahead(arguments.starts, coach):
        parts["starts"] = starts
    if arguments.process or arguments.avoids:
        parts |= {"process": True, "avoids": arguments.avoids or ""}
    return parts


def _practice(name: str) -> dict[str, str]:
    found = ready(name)
    if found is None:
        known = ", ".join(each["id"] for each in all_ready())
        raise UsageError(
            filled(words.commitments.error.there_is_no_practice, name=name),
            do=filled(words.commitments.error.there_are, known=known),
        )
    return found


def _asked_to_fit(shell: Shell, direction: str) -> str | None:
    """One of three; nothing where nobody can answer."""
    question = f"{words.commitments.fits.title} {safe_text(direction)}"
    return shell.pick(question, [(key, words.commitments.fits[name], name) for key, name in FITS])


def _parked(shell: Shell, signal: str, *, as_json: bool) -> int:
    if as_json:
        shell.json({"id": signal, **(shell.coach().store.find(Signal.kind, signal) or {})})
    shell.say(words.commitments.told.signal)
    return DONE


def _renegotiate_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF")
    parser.add_argument("--text", metavar="TEXT")
    parser.add_argument("--pause", metavar="DATE")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--told", action="store_true")
    parser.add_argument("--because", metavar="TEXT", default="")
    add_terms(parser)


def _renegotiate(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    commitment = coach.commitments.find(arguments.ref)
    parts = parts_of(arguments, coach) | ({"text": arguments.text} if arguments.text else {})
    if parts and (arguments.pause or arguments.resume):
        raise UsageError(
            words.commitments.error.a_rest_and_other_terms_are,
            kept=words.commitments.error.nothing_was_changed,
            do=words.commitments.error.one_at_a_time,
        )
    if until := ahead(arguments.pause, coach):
        rest = coach.commitments.pause(commitment, until, arguments.because)
        if arguments.json:
            shell.json(rest.as_json())
        shell.say(filled(words.commitments.says.resting_until, day=coach.days.say(rest.until)))
        return DONE
    if arguments.resume:
        coach.commitments.resume(commitment)
        if arguments.json:
            shell.json(commitment.as_json())
        shell.say(words.commitments.told.resumed)
        return DONE
    if arguments.told:
        commitment = coach.commitments.told(commitment)
        if not parts:
            _noted(shell, commitment, as_json=arguments.json)
            return DONE
    if not parts:
        raise UsageError(
            words.commitments.error.there_is_nothing_to_change,
            do=words.commitments.error.coach_renegotiate_help_shows_what_can,
        )
    changed = coach.commitments.renegotiate(commitment, arguments.because, **parts)
    tell(shell, coach, changed, words.commitments.says.done_renegotiated, as_json=arguments.json)
    if not arguments.told and (promised := notice(changed)):
        shell.say(safe_text(promised))
    return DONE


def _noted(shell: Shell, commitment: Commitment, *, as_json: bool) -> None:
    """Whoever it was promised to knows."""
    if as_json:
        shell.json(commitment.as_json())
    shell.say(words.commitments.told.noted)


def _end_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF")
    parser.add_argument("how", choices=_ENDINGS, metavar="|".join(_ENDINGS))
    parser.add_argument("--because", metavar="TEXT", default="")
    parser.add_argument("--json", action="store_true")


def _end(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    ended = coach.commitments.end(coach.commitments.find(arguments.ref), arguments.how, arguments.because)
    tell(shell, coach, ended, arguments.how.capitalize(), as_json=arguments.json)
    if arguments.how == "dropped" and (promised := notice(ended)):
        shell.say(safe_text(promised))
    return DONE


COMMANDS = (
    Command(
        "commit",
        _commit,
        _commit_arguments,
        takes_text="text",
    ),
    Command(
        "renegotiate",
        _renegotiate,
        _renegotiate_arguments,
    ),
    Command(
        "end",
        _end,
        _end_arguments,
    ),
)
