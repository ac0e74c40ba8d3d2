"""What the coach sees of invented people: the plain things at full strength, and silence where nothing is so.

The whole table, eighteen kinds of people at two strengths, is `make seeing`.
"""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from coach.insights.looking import ASKED, look
from tests.helpers import LONG
from tests.promises.people import KINDS, LAST, archive, fits, person
from tests.promises.seeing import Walked, brought_in, year

OFTEN = ("tuesdays", "written", "waiting", "fridays", "rising")
"""In CI; the others in the long run."""


@pytest.mark.parametrize(
    "kind", [pytest.param(each, marks=() if each in OFTEN else pytest.mark.long) for each in KINDS]
)
def test_what_is_plainly_so_in_a_year_is_seen_by_its_end(kind):
    """A day a week, and a page a month."""
    seen = [year(kind, seed, 1.0, every=7) for seed in ((1, 2, 3) if LONG else (1,))]
    told = [each for each in seen if each.is_seen(each.unasked | each.asked)]
    assert len(told) == len(seen)
    assert sum(len(each.wrong(each.unasked)) for each in seen) <= 2


def test_of_balanced_people_hardly_anything_is_told(tmp_path):
    wrong = 0
    for seed in range(6):
        home = tmp_path / str(seed)
        home.mkdir()
        coach = brought_in(str(home), archive(person("balanced", seed)), Walked())
        found = [
            each
            for back in (0, 84, 168)
            for each in look(coach, LAST - timedelta(days=back), rate=ASKED).found
        ]
        wrong += len(found)
    assert wrong <= 3


def test_what_came_after_a_day_says_nothing_on_it(tmp_path):
    """An archive of a whole year, looked at half way: the second half is not known yet."""
    one = person("lower", 1)
    coach = brought_in(str(tmp_path), archive(one), Walked())
    half = LAST - timedelta(days=182)
    looked = look(coach, half)
    assert looked.known.day == half
    assert max(looked.known.checkins) <= half
    assert all(each.last <= half for each in looked.all)


def test_people_are_written_as_the_archive_is(tmp_path):
    kept = json.loads(archive(person("tuesdays", 1)))
    assert (kept["format"], kept["version"]) == ("coach-archive", 1)
    coach = brought_in(str(tmp_path), archive(person("tuesdays", 1)), Walked())
    assert len(list(coach.journal.entries())) == len(kept["records"]["entries"])
    assert fits("silence x 2026-01-01", ["silence x *"])
