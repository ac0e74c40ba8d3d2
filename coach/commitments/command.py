"""`coach commit`, `renegotiate`, `end` and `gate`: what is held, on which terms, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.agreement import FITS, QUESTIONS, UnansweredError, in_words
from coach.commitments.fields import OPTIONS, field
from coach.commitments.gate_session import GateSession
from coach.commitments.overview import commitments_on, direction_to_fit, life_of, park_instead
from coach.commitments.promised import notice
from coach.commitments.ready import EVERY_ONE, adopted_line, all_ready, ready
from coach.commitments.rhythm import read, say
from coach.commitments.trial import ENERGY, FLOW, KEPT, OUTCOME, OWN, RESULTS, is_trial
from coach.commitments.trial_lines import card_json, card_lines
from coach.commitments.trial_session import TrialSession
from coach.core.errors import DONE, CoachError, UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line, safe_text
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.pauses.over import add_over, over_of
from coach.shell.command import Command
from coach.shell.options import add_options
from coach.shell.walk import walk
from coach.signals.records import Signal

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.pauses.over import Over
    from coach.session import Kept
    from coach.shell.shell import Shell

_WIDTH = 120
_ENDINGS = ("finished", "dropped")
_RESULTS = ("renew", "change", "expand", "end")


def _terms(parser: ArgumentParser) -> None:
    """What can be said of a commitment, now or later."""
    parser.add_argument("--every", metavar="RHYTHM")
    parser.add_argument("--due", metavar="DATE")
    parser.add_argument("--outside", action="store_true")
    add_options(parser, (field(name) for name in OPTIONS))
    parser.add_argument("--json", action="store_true")


def _parts(arguments: Namespace, coach: Coach) -> dict[str, Any]:
    """The terms given, as the service takes them."""
    parts: dict[str, Any] = {name: getattr(arguments, name) for name in OPTIONS}
    parts["rhythm"] = None if arguments.every is None else say(read(arguments.every))
    parts |= {name: _ahead(getattr(arguments, name), coach) for name in ("due", "gate")}
    if arguments.outside:
        parts["fits"] = False
    return {name: value for name, value in parts.items() if value is not None}


def _ahead(typed: str | None, coach: Coach) -> date | None:
    """A day that was given, which lies ahead."""
    return None if typed is None else coach.reader().day(typed, ahead=True)


def _commit_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT")
    _terms(parser)
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
    if arguments.practice and (text or parts):
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
    _told(shell, coach, commitment, "Committed", as_json=arguments.json)
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
    parts = _parts(arguments, coach)
    if starts := _ahead(arguments.starts, coach):
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


def _told(shell: Shell, coach: Coach, commitment: Commitment, done: str, *, as_json: bool) -> None:
    if as_json:
        shell.json(commitment.as_json())
        return
    today = coach.today()
    now = next(iter(commitments_on(coach, today, only={commitment.id})), None)
    said = [f"{done} {short(commitment.id)}: {first_line(in_words(commitment), _WIDTH)}."]
    if now is None:  # its rhythm is one that only another version reads
        shell.say(safe_text(said[0]))
        return
    first = today if now.is_due and not now.times else now.next_due
    if first and not commitment.due and commitment.ended is None:
        said.append(filled(words.commitments.says.next_on, day=say_day(first, today)))
    if commitment.ended is None and not (commitment.rhythm or commitment.due):
        said.append(words.commitments.says.asks_for_nothing)
    if commitment.ended is None:
        said.append(filled(words.commitments.says.its_gate_is_on, day=say_day(now.gate, today)))
    shell.say(safe_text(" ".join(said)))


def _renegotiate_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF")
    parser.add_argument("--text", metavar="TEXT")
    parser.add_argument("--pause", metavar="DATE")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--told", action="store_true")
    parser.add_argument("--because", metavar="TEXT", default="")
    _terms(parser)


def _renegotiate(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    commitment = coach.commitments.find(arguments.ref)
    parts = _parts(arguments, coach) | ({"text": arguments.text} if arguments.text else {})
    if parts and (arguments.pause or arguments.resume):
        raise UsageError(
            words.commitments.error.a_rest_and_other_terms_are,
            kept=words.commitments.error.nothing_was_changed,
            do=words.commitments.error.one_at_a_time,
        )
    if until := _ahead(arguments.pause, coach):
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
    _told(shell, coach, changed, "Renegotiated", as_json=arguments.json)
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
    _told(shell, coach, ended, arguments.how.capitalize(), as_json=arguments.json)
    if arguments.how == "dropped" and (promised := notice(ended)):
        shell.say(safe_text(promised))
    return DONE


def _gate_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF")
    results = [*_RESULTS, *RESULTS]
    parser.add_argument("result", nargs="?", choices=results, metavar="RESULT", help=words.trials.results)
    for name in QUESTIONS:
        question = words.commitments.gate.question[name]
        parser.add_argument(f"--{name}", metavar="TEXT", default="", help=question)
    parser.add_argument("--because", metavar="TEXT", default="")
    parser.add_argument("--text", metavar="TEXT")
    add_over(parser)
    parser.add_argument("--plain", action="store_true")
    _terms(parser)


def _gate(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    commitment = coach.commitments.find(arguments.ref)
    if is_trial(commitment) and commitment.ended is None:
        return _end_trial(commitment, arguments, shell)
    if arguments.plain:
        return _gate_in_lines(commitment, coach, shell, as_json=arguments.json)
    if arguments.result in RESULTS:
        raise UsageError(words.trials.no_trial)
    if arguments.result is None:
        return _show_gate(commitment, coach, shell, as_json=arguments.json)
    over = over_of(arguments, coach)
    parts = _parts(arguments, coach) | ({"text": arguments.text} if arguments.text else {})
    answers = {name: getattr(arguments, name) for name in QUESTIONS}
    try:
        changed = coach.commitments.pass_gate(
            commitment, arguments.result, answers, because=arguments.because, over=over, **parts
        )
    except UnansweredError as error:
        missing = ", ".join(f"--{name}" for name in error.missing)
        raise CoachError(
            error.what, kept=error.kept, do=filled(words.commitments.error.still_open, missing=missing)
        ) from error
    done = words.commitments.turn[arguments.result].capitalize()
    _told(shell, coach, changed, done, as_json=arguments.json)
    return DONE


def _end_trial(commitment: Commitment, arguments: Namespace, shell: Shell) -> int:
    """Its card; asked line by line what becomes of it, or told with a word."""
    coach = shell.coach()
    session = TrialSession(coach, commitment)
    session.over = over_of(arguments, coach)
    if arguments.result in _RESULTS:
        raise UsageError(words.trials.takes, do=filled(words.trials.decide, ref=short(commitment.id)))
    if arguments.plain:
        _became(shell, walk(shell, session), as_json=arguments.json)
    elif arguments.result in RESULTS:
        said = {"result": arguments.result, "possible": arguments.because}
        _became(shell, session.keep(said, "shell"), as_json=arguments.json)
    elif arguments.json:
        shell.json(card_json(session.card))
    else:
        for line in card_lines(session.card):
            shell.out(safe_text(line))
        shell.say(filled(words.trials.decide, ref=short(commitment.id)))
    return DONE


def _became(shell: Shell, kept: Kept, *, as_json: bool) -> None:
    if as_json:
        shell.json(kept.record.as_json())
    else:
        shell.say(safe_text(kept.told))


def _gate_in_lines(commitment: Commitment, coach: Coach, shell: Shell, *, as_json: bool) -> int:
    """Its questions, a line each."""
    coach.commitments.check_gate(commitment)
    each = next(iter(commitments_on(coach, coach.today(), only={commitment.id})), None)
    if each is None:
        raise UsageError(filled(words.commitments.unreadable, rhythm=commitment.rhythm))
    kept = walk(shell, GateSession(coach, each, is_in_lines=True))
    _told(shell, coach, kept.record, kept.told.rstrip("."), as_json=as_json)
    return DONE


def _show_gate(commitment: Commitment, coach: Coach, shell: Shell, *, as_json: bool) -> int:
    """The questions, and when they can be answered."""
    today = coach.today()
    each = next(iter(commitments_on(coach, today, only={commitment.id})), None)
    if each is None:
        raise UsageError(filled(words.commitments.unreadable, rhythm=commitment.rhythm))
    if as_json:
        asked = {name: words.commitments.gate.question[name] for name in QUESTIONS}
        days = {"opens": each.gate_opens.isoformat(), "lapses_after": each.gate.isoformat()}
        record = list(life_of(coach, each))
        shell.json(
            {"id": commitment.id, "open": each.is_gate_open, **days, "questions": asked, "record": record}
        )
        return DONE
    shell.out(safe_text(filled(words.commitments.gate.title, name=commitment.text)))
    if not each.is_gate_open:
        shell.out(filled(words.commitments.says.it_opens_on, day=say_day(each.gate_opens, today)))
    shell.out(filled(words.commitments.says.its_last_day_is, day=say_day(each.gate, today)))
    for line in life_of(coach, each):
        shell.out(safe_text(f"  {line}"))
    for name in QUESTIONS:
        shell.out(f"  --{name:<12}{words.commitments.gate.question[name]}")
    shell.say(words.commitments.gate.outcome_about)
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
    Command(
        "gate",
        _gate,
        _gate_arguments,
    ),
)
