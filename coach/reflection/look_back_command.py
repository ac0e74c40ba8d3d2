"""`coach reflect monthly`, `quarterly`, `action`: a look back in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, UsageError
from coach.core.ids import short
from coach.core.texts import filled, words
from coach.pauses.over import over_of
from coach.references import by_id, resolve
from coach.reflection.late import last_of
from coach.reflection.look_back_session import DAY, SHORT, LookBackSession
from coach.reflection.looking_back import EXPERIMENT, SEVERITY, evidence
from coach.reflection.records import Reflection
from coach.reflection.reflections import DUE_FOR
from coach.shell.walk import tell_facts, walk

if TYPE_CHECKING:
    from argparse import Namespace

    from coach.app import Coach
    from coach.reflection.looking_back import LookBack
    from coach.session import Kept
    from coach.shell.shell import Shell


def run(arguments: Namespace, shell: Shell) -> int:
    """The look back, or only what the records say."""
    coach = shell.coach()
    of = resolve(coach.store, arguments.of) if arguments.of else None
    day = coach.today()
    if arguments.period is not None:
        if arguments.which not in DUE_FOR:
            raise UsageError(words.reflect.late.no_period)
        day = last_of(arguments.period, arguments.which, coach)
    again = _changed(coach, of) if arguments.which == "action" and of else None
    session = LookBackSession(coach, arguments.which, day, of, again, is_in_lines=True)
    if arguments.facts:
        return _facts(session.look, arguments, shell)
    session.rhythm = arguments.trial
    session.over = over_of(arguments, coach)
    given = {SHORT: "yes" if arguments.short else ""}
    kept = _at_once(session, arguments.answer) if arguments.answer else walk(shell, session, given)
    if arguments.json:
        shell.json(kept.record.as_json())
        return DONE
    if kept.is_same:
        shell.say(kept.told)
        return DONE
    shell.say(filled(words.reflect.says.kept_as, ref=short(kept.record.id), title=session.title))
    if session.held:
        shell.say(f"{kept.told} {short(session.held.id)}")
    return DONE


def _changed(coach: Coach, of: str) -> Reflection | None:
    """The after-action review that is named, to be changed; another record is what it looks back on."""
    record = by_id(coach.store, of)
    return record if isinstance(record, Reflection) and record.name == "action" else None


def _at_once(session: LookBackSession, given: list[str]) -> Kept:
    """What was given with the command; a draft is left alone."""
    names, said = [each.name for each in session.look.questions], dict(session.was)
    names += [DAY, SEVERITY] if session.look.name == "action" else []
    names += ["became", EXPERIMENT] if session.look.name == "monthly" else []
    for each in given:
        name, is_said, text = each.partition("=")
        if not is_said or name not in names:
            raise UsageError(
                filled(words.reflect.error.is_no_question_here, name=name),
                do=filled(words.reflect.error.there_are, value=", ".join(names)),
            )
        said[name] = _meant(session, name, text)
    return session.keep(said, "shell")


def _meant(session: LookBackSession, name: str, typed: str) -> str:
    """As it was typed; where one of a few is chosen, that one."""
    fields = [each for step in session.steps({}) for each in step.fields]
    chosen = next((each for each in fields if each.name == name and each.is_chosen), None)
    if chosen is None or not typed:
        return typed
    meant: str | None = chosen.meant(typed)
    if meant is None:
        raise UsageError(chosen.wrong())
    return meant


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
