"""A guided session as data: what is asked, what lies beside it, what becomes of the answers. A screen walks
it, and so do plain lines in a terminal, with one draft between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from coach.answers import CITES, SPENT
from coach.core.texts import words
from coach.fields import checked

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.core.record import Source
    from coach.facts import Fact
    from coach.fields import Field


class Step(NamedTuple):
    """What is asked at once."""

    name: str
    title: str
    question: str
    about: str = ""
    fields: tuple[Field, ...] = ()
    evidence: tuple[str, ...] = ()
    """What there is to know of it, in lines."""
    facts: tuple[Fact, ...] = ()
    """What the person's own records say to it."""
    part: str = ""
    """Which part of the session it belongs to."""
    minutes: int = 0
    """L9: how long that part lasts at most."""
    is_more: bool = False
    """Whether it was asked on after another."""

    @property
    def is_page(self) -> bool:
        """Whether it is answered in a text."""
        return any(each.kind == "page" for each in self.fields)


class Kept(NamedTuple):
    """What became of the answers, and in which record they lie."""

    told: str
    record: Any = None
    is_same: bool = False
    """Whether it says what was kept before."""


class Session:
    """One of them. What is said so far is given to it: it holds nothing that a draft would have to."""

    KIND: ClassVar[str] = "reflections"
    """Of its draft."""
    command: str = ""
    """What takes it up in plain lines."""
    left_early: str = ""
    """What is said where it is left half way, when it is kept only after every question."""
    CITES: ClassVar[bool] = False
    """Whether answers rest on records."""
    IS_TIMED: ClassVar[bool] = False
    """Whether it is remembered how long an answer took in plain lines."""
    KEEPS_EACH: ClassVar[bool] = False
    """Whether each answer is kept at once."""
    IS_SHOWN: ClassVar[bool] = False
    """Whether what was kept is opened."""

    @property
    def beside_title(self) -> str:
        """What lies beside its questions."""
        return words.evidence.title

    def __init__(
        self, coach: Coach, title: str, draft: str, was: Mapping[str, str] | None = None, of: str = ""
    ) -> None:
        self.coach = coach
        self.title = title
        self.draft = draft
        """What its draft is called."""
        self.was = dict(was or {})
        """What is kept already."""
        self.of = of
        """The id of the record it is about."""

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """What is asked, as far as is known by now."""
        raise NotImplementedError

    def further(self, said: Mapping[str, str]) -> bool:
        """All was asked: whether there are more steps now."""
        del said
        return False

    def is_begun(self, said: Mapping[str, str]) -> bool:
        """Whether what was said is worth a draft."""
        del said
        return True

    def told(self, step: Step, said: Mapping[str, str]) -> str:
        """A word about the question."""
        del said
        return step.about

    def facts(self, step: Step, said: Mapping[str, str]) -> Sequence[Fact]:
        """What lies beside a question now."""
        del said
        return step.facts

    def beside(self, step: Step) -> Sequence[str]:
        """What there is to know of a question, in lines."""
        return step.evidence

    def cited_for(self, step: Step) -> str:
        """The name of the answer that records are cited for on this step."""
        return step.name

    def check(self, step: Step, said: Mapping[str, str]) -> None:
        """Refuses an answer that cannot be taken, so that it can be mended where it stands."""
        checked(step.fields, said)

    def taken(self, step: Step, said: MutableMapping[str, str]) -> bool:
        """An answer was given; gives whether the question is done with. Records may be read for it."""
        del step, said
        return True

    def in_lines(self, step: Step, place: str) -> str:
        """How it is asked in plain lines, where there is no key for a word about it."""
        if step.is_more:
            return f"{step.title}. {step.question} {step.about}"
        return f"{place}  {step.question}" if self.IS_TIMED and place else step.question

    def again(self, step: Step) -> str:
        """How it is asked in plain lines once the records lie beside it."""
        return step.question

    def how(self) -> str:
        """How plain lines are answered."""
        return words.shell.asking_how

    def part(self, step: Step) -> str:
        """What plain lines say where another part of it begins."""
        return step.part

    def heard(self, field: Field, said: MutableMapping[str, str]) -> None:
        """Another answer was given in a plain line."""

    def read(self, field: Field, typed: str) -> str | None:
        """What an answer in a plain line means; nothing where it cannot be read."""
        found: str | None = field.meant(typed)
        return found

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Keeps what was said, over what `was`."""
        raise NotImplementedError


class DatedSession(Session):
    """One that asks for a day ahead: tomorrow stays the day it was when said, however late it is kept."""

    DAY: ClassVar[str] = "day"
    """The answer that is it."""
    IS_TODAY: ClassVar[bool] = True
    """Whether a day that is left out is today."""

    def taken(self, step: Step, said: MutableMapping[str, str]) -> bool:
        """The day as it is meant now."""
        if any(each.name == self.DAY for each in step.fields) and (day := self.ahead(said.get(self.DAY, ""))):
            said[self.DAY] = day.isoformat()
        return super().taken(step, said)

    def ahead(self, typed: str) -> date | None:
        """The day that was typed."""
        if typed.strip():
            return self.coach.reader().day(typed, ahead=True)
        return self.coach.today() if self.IS_TODAY else None

    def say_ahead(self, typed: str) -> str:
        """How it is said."""
        day = self.ahead(typed)
        return self.coach.days.say(day) if day else ""


def texts(session: Session, left: Mapping[str, str]) -> set[str]:
    """The answers of a draft that can stand beside what was kept since: what is chosen, and what is read as a
    number or a rhythm, is one or the other."""
    fields = (each for step in session.steps(left) for each in step.fields)
    is_one = {each.name for each in fields if each.is_chosen or each.check}
    return {*left, *session.was} - is_one


def cited(said: Mapping[str, str], name: str) -> tuple[str, ...]:
    """What an answer rests on so far."""
    return tuple(said.get(f"{CITES}{name}", "").split())


def spent(said: Mapping[str, str]) -> dict[str, float]:
    """The seconds each question was in front of the person."""
    own = ((name, text) for name, text in said.items() if name.startswith(SPENT))
    return {name.removeprefix(SPENT): float(text) for name, text in own}
