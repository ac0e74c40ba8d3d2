"""What Reflect shows: what can be looked back on and how each stands, what is next, and everything before."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.cycle.window import window
from coach.cycle.words import stands_line
from coach.reflection.reviews import draft_name

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.records import Reassessment
    from coach.cycle.season import Standing as Season
    from coach.reflection.records import Reflection

_MOST = 500

Now = Literal["weekly", "monthly", "quarterly", "yearly", "reassessment", "action", "vitality"]
Past: TypeAlias = "Reflection | Reassessment"
NOW: tuple[Now, ...] = (
    "weekly", "monthly", "quarterly", "yearly", "reassessment", "action", "vitality"
)  # fmt: skip
_LONGER: tuple[Literal["monthly", "quarterly", "yearly"], ...] = ("monthly", "quarterly", "yearly")


class Standing(NamedTuple):
    """How it stands with one of them."""

    about: str = ""
    """The days it is about."""
    said: str = ""
    is_done: bool = False
    is_due: bool = False


class ReflectNow(NamedTuple):
    """The place."""

    day: date
    now: dict[Now, Standing]
    next_day: date
    """When the next weekly review comes round."""
    past: list[Past]
    """The latest first."""

    @property
    def next(self) -> Now | None:
        """The first that waits; the window before all."""
        waits = [name for name in NOW if self.now[name].is_due]
        return "reassessment" if "reassessment" in waits else next(iter(waits), None)


def reflect_now(coach: Coach) -> ReflectNow:
    """Gathered."""
    day, season = coach.today(), coach.seasons.now()
    is_tactical = season is None or season.holds_reviews
    begun = [draft.name for draft in coach.drafts.left()]
    week, kept = coach.reviews.week(day)[1], coach.reviews.of(day)
    is_due = is_tactical and coach.reviews.is_due(day, day.min)
    weekly = _standing(week, day, is_kept=kept is not None, is_due=is_due)
    if any(each.startswith(draft_name(week)) for each in begun):
        weekly = weekly._replace(said=words.reflect.begun)
    now: dict[Now, Standing] = {"weekly": weekly}
    for name in _LONGER:
        last = coach.reflections.period(name, day)[1]
        is_kept = coach.reflections.of(name, last) is not None
        stands = _standing(last, day, is_kept=is_kept, is_due=coach.reflections.is_due(name, day))
        is_begun = any(each.startswith(f"{name}-{last}") for each in begun)
        now[name] = stands._replace(said=words.reflect.begun) if is_begun else stands
    now["reassessment"] = _reassessment(coach, season)
    now["action"] = now["vitality"] = Standing(said=words.reflect.any_time)
    past: list[Past] = [*islice(coach.reflections.past(), _MOST), *_over(coach)]
    past.sort(key=lambda each: (each.at, each.id), reverse=True)
    return ReflectNow(day, now, coach.reviews.next_day(day + timedelta(days=kept is not None)), past)


def _reassessment(coach: Coach, season: Season | None) -> Standing:
    if season and not season.is_held:
        return Standing(said=stands_line(window(coach).stands), is_due=True)
    is_due = season is not None and season.days_over > 0
    return Standing(said=words.reflect["window_due" if is_due else "no_window"], is_due=is_due)


def _over(coach: Coach) -> list[Reassessment]:
    """The reassessments that are over."""
    seasons = coach.seasons.all()
    begun = coach.reassessments.since(seasons[0].starts) if seasons else []
    return [each for each in begun if each.closed or each.left]


def _standing(last: date, day: date, *, is_kept: bool, is_due: bool) -> Standing:
    said = "kept" if is_kept else "due" if is_due else "any_time"
    about = filled(words.reflect.until, day=say_day(last, day))
    return Standing(about, words.reflect[said], is_kept, is_due and not is_kept)
