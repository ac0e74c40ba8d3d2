"""The season in words, for the screen and the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.cycle.reassessment import answered

if TYPE_CHECKING:
    from coach.cycle.reassessment import Stands
    from coach.cycle.season import Notice, Standing


def season_line(now: Standing | None) -> str:
    """The mode, the week, and what comes, on one line."""
    if now is None:
        return words.season.none_short
    return f"{mode_word(now)}  {mode_says(now)}  {week_words(now)}  {next_words(now)}"


def mode_word(now: Standing) -> str:
    """S1: the mode, in capitals."""
    return words.season["resting" if now.rest else "managing" if now.is_held else "leading"]


def mode_says(now: Standing) -> str:
    """What the mode means for the frame."""
    if now.rest:
        return filled(words.season.rests, day=say_day(now.rest.until, now.day))
    if now.free_until:
        return filled(words.season.held_free, day=say_day(now.free_until, now.day))
    return words.season["held" if now.is_held else "on_table"]


def stands_line(stands: Stands) -> str:
    """What the open window waits for, in a few words."""
    kept = stands.reassessment
    if stands.step == "questions":
        if stands.rests_until:
            return filled(words.today.reassess_rests, day=say_day(stands.rests_until, stands.day))
        is_begun = kept is not None and answered(kept)
        return words.reassessment.state.begun if is_begun else words.today.reassess_begin
    count = stands.signals if stands.step == "signals" else stands.commitments
    noun = "signal" if stands.step == "signals" else "commitment"
    return filled(words.today[f"reassess_{stands.step}"], count=counted(count, noun))


def week_words(now: Standing) -> str:
    """How far it is."""
    return filled(words.season.says.week_of, week=now.week, weeks=now.weeks)


def next_words(now: Standing) -> str:
    """When the next season is planned for."""
    what = words.season.says.window_opens if now.is_held else words.season.says.execution_begins
    return (
        f"{what} {say_day(now.next_starts, now.day)}"
        if not now.days_over
        else filled(words.season.says.when_you_do_it, what=what)
    )


def in_words(now: Standing | None) -> list[str]:
    """S2: what is worth saying of the windows."""
    if now is None:
        return []
    return [
        filled(
            words.season.notice[_called(each)],
            days=counted(each.days, "day"),
            of=each.of,
            day=say_day(now.next_starts, now.day),
        )
        for each in now.notices
    ]


def _called(notice: Notice) -> str:
    is_counted = notice.days or notice.of or notice.what in {"skipped", "left"}
    return notice.what if is_counted else f"{notice.what}_today"
