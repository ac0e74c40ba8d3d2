"""The coach tries itself: a coin holds back half of what it would say, and the window says what came after."""

from __future__ import annotations

import os
from datetime import date, timedelta
from typing import Any

import pytest

from coach.commitments.marks import Given
from coach.core.stamp import happened
from coach.cycle.frame_session import FrameSession
from coach.cycle.window import window
from coach.insights.itself import tossed, tried_itself
from coach.insights.records import Found
from coach.pauses.over import Over
from coach.today.today import gather_held

DAY = date(2026, 11, 20)
DAYS = [DAY + timedelta(days=each) for each in range(60)]


def found(coach, what="reason", about="x", **more):
    parts: dict[str, Any] = {
        "text": "T",
        "asks": "A",
        "first": DAY,
        "last": DAY,
        "n": 9,
        "effect": 0.5,
    } | more
    return Found(**happened(coach.clock), what=what, about=about, **parts)


def test_a_coin_holds_back_about_half_and_none_is_tossed_for_what_asks_after_low_days(coach):
    reason, low = found(coach), found(coach, "low_spell")
    assert 20 < [tossed(reason, day) for day in DAYS].count("held") < 40
    assert {tossed(low, day) for day in DAYS} == {None}


@pytest.fixture
def lets_it_try(paths):
    os.makedirs(os.path.dirname(paths.config), exist_ok=True)
    with open(paths.config, "w", encoding="utf-8") as file:
        file.write("half_unsaid = true\n")


def noticed_on(at, day):
    """A reason behind three misses, and what is said of it that day."""
    made = at(day - timedelta(days=4)).commitments
    for each in made.active():
        made.end(each, "finished")
    walk = made.make(f"Walk {day}", rhythm="every day")
    coach = at(day)
    for ago in (3, 2, 1):
        coach.marks.mark([Given(walk, "missed", "waiting")], day - timedelta(days=ago))
    said = gather_held(at(day), day).noticed
    again = gather_held(at(day), day).noticed
    assert (said is None) == (again is None)
    [kept] = at(day).insights.told(day, day)
    return said, kept


@pytest.mark.usefixtures("lets_it_try")
def test_what_is_held_back_is_kept_and_not_said(at):
    seen = set()
    for each in range(12):
        said, kept = noticed_on(at, DAY + timedelta(days=14 * each))
        assert (said is None) == (kept.coin == "held")
        seen.add(kept.coin)
        assert at(kept.told).insights.said(kept.told) == (None if kept.coin == "held" else kept)
    assert seen == {"said", "held"}


def test_no_coin_is_tossed_without_the_setting(at):
    said, kept = noticed_on(at, DAY)
    assert said
    assert kept.coin is None
    assert at(DAY).insights.itself(DAY) is None


def told(coach, of, day, coin=None):
    with coach.store.change("told") as change:
        change.keep(found(coach, about=of.id, commitment=of.id, told=day, coin=coin))


def lived(coach, day, before, after):
    """Five marks in the four weeks before a day, and after it."""
    of = coach.commitments.make(
        f"Since {day} {before}",
        rhythm="every day",
        starts=day - timedelta(days=30),
        over=Over(DAY, "A promise"),
    )
    for place in range(5):
        for kept, first in ((before, day - timedelta(days=20)), (after, day + timedelta(days=3))):
            result = Given(of, "kept" if place < kept else "missed")
            coach.marks.mark([result], first + timedelta(days=place))
    return of


@pytest.mark.usefixtures("lets_it_try")
def test_the_window_says_whether_speaking_helped_and_how_to_end_it(at):
    coach = at(DAY)
    first = DAY - timedelta(days=40)
    for place in range(6):
        day = first - timedelta(days=7 * place)
        told(coach, lived(coach, day, 1, 5), day, "said")
        told(coach, lived(coach, day, 4, 4), day)  # from before a coin was tossed
        if place < 5:
            told(coach, held := lived(coach, day, 3, 3), day, "held")
    told(coach, held, first - timedelta(days=70), "held")  # one commitment counts once
    assert "Of 6 commitments I spoke of and 5" in tried_itself(coach, DAY).text
    day = DAY - timedelta(days=200)
    told(coach, lived(coach, day, 3, 2), day, "held")
    said = tried_itself(coach, DAY).text
    assert "spoke of a commitment (6 of them), keeping had moved by +80 points" in said
    assert "held me back (6), by -3" in said
    assert "beyond chance" in said
    assert "half_unsaid" in said
    coach.frames.point("North")
    coach.seasons.open("redesign")
    facts = FrameSession(coach, window(coach)).steps({})[0].facts
    assert said in [each.text for each in facts]


@pytest.mark.usefixtures("lets_it_try")
def test_what_chance_may_do_is_said_to_be_that(at):
    coach = at(DAY)
    for place in range(6):
        day = DAY - timedelta(days=40 + 7 * place)
        told(coach, lived(coach, day, 2, 2 + place % 3), day, "said")
        told(coach, lived(coach, day, 3, 3 + place % 2), day, "held")
    assert "cannot be told from chance" in tried_itself(coach, DAY).text
