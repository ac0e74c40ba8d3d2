"""What was written elsewhere: read for what it is, whole or not at all, twice the same as once."""

from __future__ import annotations

import json
import os
import random
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.app import build
from coach.core.days import Clock
from coach.core.errors import CoachError
from coach.core.paths import Paths
from coach.core.steps import Steps
from coach.exchange import incoming, reading
from coach.exchange.incoming import MOST_BYTES
from tests.exchange.others import DAYLIO, MONTH, OBSIDIAN
from tests.hostile import STRINGS

JRNL = """[2024-01-30 09:05:00 AM] A first one. With @people and @work_place.
It goes on here.

And has a [bracket] in it.

[2024-01-30 11:30:00 PM] Late *
2023-08-21 09:01 is a date in somebody's words, and no entry.
"""
JRNL_JSON = {"tags": {"@walk": 1}, "entries": [
    {"title": "Walked.", "body": "\nTwice as clear.", "date": "2024-02-29", "time": "07:30", "tags": ["@walk"], "starred": True},
    {"title": "No time", "body": "", "date": "2024-03-01", "time": "", "tags": []},
]}  # fmt: skip
DAY_ONE = {"metadata": {"version": "1.0"}, "entries": [
    {"uuid": "A1", "creationDate": "2021-06-30T22:30:00Z", "timeZone": "Europe/Berlin", "tags": ["walk", "home"],
     "text": "![](dayone-moment://A)\n# Canal\n\n1\\. It was warm\\.", "photos": [{"md5": "x"}], "starred": False},
    {"uuid": "A2", "creationDate": "2021-07-01T05:00:00Z", "timeZone": "Not/AZone", "text": "Early"},
    {"uuid": "A3", "creationDate": "2021-07-02T05:00:00Z", "text": ""},
]}  # fmt: skip
TASKS: list[dict[str, Any]] = [
    {"uuid": "11111111-1111-1111-1111-111111111111", "description": "Send the brief", "status": "pending",
     "entry": "20261101T080000Z", "due": "20261201T120000Z", "project": "onboarding", "urgency": 9.1},
    {"uuid": "22222222-2222-2222-2222-222222222222", "description": "Call", "status": "completed",
     "entry": "20260901T080000Z", "end": "20260905T100000Z", "urgency": 0, "annotations": [{"description": "x"}]},
    {"uuid": "33333333-3333-3333-3333-333333333333", "description": "Water", "status": "recurring", "recur": "weekly",
     "entry": "20260901T080000Z", "due": "20260905T100000Z", "urgency": 3},
    {"uuid": "44444444-4444-4444-4444-444444444444", "description": "Gone", "status": "deleted"},
    {"uuid": "55555555-5555-5555-5555-555555555555", "description": "Odd", "status": "recurring", "recur": "P17D"},
]  # fmt: skip
TABLE = 'Date,Title,Entry,Tags\n2024-01-30,A walk,"Along, the canal","walk;home"\n2024-01-31 21:30,,Late,\n3/4/2024,,When?,\n'
NOTE = "---\ntags: [walk, home]\nmode: leading\n---\nAlong the canal. #heron\n"


def written(folder, name: str, content: object) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content))
    return str(path)


def bring(coach, path: str, name: str = ""):
    found = incoming.plan(coach, reading.read(coach, path, name))
    incoming.bring_in(coach, found, "file", Steps())
    return found


def entries(coach) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(f"{each.at:%Y-%m-%d %H:%M}", each.text, each.tags) for each in coach.journal.entries()][::-1]


def test_a_journal_of_jrnl(coach, tmp_path):
    found = bring(coach, written(tmp_path, "journal.txt", JRNL))
    assert found.incoming.format == "jrnl"
    assert entries(coach) == [
        ("2024-01-30 09:05", "A first one. With @people and @work_place.\nIt goes on here.\n\nAnd has a [bracket] in it.",
         ("people", "work_place")),
        ("2024-01-30 23:30", "Late *\n2023-08-21 09:01 is a date in somebody's words, and no entry.", ()),
    ]  # fmt: skip


