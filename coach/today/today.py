"""What a person meets in the morning, gathered in one look at the disk."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from coach.checkin.checkins import LINE_DAYS, energy_of, is_usual
from coach.commitments.overview import commitments_on
from coach.core.texts import filled, words
from coach.frame.frames import NUMBERS
from coach.pauses.pauses import resting
from coach.practice import loaded
from coach.practices import practices
from coach.reflection.plans import of_this_week
from coach.reflection.reflections import DUE_FOR
from coach.store.history import STANDING
from coach.today.away import away

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.app import Coach
    from coach.checkin.records import Checkin
    from coach.commitments.progress import Progress
    from coach.core.own_days import Days
    from coach.cycle.reassessment import Stands
    from coach.cycle.season import Standing
    from coach.drafts import Draft
    from coach.frame.records import Frame
    from coach.insights.records import Found
    from coach.journal.prompt import Prompt
    from coach.journal.records import Entry
    from coach.reflection.records import ReflectionName
    from coach.today.away import Away
    from coach.waiting import Waiting

RECENT = 12
_AHEAD = 4


class LooksBack(NamedTuple):
    """A longer look back that waits."""

    name: ReflectionName
    last: date
    """The last day it is about."""


class Held(NamedTuple):
    """What is held, what it asks for, and what the coach has to say of it."""

    is_read: bool
    """Whether what stays could be read: where its file is damaged, there seems to be none of it."""
    season: Standing | None
    frame: Frame | None
    commitments: tuple[Progress, ...]
    is_review_due: bool
    looks_back: LooksBack | None
    """M7, S7: which of the longer looks back waits; the quarter waits for the month."""
    stands: Stands | None
    """S3: where the reassessment of the open window stands."""
    waiting: dict[str, Waiting | None]
    """What else waits, as each practice says it, by its name for programs."""
    is_quote_asked: bool
    """L6: whether this is the moment to say the tradeoff from memory."""
    is_looked: bool
    """Whether it was looked for what there is to say, and asked what waits."""
    is_asked: bool
    """Whether it was asked what waits."""
    noticed: Found | None
    """The one thing to say, or what was said this morning."""
    signals: int
    """How many wait for the window."""
    plans: tuple[str, ...]
    """If-then lines of the week, while nothing was said of them."""
    is_over: bool
    """L15: whether more is held than the limit says, and no exception lets it any more."""
    next: tuple[tuple[date, str], ...]
    """What comes, day by day, in words."""
    away: Away | None
    """Days away that nothing was said of yet; until then nothing else waits."""

    @property
    def due(self) -> list[Progress]:
        """What asks for a mark today, or has one."""
        return [each for each in self.commitments if each.state == "held" and (each.is_due or each.today)]

    @property
    def gates(self) -> list[Progress]:
        """Those whose gate is open, and those that lapsed."""
        return [] if self.away else [each for each in self.commitments if each.is_gate_open]


class Asked(NamedTuple):
    """What decides what the day asks."""

    day: date
    days: Days
    checkin: Checkin | None
    is_expected: bool
    """Whether a day like this usually has a check-in."""
    is_yesterday_open: bool
    """Whether a check-in for yesterday, a day that usually has one, would still be a record and no memory."""
    is_asked_again: bool
    """Whether it is asked for several times a day, and hours have passed."""
    held: Held
    drafts: tuple[Draft, ...]


class Today(NamedTuple):
    """The day as it stands."""

    day: date
    days: Days
    checkin: Checkin | None
    is_expected: bool
    is_yesterday_open: bool
    is_asked_again: bool
    held: Held
    drafts: tuple[Draft, ...]
    is_after_a_gap: bool
    recent: tuple[Entry, ...]
    """Today's entries and those before, newest first."""
    energy: tuple[int | None, ...]
    """Of the last days, today's last."""
    numbers: dict[str, list[float]]
    """L10: those of the frame, review by review."""
    prompt: Prompt
    trouble: str


def gather(coach: Coach, skips: int = 0, *, looks: bool = True) -> Today:
    """Today, from at most three months of files. Without looking, only what was told before is known; while
    the check-in waits, which comes first, nothing of what waits behind it."""
    day = coach.today()
    days = coach.checkins.between(day - timedelta(days=LINE_DAYS - 1), day)
    recent = tuple(islice(coach.journal.entries(), RECENT))
    return Today(
        *gather_asked(coach, days, looks=looks),
        is_after_a_gap=coach.checkins.is_after_a_gap(day, days)
        and resting(coach.seasons.rests(), day - timedelta(days=1)) is None,
        recent=recent,
        energy=tuple(energy_of(days, day)),
        numbers=coach.reviews.series(day, {name: coach.frames.part_since(name, day) for name in NUMBERS}),
        prompt=coach.prompts.of(day, skips),
        trouble=str(coach.store.damage.error() or coach.stray()) or coach.prompts.trouble,
    )


