"""The card of a trial: before and during, the other commitments meanwhile, and what chance would do."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.chance import PLAIN, SELDOM, of_two, one_in
from coach.commitments.glance import NAME_WIDTH, SIGNS
from coach.commitments.progress import due_days, gate_of
from coach.commitments.trial import FLOW, KEPT, LASTS, OUTCOME, is_with
from coach.commitments.trial_words import words_of
from coach.core.safe_text import first_line
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.app import Coach
    from coach.commitments.marks import ByCommitment
    from coach.commitments.records import Commitment, Mark

_DAY = timedelta(days=1)
_LEAST, _TURNS = 6, 400
_USUAL, _COIN = 0.05, 0.5


class Side(NamedTuple):
    """Some days: what it was to move in them, energy, and everything else that was held."""

    first: date
    last: date
    dots: tuple[str, ...]
    kept: int
    of: int
    energy: float | None
    n: int
    others: int
    others_of: int
    numbers: tuple[float, ...] = ()
    """What the reviews of these days say of a number of the frame."""


class ByCoin(NamedTuple):
    """Energy on the days with it and without it."""

    inside: float
    outside: float
    n: int
    rest: int


class TrialCard(NamedTuple):
    """Before and during, and what chance would do."""

    commitment: Commitment
    subject: str
    """What it is to move, in words."""
    before: Side
    during: Side
    chance: float | None
    """How often chance moves it as far; nothing where there is too little to say."""
    is_over: bool
    is_of_keeping: bool
    """Whether it is marks that lie side by side."""
    by_coin: ByCoin | None = None

    @property
    def shows(self) -> bool:
        """Whether there is enough on both sides to say what it moved."""
        before, during = self.before, self.during
        has_numbers = bool(before.numbers and during.numbers)
        has_energy = before.energy is not None and during.energy is not None
        return has_numbers or self.by_coin is not None or self.is_of_keeping or has_energy

    @property
    def says(self) -> str:
        """What it showed, in a sentence with its numbers."""
        said, before, during = words.trials.says, self.before, self.during
        name = first_line(self.commitment.text, NAME_WIDTH)
        if before.numbers and during.numbers:
            ends = {"was": f"{fmean(before.numbers):.3g}", "now": f"{fmean(during.numbers):.3g}"}
            counts = {"rest": len(before.numbers), "n": len(during.numbers)}
            text = filled(said.number, name=name, subject=self.subject, **ends, **counts)
        elif self.by_coin:
            means = {"inside": f"{self.by_coin.inside:.1f}", "outside": f"{self.by_coin.outside:.1f}"}
            text = filled(said.coin, name=name, **means, n=self.by_coin.n, rest=self.by_coin.rest)
        elif self.is_of_keeping:
            counts = {"was": before.kept, "before": before.of, "kept": during.kept, "of": during.of}
            text = filled(said.kept, name=name, subject=self.subject, **counts)
        elif self.shows:
            means = {"inside": f"{during.energy or 0:.1f}", "outside": f"{before.energy or 0:.1f}"}
            text = filled(said.energy, name=name, n=during.n, rest=before.n, **means)
        else:
            text = filled(said.little, name=name, kept=during.kept, of=during.of)
        return f"{text} {self.chance_said}".rstrip()

    @property
    def chance_said(self) -> str:
        """What it may be by chance."""
        if self.chance is None:
            return ""
        if self.chance > PLAIN:
            return words.trials.chance_plain
        if self.chance < SELDOM:
            return words.trials.chance_seldom
        return filled(words.trials.chance, times=one_in(self.chance))


def card(coach: Coach, commitment: Commitment, day: date) -> TrialCard:
    """What there is to show on a day. Tried again, it is held against the days before the first time."""
    gate = gate_of(commitment, coach.commitments.rests())
    first = commitment.agreed or commitment.starts
    last = min(gate, day, commitment.ended - _DAY if commitment.ended else day)
    spans = ((commitment.starts - LASTS - _DAY, commitment.starts - _DAY), (first, last))
    seen = _seen(coach, spans[0][0], last)
    known = {each.id: each for each in coach.commitments.all()}
    moved = commitment.moves.removeprefix(KEPT) if commitment.moves.startswith(KEPT) else ""
    subject = moved or _moved_most(commitment, known, seen.marks, spans)
    before, during = (_side(coach, seen, commitment, subject, span) for span in spans)
    by_coin, chance = None, None
    if commitment.coin and not subject:
        by_coin, chance = _by_coin(commitment, seen.energy, first, last)
    elif not during.numbers:
        chance = _of_marks(before, during) if subject else _of_energy(seen.energy, spans)
    return TrialCard(
        commitment,
        words_of(commitment.moves, known, subject),
        before,
        during,
        chance,
        day > gate or commitment.ended is not None,
        bool(subject and before.of and during.of),
        by_coin,
    )


class _Seen(NamedTuple):
    marks: ByCommitment
    energy: dict[date, int]


def _seen(coach: Coach, first: date, last: date) -> _Seen:
    """Marks and energy of usual days."""
    checkins = coach.checkins.between(first, last)
    unusual = {at for at, each in checkins.items() if each.unusual}
    marks = {
        name: {
            at: mark
            for at, mark in sorted(of_one.items())
            if at not in unusual and mark.reason != "unusual" and mark.result != "pass"
        }
        for name, of_one in coach.marks.between(first, last).items()
    }
    return _Seen(
        marks, {at: each.energy for at, each in checkins.items() if each.energy and at not in unusual}
    )


def _side(coach: Coach, seen: _Seen, commitment: Commitment, subject: str, span: tuple[date, date]) -> Side:
    first, last = span
    watched = subject or commitment.id
    told = _within(seen.marks.get(watched, {}), span)
    felt = [each for at, each in seen.energy.items() if first <= at <= last]
    others = [name for name in seen.marks if name not in {watched, commitment.id}]
    rest = [mark for name in others for mark in _within(seen.marks[name], span)]
    is_number = commitment.moves in {FLOW, OUTCOME}
    return Side(
        first,
        last,
        tuple(SIGNS[mark.result] for mark in told),
        _kept(told),
        len(told),
        fmean(felt) if felt else None,
        len(felt),
        _kept(rest),
        len(rest),
        tuple(coach.reviews.numbers(commitment.moves, first, last)) if is_number else (),
    )


def _within(marks: Mapping[date, Mark], span: tuple[date, date]) -> list[Mark]:
    return [mark for at, mark in marks.items() if span[0] <= at <= span[1]]


def _kept(marks: Sequence[Mark]) -> int:
    return sum(mark.result == "kept" for mark in marks)


def _moved_most(
    commitment: Commitment,
    known: Mapping[str, Commitment],
    marks: ByCommitment,
    spans: tuple[tuple[date, date], tuple[date, date]],
) -> str:
    """Where nothing was named: what moved further than chance moves the furthest of so many."""
    if commitment.moves:
        return ""
    found = []
    for name in marks.keys() & known.keys() - {commitment.id}:
        was, now = (_within(marks[name], span) for span in spans)
        if min(len(was), len(now)) >= _LEAST:
            found.append((of_two(_kept(now), len(now), _kept(was), len(was)), name))
    chance, name = min(found, default=(1.0, ""))
    return name if chance * len(found) < _USUAL else ""


def _of_marks(before: Side, during: Side) -> float | None:
    if min(before.of, during.of) < _LEAST:
        return None
    more = of_two(during.kept, during.of, before.kept, before.of)
    less = of_two(before.kept, before.of, during.kept, during.of)
    return min(2 * min(more, less), 1.0)


def _of_energy(
    energy: Mapping[date, int], spans: tuple[tuple[date, date], tuple[date, date]]
) -> float | None:
    """The days stay in their order and turn round as a whole: those that hang together stay together."""
    days = [at for at in sorted(energy) if any(first <= at <= last for first, last in spans)]
    said = [spans[1][0] <= at for at in days]
    if min(sum(said), len(said) - sum(said)) < _LEAST:
        return None
    turns = [[*said[start:], *said[:start]] for start in range(len(said))]
    values = [energy[at] for at in days]
    bar = abs(_apart(values, said)) - 1e-9
    return sum(abs(_apart(values, turned)) >= bar for turned in turns) / len(turns)


def _by_coin(
    commitment: Commitment, energy: Mapping[date, int], first: date, last: date
) -> tuple[ByCoin | None, float | None]:
    """The coin could have fallen otherwise: of every two days the other one."""
    asked = due_days(commitment.but(coin=False), first, last)
    days = [at for at in asked if at in energy]
    said = [is_with(commitment, at) for at in days]
    inside = [energy[at] for at, is_in in zip(days, said, strict=True) if is_in]
    outside = [energy[at] for at, is_in in zip(days, said, strict=True) if not is_in]
    if min(len(inside), len(outside)) < _LEAST // 2:
        return None, None
    values = [energy[at] for at in days]
    random = Random(repr(values))  # noqa: S311 - nothing here is secret
    bar, as_far = abs(_apart(values, said)) - 1e-9, 0
    for _ in range(_TURNS):
        flips: dict[int, bool] = {}
        turned = [
            was ^ flips.setdefault((at - first).days // 2, random.random() < _COIN)
            for at, was in zip(days, said, strict=True)
        ]
        as_far += abs(_apart(values, turned)) >= bar
    by_coin = ByCoin(fmean(inside), fmean(outside), len(inside), len(outside))
    return by_coin, (1 + as_far) / (1 + _TURNS)


def _apart(values: Sequence[int], said: Sequence[bool]) -> float:
    inside = [value for value, is_in in zip(values, said, strict=True) if is_in]
    outside = [value for value, is_in in zip(values, said, strict=True) if not is_in]
    return fmean(inside) - fmean(outside) if inside and outside else 0.0
