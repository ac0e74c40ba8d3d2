"""Which question to offer: one that fits what is so, else one the person was not asked lately."""

from __future__ import annotations

import os
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, get_args
from zlib import crc32

from coach.core.errors import CoachError, UsageError
from coach.core.record import MODES, Mode
from coach.core.safe_text import first_line
from coach.core.service import CoachService
from coach.core.texts import ContentError, filled, table, words
from coach.journal.own import own_questions, questions_path
from coach.journal.prompt import OWN, PLACES, Prompt
from coach.journal.records import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date


LATELY = timedelta(days=60)
_FRESH, _WEEK, _STANDS = timedelta(days=2), timedelta(days=6), timedelta(days=21)
"""So long a signal is new, energy is near, and a sign stands out."""
_LOW, _TWO, _THREE = 2, 2, 3
_QUOTED = 80
_SKIP = 13


class So(NamedTuple):
    """Something that is so today, and in words."""

    fit: str
    why: str


@cache
def prompts() -> tuple[Prompt, ...]:
    """Every question to write to, in the order of the file."""
    found = []
    for each in table("prompts")["prompt"]:
        needed = {"id", "system", "mode", "text"}
        if not needed <= set(each) <= {*needed, "fits", "asks_frame"} or each["mode"] not in get_args(Mode):
            raise ContentError(f"a prompt needs id, system, mode ({', '.join(MODES)}) and text: {each}")
        kind = next((name for name, own in table("own")["systems"].items() if each["system"] in own), "")
        found.append(Prompt(**each | {"fits": tuple(each.get("fits", ())), "kind": kind}))
    if len({each.id for each in found}) != len(found):
        raise ContentError("two prompts have one id")
    return tuple(found)


class Prompts(CoachService):
    """The questions of the journal."""

    trouble = ""
    """What is wrong with the file of own questions."""
    _read_as: tuple[int, ...] = ()
    """How that file was when it was read last."""
    _own: tuple[Prompt, ...] = ()

    def own(self) -> tuple[Prompt, ...]:
        """Those the person wrote; none where their file cannot be read, which `trouble` says."""
        path = questions_path(self._coach.paths)
        try:
            now = os.stat(path)
        except OSError:
            self.trouble = ""
            return ()
        state = now.st_mtime_ns, now.st_size, now.st_ino
        if state != self._read_as:
            self._read_as, (self._own, self.trouble) = state, self._look()
        return self._own

    def _look(self) -> tuple[tuple[Prompt, ...], str]:
        try:
            found = own_questions(self._coach.paths)
        except CoachError as error:
            return (), str(error)
        trouble = str(found.faults[0]) if found.faults else ""
        return tuple(each._replace(why=words.own.why) for each in found.questions), trouble

    def asked_at(self, place: str) -> list[Prompt]:
        """A person's own questions of a place."""
        return [each for each in self.own() if each.place == place]

    def kinds(self) -> list[str]:
        """What there are questions about, one's own kinds last."""
        known = [each.kind for each in (*prompts(), *self.asked_at(PLACES[0])) if each.kind]
        return sorted(set(known), key=known.index)

    def of_kind(self, kind: str, day: date, skips: int = 0) -> Prompt:
        """One about something, another each day."""
        pool = [*self._pool(day), *self.asked_at(PLACES[0])]
        own = [each for each in pool if each.kind == kind.strip().lower()]
        if not own:
            error = filled(words.own.no_kind, kind=kind)
            raise UsageError(error, do=filled(words.own.kinds, kinds=", ".join(self.kinds())))
        about = filled(words.own.about_kind, kind=kind_said(own[0].kind))
        return pick(own, day, skips, self._answered(day))._replace(why=about)

    def of(self, day: date, skips: int = 0) -> Prompt:
        """The question for a day, after so many were skipped."""
        pool = [*self._pool(day), *self.asked_at(PLACES[0])]
        return chosen(pool, list(self._so(day)), day, skips, self._answered(day))

    def _pool(self, day: date) -> Sequence[Prompt]:
        """While a season is held no question is about the frame; in the window none is about the tasks."""
        now = self._coach.seasons.now(day)
        if now is None:
            return prompts()
        if now.is_held or now.rest:
            return [each for each in prompts() if not each.asks_frame]
        return [each for each in prompts() if each.mode != "managing"]

    def _so(self, day: date) -> Iterator[So]:
        """The most pressing first."""
        coach, said = self._coach, words.prompted
        parked = [each for each in coach.signals.since(day - _FRESH) if not each.settled]
        if parked:
            last = parked[-1]
            why = filled(said.signal, signal=first_line(last.text, _QUOTED))
            yield So(f"signal-{last.about}" if last.about else "signal", why)
        days = sorted(coach.checkins.between(day - _WEEK, day).items())
        felt = [each.energy for _, each in days if each.energy and not each.unusual][-_THREE:]
        low = sum(each <= _LOW for each in felt)
        if low >= _TWO:
            yield So("low", filled(said.low, count=low, of=len(felt)))
        if day.toordinal() % 2:
            for name, title in coach.assessments.stood_out(day - _STANDS):
                yield So(name, filled(said.sign, title=title))

    def get(self, prompt_id: str | None) -> Prompt | None:
        """The question with this id; one of another version may be unknown."""
        if prompt_id and prompt_id.startswith(OWN):
            return Prompt(prompt_id, "", "both", prompt_id.removeprefix(OWN))
        return next((each for each in prompts() if each.id == prompt_id), None)

    def _answered(self, day: date) -> set[str]:
        since, last = (day - LATELY).isoformat(), f"{day:%Y-%m}"
        months = (month for month in self._store.months(day - LATELY) if month <= last)
        return {
            prompt
            for month in months
            for fields in self._store.records(month, Entry.kind).values()
            if isinstance(prompt := fields.get("prompt"), str) and str(fields.get("at")) >= since
        }


def kind_said(kind: str) -> str:
    """A kind in words; one of a person's own is said as they wrote it."""
    named: str = table("own")["kind"].get(kind, kind)
    return named


def chosen(
    pool: Sequence[Prompt], so: Sequence[So], day: date, skips: int, answered: Collection[str]
) -> Prompt:
    """One that fits what is so, the most pressing first; skipped, the next, then the others in turn."""
    fitting = [
        prompt._replace(why=each.why)
        for each in so
        for prompt in _turned([one for one in pool if each.fit in one.fits and one.id not in answered], day)
    ]
    if skips < len(fitting):
        return fitting[skips]
    shown = {each.id for each in fitting}
    return pick([each for each in pool if each.id not in shown], day, skips - len(fitting), answered)


def _turned(found: Sequence[Prompt], day: date) -> Sequence[Prompt]:
    """Another one first each day."""
    start = day.toordinal() % len(found) if found else 0
    return [*found[start:], *found[:start]]


def pick(pool: Sequence[Prompt], day: date, skips: int, answered: Collection[str]) -> Prompt:
    """Walks through a fixed shuffle, one a day, so that nothing has to be remembered of what was asked.

    Skipping leaps over the days to come; what was answered lately is replaced from the far half, which
    is not asked soon either.
    """
    order: list[Prompt] = sorted(pool, key=lambda prompt: crc32(prompt.id.encode()))
    place = day.toordinal() + skips * _SKIP
    far = place + len(order) // 2
    numbers: list[int] = [place, *range(far, far + len(order))]
    candidates = [order[number % len(order)] for number in numbers]
    return next((each for each in candidates if each.id not in answered), candidates[0])
