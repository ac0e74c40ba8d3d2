"""S4 as a session: the parked signals, answered one by one or all about the same by one word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.terms import understood, when_of
from coach.core.counting import counted
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.fields import Field, after, needed
from coach.session import Kept, Session, Step
from coach.signals.records import SETTLED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping, Sequence

    from coach.app import Coach
    from coach.core.record import Source
    from coach.signals.records import Signal

_KEYS = {"change": "c", "test": "t", "keep": "k", "drop": "l"}
_ASKS_WHY, _TESTS = ("keep", "drop"), ("test",)
_WHAT, _WHEN, _SEEN = "try", "when", "seen"
"""What is tried, how often or by when, and what would be seen; the first of them may stay open."""
_LONGEST = 300


class SettlingSession(Session):
    """A signal a step. Its answer is on the disk before the next one comes."""

    KIND = "reassessments"
    KEEPS_EACH = True
    command = "coach reassess signals"

    def __init__(self, coach: Coach, waiting: Sequence[Signal], draft: str) -> None:
        self._waiting = {each.id: each for each in waiting}
        self._settled: set[str] = set()
        self._along: set[str] = set()
        """Those answered along with another one: they are not asked about any more."""
        super().__init__(coach, words.reassessment.step.signals, draft)

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """One for each that is not answered along with another."""
        del said
        return [self._step(each) for name, each in self._waiting.items() if name not in self._along]

    def _step(self, signal: Signal) -> Step:
        name, days = signal.id, self.coach.days
        settled = tuple((_KEYS[each], words.reassessment.settled[each], each) for each in SETTLED)
        title = filled(words.reassessment.signals.title, day=days.say(days.about(signal)))
        because = words.reassessment.signals.because
        return Step(
            name,
            title,
            first_line(signal.text, _LONGEST),
            words.reassessment.signals.about,
            (
                Field(
                    name,
                    kind="choice",
                    choices=settled,
                    check=needed(words.reassessment.signals.choose),
                ),
                Field(f"because-{name}", because, wanted=_is_answered(name, _ASKS_WHY)),
                *self._trial(name),
            ),
            part=words.signals.about_kind[signal.about] if signal.about else "",
        )

    def _trial(self, name: str) -> Iterator[Field]:
        """What a signal that is worth a test becomes."""
        asked, hint = words.reassessment.test, words.reassessment.test_hint
        reader, is_said = self.coach.reader(), after(f"{_WHAT}-{name}")
        is_tested = _is_answered(name, _TESTS)

        def is_tried(said: Mapping[str, Any]) -> bool:
            return is_tested(said) and is_said(said)

        yield Field(f"{_WHAT}-{name}", asked.what, hint=hint.what, wanted=is_tested)
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
        others = self.alike(step)
        if not others:
            return ()
        lead = filled(words.reassessment.signals.group, count=counted(len(others), "signal"))
        return (lead, "", *(f"· {each.text}" for each in others))

    def alike(self, step: Step) -> list[Signal]:
        """Those about the same that still wait; what is about nothing named is like no other."""
        here = self._waiting[step.name]
        left = [each for name, each in self._waiting.items() if name not in self._settled and each != here]
        return [each for each in left if each.about and each.about == here.about]

    def taken(self, step: Step, said: MutableMapping[str, str]) -> bool:
        """It is answered, unless it was along with others."""
        own = _names(step.name)
        if step.name not in self._settled or any(said.get(each, "") != self.was.get(each) for each in own):
            self._settle(step, [self._waiting[step.name]], said)
        return True

    def settle_all(self, step: Step, said: Mapping[str, str]) -> str:
        """It, and all that are left of the same kind, by one word. Gives what became of them."""
        self.check(step, said)
        group = [self._waiting[step.name], *self.alike(step)]
        self._settle(step, group, said)
        self._along |= {each.id for each in group[1:]}
        return filled(words.reassessment.signals.group_told, count=len(group))

    def _settle(self, step: Step, group: Sequence[Signal], said: Mapping[str, str]) -> None:
        settled: Any = said.get(step.name)
        signals, because = self.coach.signals, said.get(f"because-{step.name}", "").strip()
        signals.settle(list(group), settled, because, self._tries(step.name, said))
        self._settled |= {each.id for each in group}
        for name in (part for each in group for part in _names(each.id)):
            self.was[name] = said.get(name, "")  # what is answered is kept, and no draft any more

    def _tries(self, name: str, said: Mapping[str, str]) -> dict[str, str]:
        """What is to be tried of it: it becomes a trial when the window is closed."""
        what = {part: said.get(f"{part}-{name}", "").strip() for part in (_WHAT, _WHEN, _SEEN)}
        if not what[_WHAT]:
            return {}
        rhythm, due = when_of(what[_WHEN], self.coach.reader())
        planned = {
            "text": what[_WHAT],
            "rhythm": rhythm,
            "due": due.isoformat() if due else "",
            "seen": what[_SEEN],
        }
        return {part: text for part, text in planned.items() if text}

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """All of them have their answer, or it is said how many wait."""
        del said, source
        waiting = len(set(self._waiting) - self._settled)
        told = filled(words.reassessment.signals.told_left, count=counted(waiting, "signal"))
        return Kept(told if waiting else words.reassessment.signals.told)


def _is_answered(name: str, so: Collection[str]) -> Callable[[Mapping[str, Any]], bool]:
    return lambda said: said.get(name) in so


def _names(signal: str) -> tuple[str, ...]:
    """What is said of a signal."""
    return (signal, *(f"{part}-{signal}" for part in ("because", _WHAT, _WHEN, _SEEN)))
