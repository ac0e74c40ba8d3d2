"""`coach reflect monthly`, `quarterly`, `action`: a look back in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, UsageError
from coach.core.ids import short
from coach.core.texts import filled, words
from coach.references import resolve
from coach.reflection.late import day_of
from coach.reflection.look_back_session import SHORT, LookBackSession
from coach.reflection.looking_back import EXPERIMENT, evidence
from coach.reflection.reflections import DUE_FOR
from coach.shell.walk import tell_facts, walk

if TYPE_CHECKING:
    from argparse import Namespace

    from coach.reflection.looking_back import LookBack
    from coach.session import Kept
    from coach.shell.shell import Shell


def run(arguments: Namespace, shell: Shell) -> int:
    """The look back, or only what the records say."""
    coach = shell.coach()
    of = resolve(coach.store, arguments.of) if arguments.of else None
    day = coach.today()
    if arguments.period:
        if arguments.which not in DUE_FOR:
            raise UsageError(words.reflect.late.no_period)
        day = day_of(arguments.period, arguments.which, coach.reader())
    session = LookBackSession(coach, arguments.which, day, of, is_in_lines=True)
    if arguments.facts:
        return _facts(session.look, arguments, shell)
    session.rhythm = arguments.trial
    session.over_until = (
        coach.reader().day(arguments.over_until, ahead=True) if arguments.over_until else None
    )
    given = {SHORT: "yes" if arguments.short else ""}
    kept = _at_once(session, arguments.answer) if arguments.answer else walk(shell, session, given)
    if arguments.json:
        shell.json(kept.record.as_json())
        return DONE
    shell.say(f"Kept {short(kept.record.id)}: {session.title}.")
    if session.held:
        shell.say(f"{kept.told} {short(session.held.id)}")
    return DONE


def _at_once(session: LookBackSession, given: list[str]) -> Kept:
    """What was given with the command; a draft is left alone."""
    names, said = [each.name for each in session.look.questions], dict(session.was)
    names += ["became", EXPERIMENT] if session.look.name == "monthly" else []
    for each in given:
        name, is_said, text = each.partition("=")
        if not is_said or name not in names:
            raise UsageError(
                filled(words.reflect.error.is_no_question_here, name=name),
                do=filled(words.reflect.error.there_are, value=", ".join(names)),
            )
        said[name] = text
    return session.keep(said, "shell")


def _facts(session: LookBack, arguments: Namespace, shell: Shell) -> int:
    """What the records say to each question."""
    beside = evidence(shell.coach(), session)
    if arguments.json:
        shell.json(
            [
                {"question": each.name, "fact": fact.name, "text": fact.text, "n": fact.n, "ids": fact.ids,
                 "against": fact.against.text if fact.against else None}
                for each in session.questions
                for fact in beside(each.name)
            ]
        )  # fmt: skip
        return DONE
    shell.out(shell.strong(session.title))
    for each in session.questions:
        shell.out()
        shell.out(shell.strong(each.title))
        tell_facts(beside(each.name), shell.out)
    return DONE
