"""A guided session in plain lines, as any terminal and a screen reader take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import UsageError
from coach.core.record import NOTHING
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.session import texts
from coach.shell.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coach.facts import Fact
    from coach.fields import Field
    from coach.session import Kept, Session, Step
    from coach.shell.shell import Shell


def walk(shell: Shell, session: Session, given: Mapping[str, str] = NOTHING) -> Kept:
    """Asks what the session asks, and keeps what was said; `given` came with the command."""
    return _Walk(shell, session, given).keep()


class _Walk:
    """One question after the other; what lies beside it is told before, or after the first answer."""

    def __init__(self, shell: Shell, session: Session, given: Mapping[str, str]) -> None:
        self._shell = shell
        self._session = session
        self._asking = Asking(
            shell, session.draft, session.command, session.KIND, of=session.of, whole=session.left_early
        )
        self._asking.take_up(session.was, texts(session, self._asking.said))
        self._asking.said |= given
        self._told: set[str] = set()
        """The lines that need not be said again."""
        self._facts: tuple[Fact, ...] = ()
        self._part = ""
        self._options = ""

    def keep(self) -> Kept:
        """All of it."""
        session, asking = self._session, self._asking
        return asking.hold(self._ask_all, lambda: session.keep(asking.said, "shell"), session.was)

    def _ask_all(self) -> None:
        session, said = self._session, self._asking.said
        self._shell.say(self._shell.strong(safe_text(session.title)))
        self._shell.say(safe_text(session.how()))
        place, steps = 0, session.steps(said)
        while place < len(steps):
            step = steps[place]
            self._ask_step(step, _place(steps, step))
            steps = session.steps(said)
            place = next((at + 1 for at, each in enumerate(steps) if each.name == step.name), place)
            if place == len(steps) and session.further(said):
                steps = session.steps(said)

    def _ask_step(self, step: Step, place: str) -> None:
        session, said = self._session, self._asking.said
        self._tell_lines(session.beside(step))
        self._tell_facts(session.facts(step, said))
        if not step.fields:
            return
        if step.part != self._part:
            self._part = step.part
            self._shell.say("")
            self._shell.say(self._shell.strong(safe_text(session.part(step))))
        question = session.in_lines(step, place)
        self._ask_until(step, question)
        while not session.taken(step, said):
            self._tell_facts(session.facts(step, said))
            self._ask_until(step, session.again(step))

    def _ask_until(self, step: Step, question: str) -> None:
        while True:
            self._ask_fields(step, question)
            try:
                self._session.check(step, self._asking.said)
            except UsageError as error:
                self._shell.say(safe_text(str(error)))
            else:
                return

    def _ask_fields(self, step: Step, question: str) -> None:
        said = self._asking.said
        named = [each for each in step.fields if each.label or each.is_chosen]
        if len(named) > 1 or any(each.asked for each in step.fields):
            self._shell.say(safe_text(question))
            question = ""
        for each in step.fields:
            if each.is_wanted(said):
                self._ask(each, question or each.asked or each.label)

    def _ask(self, field: Field, question: str) -> None:
        if not field.is_chosen:
            self._asking.ask(field.name, question, field.check)
            self._hear(field)
            return
        if (options := _options(field)) != self._options:
            self._options = options
            self._shell.say(f"  {safe_text(options)}")
        self._asking.choose(
            field,
            question,
            lambda typed: self._session.read(field, typed),
            is_timed=self._session.IS_TIMED,
        )
        self._hear(field)

    def _hear(self, field: Field) -> None:
        if self._asking.is_new:
            self._session.heard(field, self._asking.said)

    def _tell_facts(self, facts: Sequence[Fact]) -> None:
        """Those beside a question, unless they lay beside the one before."""
        if tuple(facts) != self._facts:
            self._facts = tuple(facts)
            tell_facts(facts, self._shell.say)

    def _tell_lines(self, lines: Sequence[str]) -> None:
        for line in lines:
            if line and line not in self._told:
                self._told.add(line)
                self._shell.say(f"  {safe_text(line)}")


def _place(steps: Sequence[Step], step: Step) -> str:
    """Which of how many it is, of those that belong to a part."""
    names = [each.name for each in steps if each.part and each.fields]
    return f"{names.index(step.name) + 1}/{len(names)}" if step.name in names else ""


def _options(field: Field) -> str:
    """The keys and what each takes."""
    told = []
    for keys, said, _ in field.choices:
        key = keys if len(keys) == 1 else f"{keys[0]}-{keys[-1]}"
        told.append(f"{key} {said}")
    return ", ".join(told)


def tell_facts(facts: Sequence[Fact], say: Callable[[str], None]) -> None:
    """What one's own records say, and what speaks against it."""
    for each in facts:
        say(f"  · {safe_text(each.text)}")
        if each.against:
            say(f"      {words.evidence.against} {safe_text(each.against.text)}")
        elif each.is_pattern:
            say(f"      {words.evidence.no_against}")