def gather_asked(coach: Coach, days: Mapping[date, Checkin] | None = None, *, looks: bool = False) -> Asked:
    """What decides what the day asks, and nothing that is only shown."""
    day = coach.today()
    if days is None:
        days = coach.checkins.between(day - timedelta(days=LINE_DAYS - 1), day)
    yesterday = day - timedelta(days=1)
    return Asked(
        day=day,
        days=coach.days,
        checkin=days.get(day),
        is_expected=is_usual(day, days),
        is_yesterday_open=yesterday not in days and is_usual(yesterday, days),
        is_asked_again=coach.checkins.is_due_again(days.get(day)),
        held=gather_held(coach, day, looks=looks, days=days),
        drafts=tuple(coach.drafts.left()),
    )


def gather_held(
    coach: Coach, day: date, *, looks: bool = True, days: Mapping[date, Checkin] | None = None
) -> Held:
    """What is held on a day. In a redesign window, while everything rests, and after days away until they
    rest or are left, nothing tactical is said."""
    season, frame = coach.seasons.now(day), coach.frames.current()
    commitments = commitments_on(coach, day)
    if days is None:
        days = coach.checkins.between(day - timedelta(days=LINE_DAYS - 1), day)
    is_elsewhere = season is not None and (season.rest is not None or not season.is_held)
    gone = None if is_elsewhere else away(coach, day, days)
    if gone and season:
        season = season._replace(notices=())
    is_quiet = gone is not None or is_elsewhere
    began = min((each.commitment.starts for each in commitments), default=None)
    is_asked = looks or day in days
    says = looks and gone is None
    noticed = coach.insights.say(day, commitments) if says else coach.insights.said(day)
    return Held(
        is_read=STANDING not in coach.store.damage.names(),
        season=season,
        frame=frame,
        commitments=tuple(commitments),
        is_review_due=began is not None
        and gone is None
        and (season is None or season.holds_reviews)
        and coach.reviews.is_due(day, began),
        looks_back=None if gone or (season and season.rest) else _looks_back(coach, day),
        stands=_stands(coach, season, commitments),
        waiting=_waiting(coach, day, season, is_quiet=gone is not None) if is_asked else {},
        is_asked=is_asked,
        is_quote_asked=season is not None and not is_quiet and coach.quotes.is_asked(frame, day),
        noticed=noticed,
        is_looked=looks or (noticed is not None and is_asked),
        signals=coach.signals.count_waiting(day),
        plans=() if is_quiet else tuple(of_this_week(coach, day)),
        away=gone,
        is_over=gone is None
        and len(commitments) > coach.commitments.limit
        and coach.commitments.is_over(day),
        next=tuple(_next(coach, day, season, commitments, days)),
    )


def _waiting(
    coach: Coach, day: date, season: Standing | None, *, is_quiet: bool
) -> dict[str, Waiting | None]:
    return {
        name: None if is_quiet else loaded(practice.place(place))(coach, day, season)
        for practice in practices()
        for name, place in practice.today.items()
    }


def _looks_back(coach: Coach, day: date) -> LooksBack | None:
    due = (name for name in DUE_FOR if coach.reflections.is_due(name, day))
    return next((LooksBack(name, coach.reflections.period(name, day)[1]) for name in due), None)


def _stands(coach: Coach, season: Standing | None, held: Sequence[Progress]) -> Stands | None:
    """Only in a window, which few days are."""
    if season is None or season.is_held:
        return None
    from coach.cycle.window import window

    return window(coach, held).stands


def _next(
    coach: Coach,
    day: date,
    season: Standing | None,
    commitments: Sequence[Progress],
    days: Mapping[date, Checkin],
) -> list[tuple[date, str]]:
    """The next days that matter, nearest first."""
    tomorrow = day + timedelta(days=1)
    found = [(tomorrow, words.today.tomorrow)] if is_usual(tomorrow, days) else []
    if commitments and (season is None or season.holds_reviews):
        found.append((coach.reviews.next_day(day + timedelta(days=1)), words.today.review))
    longer = ((when, words.today[name]) for name, when in coach.reflections.ahead(day))
    found += [each for each in longer if season and each[0] > day]
    if season and season.next_starts > day:
        found.append((season.next_starts, words.season.name[season.next_name]))
    for each in commitments:
        opens = each.gate_opens
        if each.commitment.ended is None and opens > day and each.state == "held":
            found.append((opens, f"{words.today.gate} {each.commitment.text}"))
        if each.commitment.due and each.commitment.due > day and each.state == "held":
            found.append((each.commitment.due, each.commitment.text))
    talks = (each for each in coach.talks.since(day) if not each.is_told)
    found += [(each.day, filled(words.today.talk, to=each.to)) for each in talks]
    return sorted(found, key=lambda each: each[0])[:_AHEAD]
