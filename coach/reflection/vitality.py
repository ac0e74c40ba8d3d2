"""S11 to S13: signs of life and of decay in the practice, each with its records. No score, no blame."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.commitments.overview import commitments_on
from coach.core.counting import counted
from coach.core.days import day_of
from coach.core.texts import filled, words
from coach.cycle.calls import calls_lines
from coach.cycle.reassessment import is_founded
from coach.cycle.season import planned_days
from coach.cycle.window import measure
from coach.facts import Fact
from coach.lines import Told
from coach.pauses.pauses import rested
from coach.reflection.fresh_start import fresh_start
from coach.reflection.lived import gather, reviews_asked
from coach.reflection.pitfalls import pitfall

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.core.record import Record
    from coach.cycle.records import Reassessment, Season
    from coach.cycle.ritual import Measure
    from coach.cycle.ritual import Sign as RitualSign
    from coach.signals.records import Signal

SIGNS = {True: "●", False: "○", None: "·"}
"""There, not there, too little to go on."""
_WEEKS = 12
_REVIEWS, _REVIEWS_OF, _REVIEWS_LEAST = 0.6, 8, 3
_SIGNALS = 3
_MOST_SHIFTS = 3
_MOSTLY = 0.8
_TWICE = 2
_IN_A_ROW = 3
_ALONE = 0.35
_LATE = 7
_HALF = 0.5
_IN = 5
"""So many weeks into a cycle its silence means something."""


class Sign(NamedTuple):
    """One sign, and whether it is there."""

    name: str
    is_life: bool
    is_there: bool | None
    """Nothing, where there is too little to go on."""
    fact: Fact

    @property
    def title(self) -> str:
        """What the sign is."""
        return words.vitality.sign[self.name]


class Vitality(NamedTuple):
    """The page."""

    signs: tuple[Sign, ...]
    measure: Measure | None
    calls: tuple[str, ...]
    """S9: how often a reassessment was called, what that may mean, and what came of each."""
    replant: Fact | None
    pitfall: Fact | None = None
    """M12: what of learning has stopped."""


class _Known(NamedTuple):
    day: date
    seasons: list[Season]
    cycles: list[date]
    """When execution began, cycle by cycle."""
    signals: list[Signal]
    held: list[Reassessment]
    over: list[Reassessment]
    """Those of windows that were left, too."""
    begun: list[Reassessment]
    """All of the cycles looked at, emergencies too."""


def vitality(coach: Coach) -> Vitality:
    """All signs, from the last three cycles."""
    day = coach.today()
    seasons = coach.seasons.all()
    cycles = [each.starts for each in seasons if each.name == "execution"] or [day - timedelta(weeks=_WEEKS)]
    since = cycles[-3:][0]
    known = _Known(
        day,
        seasons,
        cycles,
        coach.signals.since(cycles[-_IN_A_ROW - 1 :][0]),
        coach.reassessments.held(),
        coach.reassessments.over(),
        coach.reassessments.since(since),
    )
    found = measure(coach)
    return Vitality(
        (*_life(coach, known), *_decay(coach, known, found)),
        found,
        tuple(calls_lines(coach)),
        fresh_start(coach, day),
        pitfall(coach, gather(coach, day - timedelta(weeks=_WEEKS) + timedelta(days=1), day)),
    )


def ritual_line(sign: RitualSign) -> str:
    """One of the six in words, with its numbers."""
    numbers = {"now": sign.now, "first": sign.first}
    if sign.name == "time":
        said = {name: _minutes(value) for name, value in numbers.items()}
    elif sign.name in {"copies", "cited"}:
        said = {name: f"{100 * value:.0f}" for name, value in numbers.items()}
    else:
        said = {name: f"{value:.1f}".removesuffix(".0") for name, value in numbers.items()}
    return filled(words.reassessment.ritual[sign.name], **said)


def _life(coach: Coach, known: _Known) -> Iterator[Sign]:
    lately = [each for each in known.signals if coach.days.of(each.at) >= known.cycles[-1]]
    yield _sign("freely", True, len(lately) >= _SIGNALS, lately, count=counted(len(lately), "signal"))
    held = [each.commitment for each in commitments_on(coach, known.day) if each.state in {"held", "paused"}]
    clear = [each for each in held if (each.rhythm or each.due) and each.why]
    is_clear = len(clear) >= _MOSTLY * len(held) if held else None
    yield _sign("specific", True, is_clear, held, count=len(clear), of=len(held))
    windows = known.held[-2:]
    shifts = any(each.changed for each in windows) and all(
        len(each.changed) <= _MOST_SHIFTS for each in windows
    )
    yield _sign(
        "shifts",
        True,
        shifts if windows else None,
        windows,
        count=counted(len(windows), "window"),
        parts=", ".join(str(len(each.changed)) for each in windows),
        of=len(windows),
    )
    since = known.day - timedelta(weeks=_REVIEWS_OF) + timedelta(days=1)
    reviews = [each for each in coach.reviews.lately(known.day) if each.last >= since]
    of = reviews_asked(coach, since, known.day - timedelta(days=1))
    is_easy = len(reviews) >= of * _REVIEWS if of >= _REVIEWS_LEAST else None
    yield _sign("rhythm", True, is_easy, reviews, count=len(reviews), of=of)


def _decay(coach: Coach, known: _Known, found: Measure | None) -> Iterator[Sign]:
    windows = _windows(coach, known)
    empty = _empty(windows[-_IN_A_ROW:]) if len(windows) >= _IN_A_ROW else []
    yield _locked(known, empty)
    lost = [each for each in windows[-_IN_A_ROW:] if each.is_lost(coach)]
    seasons = [each.season for each in lost]
    of = len(windows[-_IN_A_ROW:])
    yield _sign("fills", False, bool(lost) if windows else None, seasons, count=len(lost), of=of)
    yield _underground(coach, known)
    early = [each for each in known.begun if each.name != "window"]
    changed = sum(each.name == "emergency" and bool(each.changed) for each in early)
    around = coach.decisions.around(known.cycles[-3:][0])
    bends = [*early, *around]
    is_bent = max(len(early), len(around)) >= _TWICE
    numbers = {
        "calls": len(early),
        "count": counted(changed, "time"),
        "decided": counted(len(around), "decision"),
    }
    yield _sign("bent", False, is_bent, bends, **numbers)
    opened = [each for each in known.over[-_IN_A_ROW:] if each.unsealed]
    is_hurried = len(opened) >= _TWICE if known.over else None
    yield _sign("hurried", False, is_hurried, opened, count=len(opened), of=len(known.over[-_IN_A_ROW:]))
    if empty:
        seasons = [each.season for each in empty]
        left = sum(each.reassessment is not None for each in empty)
        yield _sign("theatre", False, True, seasons, "emptied", count=len(empty), left=left)
        return
    is_theatre = found.is_ritual if found else None
    yield _sign(
        "theatre",
        False,
        is_theatre,
        known.held[-1:],
        count=found.so_many if found else 0,
        of=int(bool(found)),
    )


class _Window(NamedTuple):
    """A window that is over, or that was skipped: then the season that followed stands for it."""

    season: Season
    reassessment: Reassessment | None
    signals: list[Signal]
    """Those answered in it."""
    is_skipped: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing came of it: skipped, left, or all dismissed together and the frame as it was."""
        kept = self.reassessment
        if self.is_skipped or kept is None or kept.left:
            return True
        alone = sum(not each.in_bulk for each in self.signals)
        return not is_founded(kept) and bool(self.signals) and alone <= len(self.signals) * _ALONE

    def is_lost(self, coach: Coach) -> bool:
        """Whether execution took its time: skipped, opened late or put off, or ended with nothing decided."""
        is_decided = self.reassessment is not None and bool(self.reassessment.closed)
        return self.is_skipped or self.season.left or _is_eroded(self.season, coach, is_decided=is_decided)


