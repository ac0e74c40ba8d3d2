"""The lived-in year of `coach demo`."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.checkin.records import Checkin
from coach.core.days import Clock
from coach.core.errors import UsageError
from coach.core.paths import Paths
from coach.demo.demo import live_a_year
from coach.folded import fold
from coach.journal.records import Entry
from coach.talks.records import Talk


def lived(folder, now=datetime(2026, 11, 20, 9, 0)):  # noqa: DTZ001
    return live_a_year(Paths(str(folder)), Clock(now, ZoneInfo("Europe/Berlin")))


def said(coach) -> list[dict[str, object]]:
    return [each.fields() for each in coach.search.everything()]


def test_the_same_day_gives_the_same_year(tmp_path):
    assert said(lived(tmp_path / "one")) == said(lived(tmp_path / "two"))


def test_it_was_lived_act_by_act_and_undo_takes_back_the_last_alone(tmp_path):
    coach = lived(tmp_path / "home")
    done = list(coach.store.undoable())
    assert len(done) >= 600
    assert [each.at for each in done] == sorted((each.at for each in done), reverse=True)
    before = len(said(coach))
    coach.store.undo()
    assert before - 5 <= len(said(coach)) <= before


@pytest.mark.parametrize(
    "now", ["2026-11-20T09:00", "2024-02-29T23:59", "2026-03-29T03:00", "2026-12-31T08:00"]
)
def test_it_ends_today_and_lies_in_the_past(tmp_path, now):
    coach = lived(tmp_path / "home", datetime.fromisoformat(now))
    records = list(coach.search.everything())
    today = coach.today()
    entries = [each for each in records if isinstance(each, Entry)]
    checkins = [each for each in records if isinstance(each, Checkin)]
    assert len(entries) >= 100
    assert len(checkins) >= 250
    planned = [each for each in records if isinstance(each, Talk) and not each.is_told]
    assert all(each.at <= coach.clock.now() for each in records if each not in planned)
    assert len(planned) == 1
    assert max(each.day for each in checkins) >= today - timedelta(days=2)
    assert min(each.day for each in checkins) <= today - timedelta(days=330)
    assert len({each.day for each in checkins}) == len(checkins)


def test_the_person_repeats_no_entry_and_has_gaps_and_unusual_days(tmp_path):
    records = list(lived(tmp_path / "home").search.everything())
    texts = [fold(each.text) for each in records if isinstance(each, Entry)]
    assert len(set(texts)) == len(texts)
    days = sorted(each.day for each in records if isinstance(each, Checkin))
    assert any(b - a > timedelta(days=4) for a, b in pairwise(days))
    assert any(each.unusual for each in records if isinstance(each, Checkin))
    assert {each.energy for each in records if isinstance(each, Checkin)} == {1, 2, 3, 4, 5}


def test_it_never_mixes_with_real_data(shell, coach, paths):
    coach.journal.write("mine")
    with pytest.raises(UsageError):
        live_a_year(paths, coach.clock)
    refused = shell("demo", "--into", paths.home)
    assert refused.code == 2
    assert [entry.text for entry in build(paths, coach.clock).journal.entries()] == ["mine"]


def test_the_shell_makes_one_to_keep(shell, tmp_path):
    made = shell("demo", "--into", str(tmp_path / "kept"))
    assert made.code == 0
    assert str(tmp_path / "kept") in made.out
    listed = shell("--home", str(tmp_path / "kept"), "list")
    assert len(listed.out.splitlines()) >= 10
