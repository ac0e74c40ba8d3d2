"""Whoever joins what became of a record on several machines gets the same, in whatever order and however often."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.store import lives
from coach.store.lives import Life
from tests.helpers import LONG, entry

MACHINES = ("a1", "b2", "c3")
acts = st.lists(
    st.tuples(
        st.sampled_from(MACHINES),
        st.sampled_from(["text", "tags", "answers", "other answer", "delete", "back", "settle", "join"]),
        st.integers(0, 3),
        st.integers(-5, 5),
    ),
    max_size=14,
)


def beside(life: Life) -> set[str]:
    """The stamps of all that waits."""
    return {stamp for each in lives.resolved(life.versions)[1] for stamp in each.others}


def lived(told) -> dict[str, Life]:
    """What three machines did, each for itself, with a join now and then."""
    first = lives.made(entry("begun") | {"answers": {"why": "", "how": ""}})
    machines = dict.fromkeys(MACHINES, first)
    now = 1_000
    for number, (machine, act, other, later) in enumerate(told):
        now += later
        life = machines[machine]
        shown, _ = shown_of(life)
        record = json.loads(json.dumps(shown)) if shown else None
        if act == "join":
            machines[machine] = lives.joined(life, machines[MACHINES[other % 3]])
            continue
        if act == "back":
            record = record or entry("back again")
        elif record is None:
            continue
        elif act in {"text", "tags"}:
            record[act] = f"{number} on {machine}" if act == "text" else [f"t{number}"]
        elif act in {"answers", "other answer"}:
            record.setdefault("answers", {})["why" if act == "answers" else "how"] = f"{number} on {machine}"
        after = None if act == "delete" else record
        machines[machine] = lives.written(
            life, after, machine, now, settled=beside(life) if act == "settle" else ()
        )
    return machines


@settings(max_examples=5000 if LONG else 300)
@given(acts)
def test_joining_knows_no_order(told):
    a, b, c = lived(told).values()
    assert lives.joined(a, b) == lives.joined(b, a)
    assert lives.joined(a, lives.joined(b, c)) == lives.joined(lives.joined(a, b), c)
    assert lives.joined(a, a) == a
    both = lives.joined(a, b)
    assert lives.joined(both, a) == both


@settings(max_examples=3000 if LONG else 200)
@given(acts)
def test_what_is_kept_is_read_as_it_was(told):
    for life in lived(told).values():
        shown, _ = shown_of(life)
        beside = lives.kept(life)
        again = lives.read(shown, json.loads(json.dumps(beside)) if beside else None)
        assert again == life


@settings(max_examples=3000 if LONG else 200)
@given(acts)
def test_no_text_is_lost_that_nobody_replaced_knowing_it(told):
    """The last text of each machine that no other machine has seen is shown, or lies beside what is shown."""
    machines = lived([each for each in told if each[1] not in {"delete", "join", "settle", "back"}])
    last = {}
    for machine, life in machines.items():
        shown, parted = shown_of(life)
        assert not parted
        last[machine] = shown
    everything = lives.joined(lives.joined(machines["a1"], machines["b2"]), machines["c3"])
    shown, parted = shown_of(everything)
    others = {each.path: each.others.values() for each in parted}
    for path, look in (
        ("text", lambda record: record["text"]),
        ("answers/why", lambda record: record["answers"]["why"]),
        ("answers/how", lambda record: record["answers"]["how"]),
    ):
        begun = look({"text": "begun", "answers": {"why": "", "how": ""}})
        for record in last.values():
            if look(record) != begun:
                assert look(record) == look(shown) or look(record) in others[path]


def shown_of(life: Life | None) -> tuple[Any, list[lives.Parted]]:
    assert life
    return lives.resolved(life.versions)


def both(one, other, first=None):
    start = lives.made(first or entry("begun"))
    return lives.joined(lives.written(start, one, "a1", 10), lives.written(start, other, "b2", 20))


def test_fields_that_do_not_overlap_are_joined():
    life = both(entry("changed"), entry("begun", tags=["walk"]))
    record, parted = shown_of(life)
    assert (record["text"], record["tags"], parted) == ("changed", ["walk"], [])


def test_texts_that_do_are_both_kept_until_one_looked():
    life = both(entry("here"), entry("there"))
    record, (parted,) = shown_of(life)
    assert (record["text"], [*parted.others.values()]) == ("there", ["here"])
    life = lives.written(life, {**record, "tags": ["later"]}, "a1", 30)
    record, (parted,) = shown_of(life)
    assert (record["text"], [*parted.others.values()], record["tags"]) == ("there", ["here"], ["later"])
    life = lives.written(life, {**record, "text": "here and there"}, "a1", 40, settled=beside(life))
    assert shown_of(life)[1] == []
    behind = both(entry("here"), entry("there"))
    assert lives.joined(life, behind) == life, "whoever is behind learns that it is settled"


def test_answers_to_different_questions_are_both_there():
    first = entry("begun") | {"answers": {"why": ""}}
    one, other = first | {"answers": {"why": "so"}}, first | {"answers": {"why": "", "how": "thus"}}
    record, parted = shown_of(both(one, other, first))
    assert (record["answers"], parted) == ({"why": "so", "how": "thus"}, [])


def test_deleted_against_changed_keeps_the_changed():
    start = lives.made(entry("begun"))
    gone = lives.written(start, None, "a1", 50)
    changed = lives.written(start, entry("changed"), "b2", 20)
    for life in (lives.joined(gone, changed), lives.joined(changed, gone)):
        assert shown_of(life)[0]["text"] == "changed"
    assert shown_of(lives.joined(gone, start))[0] is None, "nobody changed it: it is gone"


def test_a_clock_that_is_behind_loses_nothing_that_was_written_knowingly():
    start = lives.made(entry("begun"))
    ahead = lives.written(start, entry("by a clock ahead"), "a1", 9_000)
    then = lives.written(ahead, entry("after it"), "b2", 100)
    record, parted = shown_of(lives.joined(ahead, then))
    assert (record["text"], parted) == ("after it", [])


def test_what_an_earlier_coach_changed_counts_over_what_it_was_made_as():
    old = entry("begun", updated="2026-11-20T10:00:00.000+01:00") | {"text": "changed by coach 0.1"}
    life = lives.joined(lives.made(entry("begun")), lives.made(old))
    assert shown_of(life) == (old, [])


def test_fields_that_mean_nothing_together_are_taken_from_one():
    def is_sound(record: dict[str, Any]) -> bool:
        return record["zone"] != "here" or record["at"] != "there"

    life = both(entry("begun", zone="here"), entry("begun", at="there"))
    record, parted = lives.resolved(life.versions, is_sound)
    assert record
    assert (record["zone"], record["at"]) == ("Europe/Berlin", "there")
    assert {each.path: [*each.others.values()] for each in parted} == {"zone": ["here"]}
    life = lives.written(life, record | {"tags": ["later"]}, "a1", 90, is_sound)
    record, parted = lives.resolved(life.versions, is_sound)
    assert record
    assert (record["zone"], record["at"], record["tags"]) == ("Europe/Berlin", "there", ["later"])
    assert {each.path: [*each.others.values()] for each in parted} == {"zone": ["here"]}


@pytest.mark.parametrize("seed", range(20))
def test_any_number_of_machines_in_any_order_end_alike(seed):
    generator = Random(seed)
    start = lives.made(entry("begun"))
    states = [lives.written(start, entry(f"{n}"), f"m{n}", generator.randrange(50)) for n in range(6)]
    ends = []
    for _ in range(3):
        generator.shuffle(states)
        life = None
        for each in states * 2:
            life = lives.joined(life, each)
        ends.append(life)
    assert ends[0] == ends[1] == ends[2]
    record, (parted,) = shown_of(ends[0])
    assert {record["text"], *parted.others.values()} == set("012345")
