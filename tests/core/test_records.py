"""Records read back what they wrote, carry what they do not know, and refuse nonsense."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.assessment.records import Assessment
from coach.calendar.records import Audit, Title
from coach.checkin.records import Checkin
from coach.commitments.records import Commitment, Mark, Reply, Turn
from coach.core.errors import DamagedError
from coach.core.kinds import class_of, kinds
from coach.core.record import MODES
from coach.cycle.records import Reassessment, Season
from coach.deciding.records import (
    Agenda,
    Decision,
    Domain,
    Forecast,
    Handover,
    Tallied,
    TallyRound,
    TenDays,
    Triage,
    Uncertainty,
)
from coach.diagnosis.records import Diagnosis
from coach.feedback.records import Feedback
from coach.frame.records import Frame, Quote
from coach.insights.records import Found, Look
from coach.journal.records import Entry
from coach.ladders.records import LadderRating, Round
from coach.learned.records import Recall
from coach.outside.records import View
from coach.packet.records import Packet, Person
from coach.pauses.records import Rest
from coach.preparing.records import Preparation
from coach.reflection.records import Reading, Reflection
from coach.signals.records import Signal
from coach.talks.records import Talk
from tests.helpers import entry

if TYPE_CHECKING:
    from coach.core.record import Record

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


MOMENT = datetime.fromisoformat("2026-11-20T09:30+01:00")
DAY = date(2026, 11, 20)
ONE_EACH: list[tuple[type[Record], dict[str, Any]]] = [
    (Entry, {"text": "Walked", "at": MOMENT, "zone": "UTC", "tags": ("walk",)}),
    (Checkin, {"day": DAY, "at": MOMENT, "zone": "UTC", "energy": 4}),
    (Signal, {"text": "They build around it", "at": MOMENT, "zone": "UTC", "about": "workaround"}),
    (Frame, {"direction": "Boring by March", "context": "scaling"}),
    (Season, {"name": "execution", "rhythm": "8+2", "starts": DAY, "ends": DAY, "due": DAY}),
    (Rest, {"what": "pause", "first": DAY, "until": DAY}),
    (Commitment, {"text": "Walk", "starts": DAY, "gate": DAY, "rhythm": "every day", "fits": True}),
    (Mark, {"commitment": "c", "day": DAY, "at": MOMENT, "zone": "UTC", "result": "missed", "reason": "forgot"}),
    (Turn, {"commitment": "c", "result": "renew", "at": MOMENT, "zone": "UTC", "answers": {"solves": "yes"}}),
    (Reflection, {"name": "weekly", "first": DAY, "last": DAY, "at": MOMENT, "zone": "UTC",
                  "answers": {"truth": "late"}, "plans": ("If x, I y",), "flow": 3.5, "outcome": 2,
                  "before": {"truth": "soon"}, "asked": {"truth": "What?"}, "cites": {"truth": ("a", "b")}}),
    (Reassessment, {"name": "window", "season": "s", "at": MOMENT, "zone": "UTC", "answers": {"noticing": "mail"},
                    "cites": {"noticing": ("a",)}, "spent": {"noticing": 61.5}, "sealed": MOMENT,
                    "ratings": {"direction": 2}, "gates": {"c": {"result": "end"}}, "frame": {"flow": "merges"},
                    "conditions": {"flow": "calls"}, "changed": ("flow",)}),
    (Quote, {"text": "No talks", "at": MOMENT, "zone": "UTC", "frame": "f"}),
    (Reading, {"name": "flow", "value": 4.5, "day": DAY, "at": MOMENT, "zone": "UTC"}),
    (Assessment, {"name": "full", "wording": "team", "at": MOMENT, "zone": "UTC", "order": ("OM1", "OL1"),
                  "answers": {"OM1": 3}, "unsure": ("OL1",), "diagnostics": {"morale": "no"},
                  "cites": {"morale": ("a",)}, "spent": {"OM1": 8.5}, "again": DAY}),
    (Diagnosis, {"text": "The price", "at": MOMENT, "zone": "UTC", "answers": {"path": "no"}, "leading": 100.0,
                 "usual": 40.0, "context": "scaling"}),
    (LadderRating, {"ladder": "management", "last": DAY, "at": MOMENT, "zone": "UTC", "skills": {"m1-open": 4}}),
    (Round, {"commitment": "c", "at": MOMENT, "zone": "UTC", "plan": "Ask", "did": "Asked"}),
    (Feedback, {"role": "peer", "asked": "What?", "at": MOMENT, "zone": "UTC", "expected": "yes", "seen": "no"}),
    (Person, {"name": "Ana", "said": "A."}),
    (Packet, {"to": "R", "ask": "What?", "first": DAY, "last": DAY, "at": MOMENT, "zone": "UTC", "words_of_own": {"whom": "x"}, "sections": ("direction",), "document": "# For R"}),
    (View, {"role": "peer", "at": MOMENT, "zone": "UTC", "signs": {"OM1": 3}, "diagnostics": {"delivery": "no"},
            "answers": {"noticing": "Two left"}}),
    (Preparation, {"card": "late", "day": DAY, "at": MOMENT, "zone": "UTC", "sentence": "We are late",
                   "after": {"1": "Before"}}),
    (Talk, {"day": DAY, "at": MOMENT, "zone": "UTC", "to": "Ana", "agenda": "One", "agreed": "Two", "following": DAY}),
    (Reply, {"about": "x", "said": "wrong", "at": MOMENT, "zone": "UTC"}),
    (Decision, {"text": "Which", "options": ("a", "b"), "decider": "I", "at": MOMENT, "zone": "UTC", "by": DAY,
                "odds": 70, "outcome": "o", "due": DAY, "failures": ("f",), "cross": True, "decided": MOMENT,
                "chosen": "a", "came": "yes", "process": 4, "reviewed": MOMENT}),
    (Triage, {"text": "The list", "ambiguity": "high", "coupling": "low", "reversible": "no", "at": MOMENT,
              "zone": "UTC", "parts": ("a", "b")}),
    (Domain, {"name": "hiring", "decides": "Ana", "looked": DAY}),
    (Forecast, {"text": "The draft", "odds": 60, "due": DAY, "at": MOMENT, "zone": "UTC", "came": "no"}),
    (Agenda, {"of": "d", "month": "2026-11", "until": MOMENT, "due": DAY}),
    (TallyRound, {"first": DAY, "at": MOMENT, "zone": "UTC", "stopped": MOMENT}),
    (Tallied, {"round": "r", "needed_me": True, "at": MOMENT, "zone": "UTC", "text": "The refund"}),
    (Uncertainty, {"text": "Launch", "last": DAY, "scores": {"market": 4.0, "technical": 3.0, "organisational": 3.0}, "of": "c",
                   "at": MOMENT, "zone": "UTC"}),
    (Handover, {"text": "Refunds", "to": "Jonas", "boundary": "200", "day": DAY, "looks": {"2026-11-20": "alike"}, "ended": DAY}),
    (TenDays, {"first": DAY, "rested": 1, "paused": DAY, "ended": DAY}),
    (Audit, {"first": DAY, "last": DAY, "at": MOMENT, "zone": "UTC", "meetings": {"Sync": ("2026-11-12T09:00+01:00 30",)},
             "tags": {"Sync": "delivery"}}),
    (Title, {"title": "Sync", "tag": "delivery"}),
    (Recall, {"of": "x", "holds": "used", "at": MOMENT, "zone": "UTC"}),
    (Found, {"what": "reason", "about": "x", "text": "T", "asks": "A", "first": DAY, "last": DAY, "n": 9, "effect": 0.5,
             "chance": 0.001, "looked": 40, "bars": ("a|0.5|b",), "ids": ("x",), "told": DAY, "at": MOMENT, "zone": "UTC"}),
    (Look, {"last": DAY, "looked": 40, "found": 1, "at": MOMENT, "zone": "UTC"}),
]  # fmt: skip


@pytest.mark.parametrize(("cls", "values"), ONE_EACH, ids=[cls.kind for cls, _ in ONE_EACH])
def test_every_kind_reads_back_as_it_was(cls, values):
    record = cls(id="x", created=MOMENT, created_zone="UTC", **values)
    kept = json.loads(json.dumps(record.fields()))
    assert cls.read("x", kept) == record
    assert class_of(cls.kind) is cls


def test_no_kind_is_forgotten_here():
    assert {cls for cls, _ in ONE_EACH} == set(map(class_of, kinds()))


def test_a_record_stays_as_it_is():
    record = Frame(id="x", created=MOMENT, created_zone="UTC", direction="Boring")
    with pytest.raises(AttributeError):
        record.direction = "Exciting"  # type: ignore[misc]
    assert record.but(direction="Exciting").direction == "Exciting"
    assert record.direction == "Boring"


@pytest.mark.parametrize("values", [{}, {"direction": "x", "weather": "rain"}])
def test_a_record_takes_its_own_fields_and_all_it_needs(values):
    with pytest.raises(TypeError):
        Frame(id="x", created=MOMENT, created_zone="UTC", **values)


@pytest.mark.parametrize(
    ("cls", "values"),
    [
        (Assessment, {"answers": {"OM1": 5}}),
        (Assessment, {"answers": {"OM1": 1.5}}),
        (Assessment, {"answers": {"OM1": True}}),
        (Assessment, {"diagnostics": {"morale": "maybe"}}),
        (LadderRating, {"skills": {"m1-open": 0}}),
        (LadderRating, {"skills": {"m1-open": 6}}),
        (Feedback, {"seen": "perhaps"}),
    ],
)
def test_an_answer_that_is_no_step_is_said_to_be_damaged(cls, values):
    good = next(own for kind, own in ONE_EACH if kind is cls)
    record = cls(id="x", created=MOMENT, created_zone="UTC", **good)
    kept = json.loads(json.dumps(record.fields())) | values
    with pytest.raises(DamagedError):
        cls.read("x", kept)