def test_an_old_journal_without_brackets_and_with_the_line_ends_of_windows(coach, tmp_path):
    bring(
        coach, written(tmp_path, "j.txt", b"2023-08-21 09:01 One\r\nmore\r\n2023-08-22 09:01 PM\r\nTwo\r\n")
    )
    assert entries(coach) == [("2023-08-21 09:01", "One\nmore", ()), ("2023-08-22 21:01", "Two", ())]


def test_the_json_of_jrnl(coach, tmp_path):
    bring(coach, written(tmp_path, "j.json", JRNL_JSON))
    assert entries(coach) == [
        ("2024-02-29 07:30", "Walked.\n\nTwice as clear.", ("walk",)),
        ("2024-03-01 12:00", "No time", ()),
    ]


def test_a_journal_of_day_one_alone_and_in_its_zip(coach, tmp_path):
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("Journal.json", json.dumps(DAY_ONE))
        archive.writestr("photos/x.jpeg", b"\xff\xd8")
        archive.writestr("__MACOSX/._Journal.json", b"\0\1")
    found = bring(coach, str(tmp_path / "export.zip"))
    assert entries(coach) == [
        ("2021-07-01 00:30", "# Canal\n\n1. It was warm.", ("walk", "home")),
        ("2021-07-01 05:00", "Early", ()),
    ]
    assert [each.why for each in found.incoming.left] == [
        "pictures and sounds stay where they are",
        "no words in it",
    ]
    assert bring(coach, written(tmp_path, "Journal.json", DAY_ONE)).is_empty


def test_a_folder_of_daily_notes(coach, tmp_path):
    notes = tmp_path / "notes"
    written(notes, "2024-01-30.md", NOTE)
    written(notes, "daily/2024/01/31.md", "By its folders.")
    written(notes, "2024-02-01 0730 early.md", "With a time.")
    written(notes, "ideas.md", "No day at all.")
    written(notes, "2024-02-30.md", "No such day.")
    written(notes, ".obsidian/2024-01-01.md", "hidden")
    written(notes, "picture-2024-01-01.png", b"\x89PNG")
    (tmp_path / "2023-01-01.md").write_text("outside")
    os.symlink(tmp_path / "2023-01-01.md", notes / "2023-01-01.md")
    found = bring(coach, str(notes))
    assert entries(coach) == [
        ("2024-01-30 12:00", "Along the canal. #heron", ("walk", "home", "heron")),
        ("2024-01-31 12:00", "By its folders.", ()),
        ("2024-02-01 07:30", "With a time.", ()),
    ]
    assert sorted(each.where for each in found.incoming.left) == ["2024-02-30.md", "ideas.md"]
    assert next(each for each in coach.journal.entries() if "canal" in each.text).mode == "leading"


def test_a_table_of_entries(coach, tmp_path):
    found = bring(coach, written(tmp_path, "t.csv", TABLE))
    assert entries(coach) == [
        ("2024-01-30 12:00", "A walk\n\nAlong, the canal", ("walk", "home")),
        ("2024-01-31 21:30", "Late", ()),
    ]
    ((where, why),) = found.incoming.left
    assert (where, "may be two days" in why) == ("line 4", True)


def test_tasks_become_commitments_as_far_as_there_is_room(coach, tmp_path):
    coach.commitments.limit = 2
    found = bring(coach, written(tmp_path, "tasks.json", TASKS))
    held = {each.text: each for each in coach.commitments.all()}
    assert held["Send the brief"].due == date(2026, 12, 1)
    assert held["Send the brief"].why == "onboarding"
    assert (held["Call"].ended, held["Call"].ended_as) == (date(2026, 9, 5), "finished")
    assert held["Water"].rhythm == "once a week"
    assert {each.text for each in coach.commitments.active()} == {"Send the brief", "Water"}
    whys = " ".join(each.why for each in found.incoming.left)
    for word in ("annotations", "deleted", "P17D".lower()):
        assert word in whys
    assert bring(coach, written(tmp_path, "tasks.json", TASKS)).is_empty