def _windows(coach: Coach, known: _Known) -> list[_Window]:
    """All that are over, and those that were skipped, in order."""
    by_season = {each.season: each for each in known.over}
    found, before = [], None
    answered = [each for each in known.signals if each.settled_at]
    for each in known.seasons:
        if each.name == "redesign" and each.closed:
            kept = by_season.get(each.id)
            days = (coach.days.of(one.settled_at) for one in known.signals if one.settled_at)
            own = [one for one, day in zip(answered, days, strict=True) if each.starts <= day <= each.closed]
            found.append(_Window(each, kept, own))
        elif before and each.name == before.name == "execution":
            found.append(_Window(each, None, [], is_skipped=True))
        before = each
    return found


def _empty(windows: Sequence[_Window]) -> list[_Window]:
    """All of them, when nothing came of any; else none."""
    return [*windows] if all(each.is_empty for each in windows) else []


def _locked(known: _Known, empty: Sequence[_Window]) -> Sign:
    """Doubts are spoken, and the frame stays as it is."""
    if empty:
        dismissed = [one for each in empty for one in each.signals if one.settled == "drop"]
        if dismissed:
            count = counted(len(dismissed), "signal")
            return _sign("locked", False, True, dismissed, "dismissed", count=count, of=len(empty))
    last = known.over[-1] if known.over else None
    since = known.over[-2].closed or known.over[-2].left if len(known.over) > 1 else None
    doubts = [
        each
        for each in known.signals
        if each.about == "contradicts" and last and each.at < last.at and (since is None or each.at > since)
    ]
    locked = len(doubts) >= _SIGNALS and not is_founded(last) if last else None
    return _sign("locked", False, locked, doubts, count=counted(len(doubts), "signal"))


