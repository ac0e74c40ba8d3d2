"""Records read back what they wrote, carry what they do not know, and refuse nonsense."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import DamagedError
from coach.records import KINDS, MODES, Checkin, Entry, Frame, Signal
from tests.helpers import entry

texts = st.text(st.characters())
moments = st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1), timezones=st.timezones())  # noqa: DTZ001


@given(texts, st.lists(texts), st.sampled_from([None, *MODES]), st.booleans(), moments, st.none() | moments)
def test_an_entry_reads_back_as_it_was(text, tags, mode, share, at, updated):
    at = at.replace(microsecond=0)
    updated = updated and updated.replace(microsecond=0)
    written = Entry(
        id="x", created=at, created_zone="UTC", updated=updated, text=text, at=at, zone="UTC",
        tags=tuple(tags), mode=mode, share=share, source="import",
    )  # fmt: skip
    kept = written.fields()
    assert Entry.read("x", kept).fields() == kept
    assert Entry.read("x", kept).text == text
    assert Entry.read("x", kept).at.utcoffset() == at.utcoffset()


def test_what_a_newer_version_wrote_is_carried_along():
    kept = entry("x") | {"weather": ["rain"]}
    assert Entry.read("x", kept).unknown == {"weather": ["rain"]}
    assert Entry.read("x", kept).fields() == kept


@pytest.mark.parametrize(
    "harm",
    [
        {"text": None}, {"text": 3}, {"at": "yesterday"}, {"at": "2026-11-20T09:00"}, {"at": 5}, {"tags": "a"},
        {"tags": [1]}, {"mode": "bossing"}, {"share": "yes"}, {"created": None}, {"updated": "x"},
    ],
)  # fmt: skip
def test_nonsense_is_refused_not_guessed(harm):
    with pytest.raises(DamagedError, match="entries x cannot be read"):
        Entry.read("x", entry("x") | harm)


def test_every_kind_is_known_by_its_name():
    assert {"entries": Entry, "checkins": Checkin, "signals": Signal, "frames": Frame} == KINDS
