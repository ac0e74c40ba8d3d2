"""L2 in the review of a week: three questions of each thing, and only then the numbers of the last time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from coach.core.errors import UsageError
from coach.core.safe_text import first_line
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.deciding.records import BUCKETS
from coach.deciding.uncertainty import crossed, reading, score_line
from coach.fields import Field
from coach.session import Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from coach.app import Coach
    from coach.core.record import Source
    from coach.deciding.records import Uncertainty
    from coach.deciding.uncertainties import Uncertainties
    from coach.store.transaction import Transaction

MOST = 3
"""So many things are scored in a week: nine keys."""
_AGAIN = timedelta(days=15)
"""What was scored in these days is asked again."""
_NAME, _CHOICES, _KEYS = 40, 9, "123456789"
_WHICH, _OTHER, _SHOWN = "unsure", "unsure_other", "unsure-shown"


class _Subject(NamedTuple):
    """What is scored."""

    text: str
    of: str | None
    before: Uncertainty | None
    """The last time, in an earlier week."""

    @property
    def about(self) -> str:
        return self.of or self.text.casefold()

    def field(self, bucket: str) -> str:
        """Whatever else is scored meanwhile, a draft's line stays about this."""
        return f"{_WHICH}-{crc32(self.about.encode()):x}-{bucket}"


class Scoring:
    """What is asked in one week."""

    def __init__(self, coach: Coach, kept: Uncertainties, last: date) -> None:
        self._kept, self._last = kept, last
        self._held = {each.id: each for each in coach.commitments.active()}
        known = kept.since(last - _AGAIN)
        before = {each.about: each for each in known if each.last < last}
        now = {each.about: each for each in known if each.last == last}
        asked = {**before, **now}
        self._asked = [
            _Subject(self._called(each), each.of, before.get(name))
            for name, each in asked.items()
            if each.of is None or each.of in self._held
        ][:MOST]
        self._now = [now.get(each.about) for each in self._asked]

    def lines(self) -> dict[str, str]:
        """What was scored of this week already."""
        return {
            subject.field(name): f"{each.scores.get(name, 0):g}"
            for subject, each in zip(self._asked, self._now, strict=True)
            if each
            for name in BUCKETS
        }

    def steps(self, said: Mapping[str, str]) -> Iterator[Step]:
        """What is scored already, one more if there is room, and then how each stands."""
        said_of = words.uncertainty
        if 0 < len(self._asked) < MOST or said.get(_WHICH) or said.get(_OTHER):
            yield Step(_WHICH, said_of.part, said_of.which, said_of.which_about, tuple(self._which()))
        for each in self._subjects(said):
            fields = tuple(bucket(name, each.field(name)) for name in BUCKETS)
            question = filled(said_of.title, name=first_line(each.text, _NAME))
            yield Step(each.field(""), said_of.part, question, said_of.about, fields)
        if told := [line for each in self._scored(said) for line in self._told(each)]:
            yield Step(_SHOWN, said_of.shown, said_of.shown_ask, said_of.shown_about, evidence=tuple(told))

    def keep(self, change: Transaction, said: Mapping[str, str], source: Source) -> None:
        """What was scored, with the review; what was cleared goes."""
        for place, each in enumerate(self._now):
            if each and not any(said.get(self._asked[place].field(name)) for name in BUCKETS):
                change.remove(each.kind, each.id)
        for subject, scores in self._scored(said):
            self._kept.put(change, subject.text, scores, subject.of, self._last, source)

    def check(self, step: Step, said: Mapping[str, str]) -> None:
        """All three of a thing, or none: of two nothing could be kept."""
        asked = {each.name for each in step.fields}
        for each in self._subjects(said):
            if each.field(BUCKETS[0]) not in asked:
                continue
            answered = sum(bool(said.get(each.field(name))) for name in BUCKETS)
            if 0 < answered < len(BUCKETS):
                name = first_line(each.text, _NAME)
                raise UsageError(filled(words.uncertainty.error.half, name=name))

    def _called(self, each: Uncertainty) -> str:
        held = self._held.get(each.of or "")
        return held.text if held else each.text

    def _which(self) -> Iterator[Field]:
        own = {each.about for each in self._asked}
        others = [each for name, each in self._held.items() if name not in own][:_CHOICES]
        if others:
            choices = tuple(
                (key, first_line(each.text, _NAME), each.id) for key, each in zip(_KEYS, others, strict=False)
            )
            yield Field(_WHICH, kind="column", choices=choices)
        yield Field(_OTHER, words.uncertainty.named, wanted=lambda said: not said.get(_WHICH))

    def _subjects(self, said: Mapping[str, str]) -> list[_Subject]:
        own = list(self._asked)
        chosen = self._held.get(said.get(_WHICH, ""))
        other = " ".join(said.get(_OTHER, "").split())
        new = [_Subject(chosen.text, chosen.id, None)] if chosen else []
        new += [_Subject(other, None, None)] if other else []
        known = {each.about for each in own}
        more = [each for each in new if each.about not in known]
        if len(own) >= MOST:  # others were scored meanwhile; what was written of this one stays
            more = [each for each in more if any(said.get(each.field(name)) for name in BUCKETS)]
        return [*own, *more]

    def _scored(self, said: Mapping[str, str]) -> list[tuple[_Subject, dict[str, int]]]:
        """Those of which all three were said."""
        found = []
        for each in self._subjects(said):
            typed = {name: said.get(each.field(name), "") for name in BUCKETS}
            if all(text.isdecimal() for text in typed.values()):
                found.append((each, {name: int(text) for name, text in typed.items()}))
        return found

    def _told(self, scored: tuple[_Subject, dict[str, int]]) -> Iterator[str]:
        """Now the last time is shown, and what it asks for."""
        subject, scores = scored
        total, line = sum(scores.values()), score_line(subject.text, scores)
        was = subject.before
        if was:
            day = say_day(was.last, self._last)
            line = f"{line}, {filled(words.uncertainty.before, was=was.total, day=day)}"
        yield line
        told = [crossed(total, was.total) if was else "", words.uncertainty.says[reading(total)]]
        yield " ".join(each for each in told if each)


def bucket(name: str, field: str = "") -> Field:
    """One of the three questions."""
    choices = tuple((str(step), words.uncertainty.score[str(step)], str(step)) for step in range(6))
    label = words.uncertainty.question[name]
    return Field(field or name, label, kind="choice", choices=choices, asked=label)
