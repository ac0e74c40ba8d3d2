"""`coach reflect monthly`, `quarterly`, `action`: a look back in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.answers import FIRST, SEEN
from coach.commitments.terms import when_of
from coach.core.errors import DONE, UsageError
from coach.core.ids import short
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.references import resolve
from coach.reflection.looking_back import (
    EXPERIMENT,
    answered_in,
    became_question,
    begin,
    evidence,
    keep,
    lines_of,
)
from coach.reflection.reflections import Answered
from coach.shell.asking import HOW, Asking

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import date

    from coach.commitments.records import Commitment
    from coach.facts import Fact
    from coach.reflection.looking_back import Session
    from coach.reflection.records import Reflection
    from coach.shell.shell import Shell


def run(arguments: Namespace, shell: Shell) -> int:
    """The look back, or only what the records say."""
    coach = shell.coach()
    of = resolve(coach.store, arguments.of) if arguments.of else None
    session = begin(coach, arguments.which, coach.today(), of)
    if arguments.facts:
        return _facts(session, arguments, shell)
    until = coach.reader().day(arguments.over_until, ahead=True) if arguments.over_until else None
    looking = _Looking(shell, session, arguments.short, arguments.trial, until)
    reflection, trial = looking.at_once(arguments.answer) if arguments.answer else looking.keep()
    if arguments.json:
        shell.json(reflection.as_json())
        return DONE
    shell.say(f"Kept {short(reflection.id)}: {session.title}.")
    if trial:
        day = coach.days.say(trial.gate)
        shell.say(f"{filled(words('monthly', 'trial_told'), day=day)} {short(trial.id)}")
    return DONE


class _Looking:
    """A look back, a question a line: the answer, the records beside it, another answer if wanted."""

    def __init__(
        self, shell: Shell, session: Session, is_short: bool, trial: str | None, until: date | None
    ) -> None:
        self._shell = shell
        self._session = session
        self._questions = [each for each in session.questions if each.is_short or not is_short]
        self._is_short = is_short
        self._trial = trial
        self._until = until
        self._began = Answered.of(session.kept)
        self._said = lines_of(self._began)

    def keep(self) -> tuple[Reflection, Commitment | None]:
        """Asks, and keeps what was said."""
        self._asking = asking = Asking(
            self._shell, self._session.draft, f"coach reflect {self._session.name}"
        )
        asking.take_up(self._said, {each.name for each in self._session.questions} | {EXPERIMENT, "became"})
        self._said = asking.said
        return asking.hold(self._ask_all, self._kept, lines_of(self._began))

    def at_once(self, given: list[str]) -> tuple[Reflection, Commitment | None]:
        """What was given with the command; a draft is left alone."""
        names = [each.name for each in self._session.questions]
        names += ["became", EXPERIMENT] if self._session.name == "monthly" else []
        for each in given:
            name, is_said, text = each.partition("=")
            if not is_said or name not in names:
                raise UsageError(f"“{name}” is no question here", do=f"There are: {', '.join(names)}")
            self._said[name] = text
        return self._kept()

    def _ask_all(self) -> None:
        say, session, ask = self._shell.say, self._session, self._asking.ask
        say(self._shell.strong(session.title))
        for line in session.event:
            say(f"  {safe_text(line)}")
        say(HOW)
        beside = evidence(self._shell.coach(), session) if session.is_guided else None
        for each in self._questions:
            say("")
            answer = ask(each.name, f"{each.ask} {each.about}")
            if beside:
                _tell(beside(each.name), say)
                self._said.setdefault(f"{FIRST}{each.name}", answer)
                self._said[SEEN] = f"{self._said.get(SEEN, '')} {each.name}".strip()
                ask(each.name, words("monthly", "now_look_plain"))
        if session.name == "monthly" and not self._is_short:
            self._ask_experiment(beside)

    def _ask_experiment(self, beside: Callable[[str], list[Fact]] | None) -> None:
        say, tried = self._shell.say, self._session.experiment
        say("")
        if tried and beside:
            _tell(beside("became"), say)
            self._asking.ask("became", became_question(tried))
        experiment = self._asking.ask(EXPERIMENT, words("monthly", "experiment", "question"))
        if experiment and self._trial is None:
            reader = self._shell.coach().reader()
            self._asking.ask_until(
                "rhythm", words("monthly", "trial_plain"), lambda typed: when_of(typed, reader)
            )
            self._trial = self._asking.said.get("rhythm") or None

    def _kept(self) -> tuple[Reflection, Commitment | None]:
        answered = answered_in(self._session, self._said)
        trial = None
        if self._trial is not None and answered.experiment:
            rhythm, due = when_of(self._trial, self._shell.coach().reader())
            trial = {"rhythm": rhythm, "due": due}
        return keep(
            self._shell.coach(),
            self._session,
            answered,
            trial=trial,
            over_until=self._until,
            source="shell",
            began=self._began,
        )


def _facts(session: Session, arguments: Namespace, shell: Shell) -> int:
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
        _tell(beside(each.name), shell.out)
    return DONE


def _tell(facts: list[Fact], say: Callable[[str], None]) -> None:
    for each in facts:
        say(f"  · {safe_text(each.text)}")
        if each.against:
            say(f"      {words('evidence', 'against')} {safe_text(each.against.text)}")
        elif each.is_pattern:
            say(f"      {words('evidence', 'no_against')}")
