"""The weekly reflection: when it waits, and when it was held."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.reflection.reviews import Said, unsaid

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("held", "is_due"), [("2026-11-18", True), ("2026-11-19", False), ("2026-11-20", False)]
)
def test_a_review_held_on_its_eve_is_held_and_one_before_that_is_not(paths, held, is_due):
    zone = ZoneInfo("Europe/Berlin")
    build(paths, Clock(datetime.fromisoformat(f"{held}T12:00").replace(tzinfo=zone), zone)).reviews.keep(
        Said({"truth": "The importer is late"})
    )
    coach = build(paths, Clock(datetime(2026, 11, 20, 12, tzinfo=zone), zone))
    assert coach.reviews.is_due(FRIDAY, date(2026, 11, 1)) is is_due


def test_a_letter_is_neither_a_truth_nor_a_tradeoff():
    assert unsaid({"truth": "x", "tradeoff": " "}) == ["truth", "tradeoff"]
    assert unsaid({"truth": "no", "tradeoff": "it is late"}) == []