def test_more_tasks_than_fit_are_left_the_most_urgent_come_first(coach, tmp_path):
    tasks = [
        {**TASKS[0], "uuid": f"{n:08d}-1111-1111-1111-111111111111", "description": f"{n}", "urgency": n}
        for n in range(9)
    ]
    found = bring(coach, written(tmp_path, "tasks.json", tasks))
    assert {each.text for each in coach.commitments.active()} == {"4", "5", "6", "7", "8"}
    assert len([each for each in found.incoming.left if "your limit is 5" in each.why]) == 4


SAMPLES = {
    "journal.txt": JRNL,
    "jrnl.json": JRNL_JSON,
    "day.json": DAY_ONE,
    "t.csv": TABLE,
    "tasks.json": TASKS,
    "2024-01-30.md": NOTE,
}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_file_twice_adds_nothing_and_one_undo_takes_it_back(coach, tmp_path, name):
    coach.journal.write("mine")
    path = written(tmp_path, name, SAMPLES[name])
    assert not bring(coach, path).is_empty
    count = len(entries(coach)) + len(coach.commitments.all())
    again = bring(coach, path)
    assert again.is_empty
    assert again.known == count - 1
    assert len(entries(coach)) + len(coach.commitments.all()) == count
    coach.store.undo()
    assert [text for _, text, _ in entries(coach)] == ["mine"]
    assert coach.commitments.all() == []


def test_two_that_are_the_same_in_one_file_both_come_in(coach, tmp_path):
    bring(coach, written(tmp_path, "j.txt", "2024-01-30 09:00 Same\n2024-01-30 09:00 Same\n"))
    assert len(entries(coach)) == 2


def test_what_was_changed_here_since_stays_changed(coach, tmp_path):
    path = written(tmp_path, "day.json", DAY_ONE)
    bring(coach, path)
    early = next(each for each in coach.journal.entries() if each.text == "Early")
    coach.journal.change(early, text="Early, and glad")
    again = bring(coach, path)
    assert (again.is_empty, again.other) == (True, 1)
    assert coach.journal.get(early.id).text == "Early, and glad"


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("x.txt", "just words", "cannot tell what it is"),
        ("x.json", "{", "no JSON"),
        ("x.json", '{"a": NaN}', "no JSON"),
        ("x.json", "{\n\n\n  oops}", "line 4"),
        ("x.json", "[1, 2]", "nothing that is known"),
        ("x.json", "[" * 100_000, "nested too deep"),
        ("x.json", '{"entries": [3]}', "entry 1: it is no entry"),
        ("x.json", '{"entries": [{"creationDate": "x"}, 4]}', "entry 2: it is no entry"),
        ("x.json", '[{"uuid": 3}]', "task 1: it is no task"),
        ("x.json", "1" * 5_000, "cannot tell|no JSON"),
        ("j.txt", "2024-01-30 09:00 x\n2024-13-30 09:00 y", "line 2.*is no moment"),
        ("t.csv", "a,b\n1,2\n", "line 1: a table needs"),
        ("t.csv", 'date,text\n2024-01-30,"open', "no table"),
        ("t.csv", "", "cannot tell|a table needs"),
        ("bytes.txt", b"2024-01-30 09:00 a\n\xff\xfe\xfd", "bytes.txt, line 2: it is not text"),
        ("half.txt", b"\xff\xfe\x00", "not text"),
        ("large.txt", b"2024-01-30 09:00 " + b"x" * MOST_BYTES, "larger than what can come in"),
        ("lines.txt", b"2024-01-30 09:00 x" + b"\n" * 1_000_001, "larger than what can come in"),
    ],
    ids=lambda each: str(each)[:24],
)
def test_a_bad_file_is_refused_with_its_place_and_changes_nothing(coach, tmp_path, name, content, word):
    coach.journal.write("mine")
    with pytest.raises(CoachError, match=rf"(?s){word}.*Nothing was changed"):
        bring(coach, written(tmp_path, name, content))
    assert [text for _, text, _ in entries(coach)] == ["mine"]


