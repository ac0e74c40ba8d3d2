"""The card of a trial: before and during, the other commitments meanwhile, and what chance would do."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.chance import of_two
from coach.commitments.glance import NAME_WIDTH, SIGNS
from coach.commitments.trial import ENERGY, FLOW, KEPT, LASTS, OUTCOME, OWN, SIGN, is_with
from coach.core.safe_text import first_line
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coach.app import Coach
    from coach.commitments.marks import ByCommitment
    from coach.commitments.records import Commitment, Mark

_DAY = timedelta(days=1)
_LEAST, _TURNS, _PLAIN = 6, 400, 0.3


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
    by_coin: tuple[float, float, int, int] | None = None
    """Energy on the days with it and without it, and how many of each."""

    @property
    def says(self) -> str:
        """What it showed, in a sentence with its numbers."""
        said = words.trials.says
        name = first_line(self.commitment.text, NAME_WIDTH)
        if self.by_coin:
            mean, other, n, rest = self.by_coin
            text = filled(said.coin, name=name, inside=f"{mean:.1f}", outside=f"{other:.1f}", n=n, rest=rest)
        elif self.is_of_keeping:
            numbers = {"kept": self.during.kept, "of": self.during.of, "was": self.before.kept}
            text = filled(said.kept, name=name, subject=self.subject, before=self.before.of, **numbers)
        elif self.before.energy is not None and self.during.energy is not None:
            energies = {"inside": f"{self.during.energy:.1f}", "outside": f"{self.before.energy:.1f}"}
            text = filled(said.energy, name=name, n=self.during.n, rest=self.before.n, **energies)
        else:
            text = filled(said.little, name=name, kept=self.during.kept, of=self.during.of)
        return f"{text} {self.chance_said}".rstrip()

    @property
    def is_of_keeping(self) -> bool:
        """Whether it is marks that lie side by side."""
        return bool(self.before.of) and bool(self.during.of)

    @property
    def chance_said(self) -> str:
        """What it may be by chance."""
        if self.chance is None:
            return ""
        if self.chance > _PLAIN:
            return words.trials.chance_plain
        if self.chance < 1 / 1000:
            return words.trials.chance_seldom
        return filled(words.trials.chance, times=max(round(1 / self.chance), 1))


def card(coach: Coach, commitment: Commitment, day: date) -> TrialCard:
    """What there is to show on a day."""
    first = commitment.agreed or commitment.starts
    last = min(commitment.gate, day, commitment.ended - _DAY if commitment.ended else day)
    known = {each.id: each for each in coach.commitments.all()}
    began = first - LASTS - _DAY
    marks = coach.marks.between(began, last)
    checkins = coach.checkins.between(began, last)
    energy = {at: each.energy for at, each in checkins.items() if each.energy and not each.unusual}
    moved = known.get(commitment.moves.removeprefix(KEPT)) if commitment.moves.startswith(KEPT) else None
    subject = moved.id if moved else _moved_most(commitment, known, marks, (began, first, last))
    watched = subject or commitment.id

    def side(since: date, until: date) -> Side:
        told = [mark for at, mark in sorted(marks.get(watched, {}).items()) if since <= at <= until]
        felt = [each for at, each in energy.items() if since <= at <= until]
        rest = [
            mark
            for name, of_one in marks.items()
            if name not in {watched, commitment.id}
            for at, mark in of_one.items()
            if since <= at <= until and mark.result != "pass"
        ]
        counted = [mark for mark in told if mark.result != "pass"]
        return Side(
            since,
            until,
            tuple(SIGNS[mark.result] for mark in told),
            _kept(counted),
            len(counted),
            fmean(felt) if felt else None,
            len(felt),
            _kept(rest),
            len(rest),
        )

    before, during = side(began, first - _DAY), side(first, last)
    by_coin = _by_coin(commitment, energy, first, last) if commitment.coin else None
    if by_coin:
        chance: float | None = _coin_chance(commitment, energy, first, last)
    else:
        chance = _chance(before, during, energy, first)
    return TrialCard(
        commitment,
        words_of(commitment.moves, known, subject),
        before,
        during,
        chance,
        day > commitment.gate or commitment.ended is not None,
        by_coin,
    )


def words_of(moves: str, known: Mapping[str, Commitment], subject: str = "") -> str:
    """What it is to move, in words."""
    if moves.startswith(OWN):
        return moves.removeprefix(OWN)
    if moves.startswith(SIGN):
        return words.trials.moves.sign
    if moves in {FLOW, OUTCOME, ENERGY}:
        return words.trials.moves[moves]
    found = known.get(moves.removeprefix(KEPT)) or known.get(subject)
    return f"“{first_line(found.text, NAME_WIDTH)}”" if found else words.trials.moves.nothing


def _kept(marks: Sequence[Mark]) -> int:
    return sum(mark.result == "kept" for mark in marks)


def _moved_most(
    commitment: Commitment,
    known: Mapping[str, Commitment],
    marks: ByCommitment,
    days: tuple[date, date, date],
) -> str:
    """Where nothing was named: of what else is held, what moved further than chance moves the furthest of so
    many."""
    if commitment.moves:
        return ""
    began, first, last = days
    found = []
    for name, of_one in marks.items():
        if name == commitment.id or name not in known:
            continue
        parts = [
            [mark for at, mark in of_one.items() if since <= at <= until and mark.result != "pass"]
            for since, until in ((began, first - _DAY), (first, last))
        ]
        if min(map(len, parts)) >= _LEAST:
            was, now = parts
            found.append((of_two(_kept(now), len(now), _kept(was), len(was)), name))
    chance, name = min(found, default=(1.0, ""))
    return name if chance * len(found) < 0.05 else ""  # noqa: PLR2004 - the usual bar


def _chance(before: Side, during: Side, energy: Mapping[date, int], first: date) -> float | None:
    if min(before.of, during.of) >= _LEAST:
        more = of_two(during.kept, during.of, before.kept, before.of)
        less = of_two(before.kept, before.of, during.kept, during.of)
        return min(2 * min(more, less), 1.0)
    if min(before.n, during.n) < _LEAST:
        return None
    days = sorted(energy)
    said = [at >= first for at in days]

    def turned(random: Random) -> list[bool]:
        start = random.randrange(len(said))
        return [*said[start:], *said[:start]]

    return _permuted([energy[at] for at in days], said, turned)


def _by_coin(
    commitment: Commitment, energy: Mapping[date, int], first: date, last: date
) -> tuple[float, float, int, int] | None:
    inside = [each for at, each in energy.items() if first <= at <= last and is_with(commitment, at)]
    outside = [each for at, each in energy.items() if first <= at <= last and not is_with(commitment, at)]
    if min(len(inside), len(outside)) < _LEAST // 2:
        return None
    return fmean(inside), fmean(outside), len(inside), len(outside)


def _coin_chance(commitment: Commitment, energy: Mapping[date, int], first: date, last: date) -> float:
    """The coin could have fallen otherwise: of every two days the other one."""
    days = sorted(at for at in energy if first <= at <= last)
    said = [is_with(commitment, at) for at in days]

    def turned(random: Random) -> list[bool]:
        flips: dict[int, bool] = {}
        return [
            was ^ flips.setdefault((at - first).days // 2, random.random() < 0.5)  # noqa: PLR2004 - a coin
            for at, was in zip(days, said, strict=True)
        ]

    return _permuted([energy[at] for at in days], said, turned)


def _permuted(
    values: Sequence[int], said: Sequence[bool], turned: Callable[[Random], Sequence[bool]]
) -> float:
    random = Random(repr(values))  # noqa: S311 - nothing here is secret
    bar = abs(_apart(values, said)) - 1e-9
    as_far = sum(abs(_apart(values, turned(random))) >= bar for _ in range(_TURNS))
    return (1 + as_far) / (1 + _TURNS)


def _apart(values: Sequence[int], said: Sequence[bool]) -> float:
    inside = [value for value, is_in in zip(values, said, strict=True) if is_in]
    outside = [value for value, is_in in zip(values, said, strict=True) if not is_in]
    return fmean(inside) - fmean(outside) if inside and outside else 0.0