def _underground(coach: Coach, known: _Known) -> Sign:
    """Far fewer signals than in the same stretch of the cycle before."""
    began = known.cycles[-1]
    into = known.day - began
    before = known.cycles[-2] if len(known.cycles) > 1 else None
    ends = coach.settings.day_ends
    now = [each for each in known.signals if day_of(each.at, ends) >= began]
    then = [each for each in known.signals if before and before <= day_of(each.at, ends) <= before + into]
    enough = before is not None and into >= timedelta(weeks=_IN) and len(then) >= _SIGNALS
    is_so = len(now) * 3 <= len(then) if enough else None
    return _sign(
        "underground", False, is_so, [*then, *now], count=counted(len(now), "signal"), before=len(then)
    )


def _is_eroded(window: Season, coach: Coach, *, is_decided: bool) -> bool:
    """Opened late, or over after less than half of its days with nothing decided."""
    last = (window.closed or window.ends) - timedelta(days=1)
    used = (last - window.starts).days + 1 - rested(coach.seasons.rests(), window.starts, last)
    late = (window.starts - window.due).days if window.due else 0
    return late > _LATE or (used < planned_days(window) * _HALF and not is_decided)


def _sign(
    name: str,
    is_life: bool,
    is_there: bool | None,
    records: Sequence[Record],
    said: str = "",
    /,
    **values: object,
) -> Sign:
    """With its fact, or another one where that says more."""
    nothing = values.get("of") == 0
    text = words.vitality.none[name] if nothing else filled(words.vitality.fact[said or name], **values)
    return Sign(name, is_life, is_there, Fact(name, text, len(records), tuple(each.id for each in records)))


def _minutes(seconds: float) -> str:
    said = words.reflect.says
    if seconds < 60:  # noqa: PLR2004 - a minute
        return filled(said.seconds, count=f"{seconds:.0f}")
    return filled(said.minutes, count=f"{seconds / 60:.0f}")


def vitality_lines(known: Vitality) -> Iterator[Told]:
    """Signs of life, signs of decay, what was called early, the last window, and what may follow."""
    yield Told(words.vitality.title, "strong")
    yield Told(words.vitality.lead, "quiet")
    for heading, is_life in (("life", True), ("decay", False)):
        yield Told()
        yield Told(words.vitality[heading], "strong")
        for sign in known.signs:
            if sign.is_life == is_life:
                yield from _sign_lines(sign)
    if known.calls:
        yield Told()
        yield Told(words.vitality.calls, "strong")
        yield from map(Told, known.calls)
    yield Told()
    yield Told(words.vitality.ritual, "strong")
    if known.measure is None:
        yield Told(words.vitality.ritual_none, "quiet")
    else:
        yield from (Told(f"{SIGNS[each.is_so]} {ritual_line(each)}", hang=2) for each in known.measure.signs)
        if known.measure.is_ritual:
            yield Told(words.vitality.ritual_asks)
    if known.pitfall:
        yield Told()
        yield Told(words.vitality.pitfall, "strong")
        yield Told(known.pitfall.text, target=known.pitfall)
    if known.replant:
        yield Told()
        yield Told(words.vitality.replant, "strong")
        yield Told(known.replant.text, target=known.replant)


def _sign_lines(sign: Sign) -> Iterator[Told]:
    """The sign, whether it is there, and the numbers."""
    said = words.vitality[{True: "there", False: "not_there", None: "unknown"}[sign.is_there]]
    target = sign.fact if sign.fact.ids else None
    yield Told(f"{SIGNS[sign.is_there]} {sign.title}: {said}", target=target, indent=0 if target else 2)
    yield Told(sign.fact.text, "quiet", indent=4)