def test_zips_that_lie_or_burst_are_refused(coach, tmp_path):
    def zipped(name: str, **files: bytes) -> str:
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for each, content in files.items():
                archive.writestr(f"{each}.json", content)
        return str(tmp_path / name)

    with pytest.raises(CoachError, match="far more than it is"):
        bring(coach, zipped("bomb.zip", Journal=b" " * MOST_BYTES))
    noise = random.Random(1).randbytes(4 << 20).hex().encode()
    with pytest.raises(CoachError, match=r"no JSON|larger"):
        bring(coach, zipped("many.zip", a=b'{"entries": []}', b=noise, c=noise))
    with pytest.raises(CoachError, match="no journal in this zip"):
        bring(coach, zipped("none.zip"))
    lying = bytearray((tmp_path / "bomb.zip").read_bytes())
    place = lying.rindex(b"PK\x01\x02") + 24
    lying[place : place + 4] = (100).to_bytes(4, "little")
    (tmp_path / "lying.zip").write_bytes(lying)
    with pytest.raises(CoachError, match=r"the zip is broken|no JSON|larger"):
        bring(coach, str(tmp_path / "lying.zip"))


def test_what_is_no_file_is_refused(coach, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CoachError, match="it is no file"):
        bring(coach, str(tmp_path / "pipe"))
    with pytest.raises(CoachError, match="there is no"):
        bring(coach, str(tmp_path / "nowhere"))
    with pytest.raises(CoachError, match="a folder cannot be csv"):
        bring(coach, str(tmp_path), "csv")


def test_hostile_text_is_stored_as_it_was_written(coach, tmp_path):
    texts = [
        each for each in STRINGS if each.strip() and not any("\ud800" <= sign <= "\udfff" for sign in each)
    ]
    journal = {"entries": [{"uuid": f"{n}", "creationDate": "2024-01-01T00:00:00Z", "text": each, "tags": [each]}
                           for n, each in enumerate(texts)]}  # fmt: skip
    bring(coach, written(tmp_path, "d.json", journal))
    kept = {text for _, text, _ in entries(coach)}
    assert len(kept) == len(texts)
    assert "\x1b[2J\x1b[H clears" in kept


WHOLE = {
    name: (content if isinstance(content, str) else json.dumps(content)).encode()
    for name, content in (SAMPLES | {"walk.md": OBSIDIAN, "month.org": MONTH, "daylio.csv": DAYLIO}).items()
}


@settings(max_examples=150)
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_no_harm_to_a_file_makes_more_than_one_clear_line(tmp_path_factory, name, data):
    harmed(tmp_path_factory.mktemp("harmed"), name, data.draw(st.randoms(use_true_random=False)))


@pytest.mark.long
@settings(max_examples=20_000)
@given(st.sampled_from(sorted(WHOLE)), st.randoms(use_true_random=False))
def test_no_harm_to_a_file_makes_more_than_one_clear_line_at_length(tmp_path_factory, name, chance):
    harmed(tmp_path_factory.mktemp("harmed"), name, chance)


def harmed(folder, name: str, chance: random.Random) -> None:
    """Brings in a file with some bytes of it flipped, cut out, doubled or made of another one."""
    content = bytearray(WHOLE[name])
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(content) + 1)
        match chance.randint(0, 4):
            case 0 if content:
                content[place % len(content)] = chance.randrange(256)
            case 1:
                del content[place : place + chance.randint(1, 40)]
            case 2:
                content[place:place] = content[place : place + 60] * chance.randint(1, 5)
            case 3:
                content[place:place] = chance.choice(
                    [b"[", b"{", b'"', b"\n", b",", b"\0", b"null", b"-1e999", b"2024-02-30 ", b"\xf0\x9f"]
                )
            case _:
                other = WHOLE[chance.choice(sorted(WHOLE))]
                content[place:] = other[chance.randrange(len(other)) :]
    coach = build(Paths(str(folder / "home")), Clock())
    path = written(folder, name, bytes(content))
    try:
        found = bring(coach, path, chance.choice(["", "", "", *reading.READERS]))
    except CoachError as error:
        assert "\n" not in str(error).strip()
        assert coach.store.is_new()
        return
    checkins = [each for month in coach.store.months() for each in coach.store.records(month, "checkins")]
    made = [*entries(coach), *coach.commitments.all(), *checkins]
    assert len(made) == len(found.new)
    assert coach.store.damage.error() is None
    assert [*incoming.told(coach, found)]
