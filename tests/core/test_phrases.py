"""What people type for days, moments and rhythms: each line of phrases.tsv is read as it says, or refused."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coach.commitments.rhythm import read, say
from coach.core.days import Clock
from coach.core.errors import UsageError
from coach.core.when import Reader

NOW = datetime(2026, 11, 25, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "phrases.tsv").read_text("utf-8").splitlines()
    if line.startswith(("date\t", "rhythm\t"))
]
DATES = [line[1:] for line in TABLE if line[0] == "date"]
RHYTHMS = [line[1:3] for line in TABLE if line[0] == "rhythm" and "amount" not in line[2]]


@pytest.mark.parametrize(("typed", "happened", "due"), DATES)
def test_a_day_or_a_moment_is_read_as_it_is_meant(typed, happened, due):
    reader = Reader(Clock(NOW, ZoneInfo("Europe/Berlin")))
    for ahead, meant in ((False, happened), (True, due)):
        if meant.startswith("refused"):
            with pytest.raises(UsageError) as refused:
                reader.moment(typed, ahead=ahead)
            assert refused.value.args, typed
        else:
            told = f"{reader.moment(typed, ahead=ahead):%Y-%m-%d %H:%M}"
            assert told.startswith(meant.split(" (")[0]), typed
            assert f"{reader.day(typed, ahead=ahead):%Y-%m-%d}" == meant[:10], typed


@pytest.mark.parametrize(("typed", "meant"), RHYTHMS)
def test_a_rhythm_is_read_as_it_is_meant_and_reads_itself_back(typed, meant):
    if meant.startswith("refused"):
        with pytest.raises(UsageError):
            read(typed)
        return
    assert say(read(typed)) == meant
    assert say(read(meant)) == meant


@pytest.mark.parametrize(
    ("typed", "do"),
    [
        ("20/11", "Write 20 nov, or 2026-11-20"),
        ("30 days", "Write “in 30 days” or “30 days ago”"),
        ("last week", "Write a day of it"),
    ],
)
def test_what_could_be_two_things_is_refused_with_what_to_type_instead(typed, do):
    with pytest.raises(UsageError, match=do):
        Reader(Clock(NOW)).day(typed)
