"""S4 as a session: the parked signals, answered one by one or all about the same by one word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.terms import understood, when_of
from coach.core.counting import counted
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.fields import Field, after, checked, needed
from coach.session import Kept, Session, Step
from coach.signals.records import SETTLED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping, Sequence

    from coach.app import Coach
    from coach.core.record import Source
    from coach.core.when import Reader
    from coach.signals.records import Signal

_KEYS = {"change": "c", "test": "t", "keep": "k", "drop": "d"}
_ASKS_WHY, _TESTS = ("keep", "drop"), ("test",)
_WHAT, _WHEN, _SEEN = "try", "when", "seen"
"""What is tried, how often or by when, and what would be seen."""
_LONGEST, _AT_ONCE = 300, 3


class SettlingSession(Session):
    """A few signals a step. Their answers are on the disk before the next ones come."""

    KIND = "reassessments"
    KEEPS_EACH = True
    command = "coach reassess signals"

    def __init__(self, coach: Coach, waiting: Sequence[Signal], draft: str) -> None:
        self._waiting = {each.id: each for each in waiting}
        self._together = [waiting[at : at + _AT_ONCE] for at in range(0, len(waiting), _AT_ONCE)]
        self._settled: set[str] = set()
        self._along: set[str] = set()
        """Those answered along with another one: they are not asked about any more."""
        super().__init__(coach, words.reassessment.step.signals, draft)

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """Those that are not answered along with another, a few at once."""
        del said
        left = ([each for each in some if each.id not in self._along] for some in self._together)
        return [self._step(some) for some in left if some]

    def _step(self, some: Sequence[Signal]) -> Step:
        fields = [field for each in some for field in self._fields(each)]
        about = words.reassessment.signals.about
        title = filled(words.reassessment.signals.title, count=counted(len(some), "signal"))
        return Step(some[0].id, title, words.reassessment.signals.ask, about, tuple(fields))

    def _fields(self, signal: Signal) -> Iterator[Field]:
        name, days = signal.id, self.coach.days
        settled = tuple((_KEYS[each], words.reassessment.settled[each], each) for each in SETTLED)
        about = words.signals.about_kind[signal.about] if signal.about else ""
        told = ", ".join(each for each in (days.say(days.about(signal)), about) if each)
        yield Field(
            name,
            kind="choice",
            choices=settled,
            check=needed(words.reassessment.signals.choose),
            asked=f"{first_line(signal.text, _LONGEST)}  ({told})",
            is_below=True,
        )
        because = words.reassessment.signals.because
        yield Field(f"because-{name}", because, wanted=_is_answered(name, _ASKS_WHY))
        yield from self._trial(name)

    def _trial(self, name: str) -> Iterator[Field]:
        """What a signal that is worth a test becomes."""
        asked, hint = words.reassessment.test, words.reassessment.test_hint
        reader, is_said = self.coach.reader(), after(f"{_WHAT}-{name}")
        is_tested = _is_answered(name, _TESTS)

        def is_tried(said: Mapping[str, Any]) -> bool:
            return is_tested(said) and is_said(said)

        what = needed(words.reassessment.signals.tries)
        yield Field(f"{_WHAT}-{name}", asked.what, hint=hint.what, check=what, wanted=is_tested)
        yield Field(
            f"{_WHEN}-{name}",
            asked.when,
            hint=hint.when,
            read=lambda typed: understood(typed, reader),
            check=lambda typed: when_of(typed, reader),
            wanted=is_tried,
        )
        yield Field(f"{_SEEN}-{name}", asked.seen, hint=hint.seen, wanted=is_tried)

    def beside(self, step: Step) -> Sequence[str]:
        """The others about the same."""
        own = self._of(step)
        others = {each.id: each for name in own for each in self.alike(name) if each.id not in own}
        if not others:
            return ()
        lead = filled(words.reassessment.signals.group, count=counted(len(others), "signal"))
        return (lead, "", *(f"· {each.text}" for each in others.values()))

    def alike(self, name: str) -> list[Signal]:
        """Those about the same that still wait; what is about nothing named is like no other."""
        here = self._waiting[name]
        left = [each for one, each in self._waiting.items() if one not in self._settled and each != here]
        return [each for each in left if each.about and each.about == here.about]

    def taken(self, step: Step, said: MutableMapping[str, str]) -> bool:
        """They are answered, but those that were along with others."""
        for name in self._of(step):
            if name not in self._settled or any(
                said.get(each, "") != self.was.get(each, "") for each in _names(name)
            ):
                self._settle([self._waiting[name]], said)
        return True

    def settle_all(self, field: str, said: Mapping[str, str]) -> str:
        """The one a field is about, and all that are left of the same kind, by one word. Gives what became
        of them."""
        name = next(each for each in self._waiting if field in _names(each))
        checked(self._fields(self._waiting[name]), said)
        group = [self._waiting[name], *self.alike(name)]
        self._settle(group, said)
        self._along |= {each.id for each in group[1:]}
        return filled(words.reassessment.signals.group_told, count=len(group))

    def is_answered(self, step: Step) -> bool:
        """Whether all of a step have their answer."""
        return self._settled.issuperset(self._of(step))

    def _of(self, step: Step) -> list[str]:
        return [each.name for each in step.fields if each.name in self._waiting]

    def _settle(self, group: Sequence[Signal], said: Mapping[str, str]) -> None:
        name, signals = group[0].id, self.coach.signals
        settled: Any = said.get(name)
        because = said.get(f"because-{name}", "").strip()
        signals.settle(list(group), settled, because, self._tries(name, said))
        self._settled |= {each.id for each in group}
        for each in (part for one in group for part in _names(one.id)):
            self.was[each] = said.get(each, "")  # what is answered is kept, and no draft any more

    def _tries(self, name: str, said: Mapping[str, str]) -> dict[str, str]:
        what, when, seen = (said.get(f"{part}-{name}", "") for part in (_WHAT, _WHEN, _SEEN))
        return tries(what, when, seen, self.coach.reader())

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """All of them have their answer, or it is said how many wait."""
        del said, source
        waiting = len(set(self._waiting) - self._settled)
        told = filled(words.reassessment.signals.told_left, count=counted(waiting, "signal"))
        return Kept(told if waiting else words.reassessment.signals.told)


def tries(what: str, when: str, seen: str, reader: Reader) -> dict[str, str]:
    """What is to be tried of a signal: it becomes a trial when the window is closed."""
    if not what.strip():
        return {}
    rhythm, due = when_of(when.strip(), reader)
    planned = {
        "text": what.strip(),
        "rhythm": rhythm,
        "due": due.isoformat() if due else "",
        "seen": seen.strip(),
    }
    return {part: text for part, text in planned.items() if text}


def _is_answered(name: str, so: Collection[str]) -> Callable[[Mapping[str, Any]], bool]:
    return lambda said: said.get(name) in so


def _names(signal: str) -> tuple[str, ...]:
    """What is said of a signal."""
    return (signal, *(f"{part}-{signal}" for part in ("because", _WHAT, _WHEN, _SEEN)))
