"""`coach merge`: another home, a backup, a copy or an archive comes in, and nothing is lost or doubled."""

from __future__ import annotations

import json
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.paths import Paths
from coach.store import protecting
from coach.store.keys import LEAST
from coach.store.seals import Seals
from tests.helpers import located
from tests.safety.stories import SECRET, record_id
from tests.safety.test_ground import resigned

OTHER_SECRET = "another horse battery"


class Two:
    """A laptop and a desktop that began alike and went on apart."""

    def __init__(self, tmp_path: Path, clock: Clock) -> None:
        self.paths = located(tmp_path / "home")
        self.other_home = tmp_path / "other"
        self.laptop = build(self.paths, clock)
        self.laptop.journal.write("begun together")
        self.laptop.journal.write("to be deleted here")
        self.laptop.journal.write("to be deleted there")
        shutil.copytree(self.paths.home, self.other_home)
        self.desktop = build(
            Paths(str(self.other_home), machine=str(tmp_path / "desktop")),
            Clock(clock.now() + timedelta(hours=1)),
        )

    def ids(self) -> dict[str, str]:
        return {each.text: each.id for each in self.laptop.journal.entries()}

    def archive(self, tmp_path: Path) -> Path:
        from coach.core.steps import Steps
        from coach.exchange import exporting
        from coach.find import EVERYTHING

        path = tmp_path / "archive.json"
        chunks = exporting.chunks(self.desktop, exporting.Wanted("json", EVERYTHING), Steps())
        path.write_bytes(b"".join(chunks))
        return path

    def backup(self, tmp_path: Path) -> Path:
        from coach.store import snapshots

        path = tmp_path / "backup.zip"
        snapshots.back_up(self.desktop.store, str(path))
        return path


@pytest.fixture
def two(tmp_path, clock):
    return Two(tmp_path, clock)


def changed(coach, record_id, **fields):
    kept = coach.store.find("entries", record_id)
    updated = coach.clock.now().isoformat(timespec="milliseconds")
    with coach.store.change("changed") as change:
        change.put("entries", record_id, {**kept, "updated": updated, **fields})


def text_of(coach, record_id):
    return coach.store.find("entries", record_id)["text"]


def apart_for_a_while(two):
    ids = two.ids()
    two.laptop.journal.write("on the laptop")
    two.desktop.journal.write("on the desktop")
    changed(two.laptop, ids["begun together"], tags=["laptop"])
    changed(two.desktop, ids["begun together"], text="begun together, and changed")
    for coach, text in ((two.laptop, "to be deleted here"), (two.desktop, "to be deleted there")):
        with coach.store.change("deleted") as change:
            change.remove("entries", ids[text])


WAYS = {
    "a folder": lambda two, tmp_path: two.other_home,
    "a backup": lambda two, tmp_path: two.backup(tmp_path),
    "an archive": lambda two, tmp_path: two.archive(tmp_path),
    "a copy of a month": lambda two, tmp_path: shutil.copy(
        f"{two.desktop.paths.data}/2026/2026-11.json", tmp_path / "2026-11 (copy).json"
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_was_done_apart_is_one_life_again_and_can_be_taken_back(way, two, shell, tmp_path):
    apart_for_a_while(two)
    before = shell.entries()
    path = str(WAYS[way](two, tmp_path))
    said = shell("merge", path, "--yes")
    assert said.code == 0, said
    texts = {each["text"]: each["tags"] for each in shell.entries()}
    assert texts == {
        "begun together, and changed": ["laptop"], "on the laptop": [], "on the desktop": [],
    }  # fmt: skip
    assert "1 deleted here" in said.out
    again = shell("merge", path, "--yes")
    assert "Nothing in it is new" in again.out
    assert shell("undo").code == 0
    assert shell.entries() == before
    assert shell("merge", path, "--yes").code == 0
    assert {each["text"] for each in shell.entries()} == set(texts), "taken back is not deleted"
    assert shell("merge", path, "--yes", "--deleted").code == 0
    assert "to be deleted here" in {each["text"] for each in shell.entries()}


def test_both_ways_end_alike(two, shell, tmp_path):
    apart_for_a_while(two)
    other = tmp_path / "laptop-as-it-is"
    shutil.copytree(two.paths.home, other)
    shell("merge", str(two.other_home), "--yes")
    here = shell.entries()
    from coach.machines import merging

    merging.merge(two.desktop, merging.read(two.desktop, str(other)), "laptop")
    assert {each.id: each.text for each in two.desktop.journal.entries()} == {
        each["id"]: each["text"] for each in here
    }


def test_words_that_overlap_are_both_kept_and_shown_once(two, shell):
    ids = two.ids()
    changed(two.laptop, ids["begun together"], text="as the laptop has it")
    changed(two.desktop, ids["begun together"], text="as the desktop has it", tags=["desk"])
    said = shell("merge", str(two.other_home), "--yes")
    assert "1 changed on both sides" in said.out
    (waits,) = shell("merge", "--json").json
    assert waits["stands"] == {"text": "as the desktop has it"}
    assert waits["other"] == {"text": "as the laptop has it"}
    assert waits["here"] is True
    shown = shell("merge").out
    assert "as the laptop has it" in shown
    assert "as the desktop has it" in shown
    assert "Two versions" in shell("today").out
    refused = shell("delete", shell.ref("as the desktop has it"))
    assert refused.code != 0
    assert "coach merge" in refused.err
    coach = build(two.paths, two.laptop.clock)
    (seen,) = coach.machines.apart()
    coach.machines.choose(seen, "both")
    assert coach.machines.apart() == []
    (kept,) = [each for each in shell.entries() if each["id"] == ids["begun together"]]
    assert kept["text"] == "as the desktop has it\n\nas the laptop has it"
    assert kept["tags"] == ["desk"]
    assert "Two versions" not in shell("today").out
    assert "Nothing in it is new" in shell("merge", str(two.other_home), "--yes").out


@pytest.mark.parametrize(("choice", "text"), [("stands", "desktop"), ("other", "laptop")])
def test_one_of_them_holds_and_the_other_machine_learns_it(choice, text, two):
    from coach.machines import merging

    ids = two.ids()
    changed(two.laptop, ids["begun together"], text="laptop")
    changed(two.desktop, ids["begun together"], text="desktop")
    merging.merge(two.laptop, merging.read(two.laptop, str(two.other_home)), "desktop")
    (seen,) = two.laptop.machines.apart()
    two.laptop.machines.choose(seen, choice)
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    assert two.desktop.machines.apart() == []
    for coach in (two.laptop, two.desktop):
        assert text_of(coach, ids["begun together"]) == text


def test_deleted_on_one_side_and_changed_on_the_other_is_kept_and_said(two, shell):
    ids = two.ids()
    with two.laptop.store.change("deleted") as change:
        change.remove("entries", ids["begun together"])
    changed(two.desktop, ids["begun together"], text="changed meanwhile")
    said = shell("merge", str(two.other_home), "--yes")
    assert "1 deleted on one side and changed on the other: kept" in said.out
    assert "changed meanwhile" in {each["text"] for each in shell.entries()}


def test_a_look_changes_nothing(two, shell):
    apart_for_a_while(two)
    before = shell.entries()
    said = shell("merge", str(two.other_home), "--dry-run", "--json")
    assert said.json["new"] == {"entries": 1}
    assert said.json["done"] is False
    assert shell.entries() == before


def test_another_homes_passphrase_opens_it(two, shell, tmp_path):
    two.desktop.journal.write("sealed words")
    protecting.protect(two.desktop.store, OTHER_SECRET, LEAST)
    assert shell("merge", str(two.other_home), "--yes").code != 0
    secret = tmp_path / "secret"
    secret.write_text(OTHER_SECRET + "\n")
    with secret.open() as file:
        said = shell("merge", str(two.other_home), "--yes", "--passphrase-fd", str(file.fileno()))
    assert said.code == 0
    assert "lies open here" in said.err
    assert "sealed words" in {each["text"] for each in shell.entries()}


def test_what_a_newer_coach_wrote_is_not_merged_away(two, shell):
    month = Path(two.desktop.paths.data) / "2026" / "2026-11.json"
    month.write_bytes(resigned(month.read_bytes().replace(b'"format": 2', b'"format": 3')))
    said = shell("merge", str(two.other_home), "--yes")
    assert said.code == 1
    assert "newer coach" in said.err


def test_fields_and_kinds_only_a_newer_coach_knows_come_along(two, shell):
    with two.desktop.store.change("from the future") as change:
        change.add("dreams", record_id(5), {"created": "2026-11-20T09:00:00.000+01:00", "updated": None})
        kept = two.desktop.store.find("entries", two.ids()["begun together"])
        change.put("entries", two.ids()["begun together"], {**kept, "mood": 7})
    assert shell("merge", str(two.other_home), "--yes").code == 0
    coach = build(two.paths, two.laptop.clock)
    assert coach.store.find("dreams", record_id(5)) is not None
    kept = coach.store.find("entries", two.ids()["begun together"])
    assert kept
    assert kept["mood"] == 7


@pytest.mark.parametrize("what", ["nothing", "empty folder", "text", "itself", "fifo"])
def test_what_is_no_home_is_refused_in_a_line(what, two, shell, tmp_path):
    place = tmp_path / "there"
    if what == "empty folder":
        place.mkdir()
    elif what == "text":
        place.write_text("a letter")
    elif what == "fifo":
        os.mkfifo(place)
    said = shell("merge", two.paths.home if what == "itself" else str(place), "--yes")
    assert said.code != 0
    assert len(said.err.strip().splitlines()) == 1


def test_an_older_backup_brings_back_nothing_that_was_changed_since(two, shell, tmp_path):
    """A backup of before there were marks: what it holds is known from the history."""
    shell("backup", "-o", str(tmp_path / "b.zip"))
    first = two.ids()["begun together"]
    for text in ("once", "twice"):
        changed(two.laptop, first, text=text)
    said = shell("merge", str(tmp_path / "b.zip"), "--yes")
    assert "Nothing in it is new" in said.out
    assert json.loads(shell("merge", "--json").out) == []


def test_protected_homes_of_the_same_keys_merge(two, shell, clock):
    laptop = build(two.paths, clock)
    protecting.protect(laptop.store, SECRET, LEAST)
    shutil.rmtree(two.other_home)
    shutil.copytree(two.paths.home, two.other_home)
    paths = Paths(str(two.other_home), machine=two.desktop.paths.machine + "-2")
    seals = Seals(paths)
    seals.unlock(SECRET)
    desktop = build(paths, clock, seals)
    desktop.journal.write("sealed on the desktop")
    from coach.machines import merging

    merging.merge(laptop, merging.read(laptop, str(two.other_home)), "desktop")
    assert "sealed on the desktop" in {each.text for each in laptop.journal.entries()}


@pytest.mark.parametrize("choice", ["stands", "other", "both"])
def test_a_choice_taken_back_is_open_again_on_every_machine(choice, two):
    from coach.machines import merging

    ids = two.ids()
    changed(two.laptop, ids["begun together"], text="laptop")
    changed(two.desktop, ids["begun together"], text="desktop")
    merging.merge(two.laptop, merging.read(two.laptop, str(two.other_home)), "desktop")
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    (seen,) = two.laptop.machines.apart()
    two.laptop.machines.choose(seen, choice)
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    assert two.desktop.machines.apart() == []
    two.laptop.store.undo()
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    for coach in (two.laptop, two.desktop):
        (again,) = coach.machines.apart()
        assert {*again.stands.values(), *again.other.fields.values()} == {"laptop", "desktop"}
        assert text_of(coach, ids["begun together"]) == "desktop"
    (again,) = two.desktop.machines.apart()
    two.desktop.machines.choose(again, "other")
    merging.merge(two.laptop, merging.read(two.laptop, str(two.other_home)), "desktop")
    for coach in (two.laptop, two.desktop):
        assert coach.machines.apart() == []
        assert text_of(coach, ids["begun together"]) == "laptop"


def test_a_move_that_closed_two_versions_is_taken_back_with_them(two):
    from coach.machines import merging

    ids = two.ids()
    changed(two.laptop, ids["begun together"], text="laptop")
    changed(two.desktop, ids["begun together"], tags=["desk"])
    merging.merge(two.laptop, merging.read(two.laptop, str(two.other_home)), "desktop")
    changed(two.laptop, ids["begun together"], at="2026-10-20T09:00:00.000+02:00")
    two.laptop.store.undo()
    later = build(two.paths, Clock(two.laptop.clock.now() + timedelta(hours=2)))
    changed(later, ids["begun together"], tags=["desk", "later"])
    for _ in range(2):
        merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
        merging.merge(later, merging.read(later, str(two.other_home)), "desktop")
    for coach in (later, two.desktop):
        lying = [
            coach.store.records(month, "entries")[ids["begun together"]]
            for month in coach.store.months()
            if ids["begun together"] in coach.store.records(month, "entries")
        ]
        assert [(each["text"], each["tags"]) for each in lying] == [("laptop", ["desk", "later"])]
    assert later.store.beside("2026-10", ids["begun together"]) == {"moved": "2026-11"}


def test_while_the_month_of_two_versions_is_damaged_everything_still_opens(two, shell):
    ids = two.ids()
    changed(two.laptop, ids["begun together"], text="laptop")
    changed(two.desktop, ids["begun together"], text="desktop")
    shell("merge", str(two.other_home), "--yes")
    Path(two.paths.data, "2026", "2026-11.json").write_bytes(b"{")
    for command in (["today"], ["merge"], ["list"]):
        said = shell(*command)
        assert "Traceback" not in said.err, command
        assert said.code in {0, 13}, (command, said)
        assert "damaged" in said.err
        assert command != ["today"] or "Check in" in said.out


def test_undo_of_a_merge_of_new_records_alone_is_no_deleting(two):
    from coach.machines import merging

    two.laptop.journal.write("new on the laptop")
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    two.desktop.store.undo()
    assert "new on the laptop" not in texts(two.desktop)
    merging.merge(two.laptop, merging.read(two.laptop, str(two.other_home)), "desktop")
    assert "new on the laptop" in texts(two.laptop)
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    assert "new on the laptop" in texts(two.desktop)


def test_a_copy_that_held_nothing_new_is_not_taken_back_by_undo(two, shell):
    two.laptop.journal.write("my own words")
    month = Path(two.paths.data, "2026", "2026-11.json")
    shutil.copy(month, month.with_name("2026-11 2.json"))
    said = shell("list")
    assert "nothing new" in said.err
    assert "undo" not in said.err


def test_a_page_written_over_an_undone_change_is_shown_though_a_bystander_has_the_first_words(two, tmp_path):
    """The words that stand again were as they were made: a third machine that only tagged knew them, too."""
    from coach.machines import merging

    first = two.ids()["begun together"]
    third = build(Paths(str(tmp_path / "third"), machine=str(tmp_path / "third-state")), two.desktop.clock)
    shutil.copytree(two.paths.home, tmp_path / "third", dirs_exist_ok=True)
    changed(third, first, tags=["third"])
    changed(two.laptop, first, text="first try")
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    changed(two.desktop, first, text="a whole page")
    later = build(two.paths, Clock(two.desktop.clock.now() + timedelta(hours=1)))
    later.store.undo()
    merging.merge(later, merging.read(later, str(tmp_path / "third")), "third")
    merging.merge(later, merging.read(later, str(two.other_home)), "desktop")
    (seen,) = later.machines.apart()
    assert {*seen.stands.values(), *seen.other.fields.values()} == {"begun together", "a whole page"}


def test_what_was_brought_back_and_changed_since_is_no_longer_deleted(two, tmp_path):
    from coach.machines import merging

    first = two.ids()["begun together"]
    stick = tmp_path / "stick"
    shutil.copytree(two.paths.home, stick)
    with two.laptop.store.change("deleted") as change:
        change.remove("entries", first)
    merging.merge(two.laptop, merging.read(two.laptop, str(stick)), "stick", bring_back=True)
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    changed(two.desktop, first, text="a whole page")
    merging.merge(two.laptop, merging.read(two.laptop, str(two.other_home)), "desktop")
    again = merging.merge(two.laptop, merging.read(two.laptop, str(stick)), "stick", bring_back=True)
    assert again.is_empty
    assert text_of(two.laptop, first) == "a whole page"


def test_deleted_undone_and_redone_is_deleted(two, tmp_path):
    from coach.machines import merging

    first = two.ids()["begun together"]
    shutil.copytree(two.paths.home, tmp_path / "stick")
    with two.laptop.store.change("deleted") as change:
        change.remove("entries", first)
    two.laptop.store.undo()
    two.laptop.store.redo()
    parts = merging.read(two.laptop, str(tmp_path / "stick"))
    merging.merge(two.laptop, parts, "stick", bring_back=True)
    assert text_of(two.laptop, first) == "begun together"


def test_undo_takes_back_only_what_was_changed_by_it(two):
    from coach.machines import merging

    rid, at = record_id(77), "2026-11-20T09:00:00.000+01:00"
    review = {"created": at, "created_zone": "Europe/Berlin", "updated": None, "name": "weekly", "at": at,
              "first": "2026-11-16", "last": "2026-11-22", "zone": "Europe/Berlin",
              "answers": {"why": "", "how": ""}}  # fmt: skip
    with two.laptop.store.change("added") as change:
        change.add("reflections", rid, review)
    with two.laptop.store.change("answered") as change:
        change.put("reflections", rid, review | {"answers": {"why": "mine", "how": ""}})
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    with two.desktop.store.change("answered") as change:
        change.put("reflections", rid, review | {"answers": answers_of(two.desktop, rid) | {"how": "theirs"}})
    month = "data/2026/2026-11.json"
    shutil.copy(two.other_home / month, f"{two.paths.home}/{month}")
    laptop = build(two.paths, two.laptop.clock)
    assert answers_of(laptop, rid) == {"why": "mine", "how": "theirs"}
    laptop.store.undo()
    assert answers_of(laptop, rid) == {"why": "", "how": "theirs"}


def test_undo_of_a_record_of_an_earlier_coach_can_be_read(two):
    from coach.machines import merging

    first = two.ids()["begun together"]
    old = {name: each for name, each in two.laptop.store.find("entries", first).items() if name != "files"}
    with two.laptop.store.change("as it was kept before") as change:
        change.put("entries", first, old)
    with two.laptop.store.change("tagged") as change:
        change.put("entries", first, old | {"files": [], "tags": ["here"]})
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    changed(two.desktop, first, text="desktop")
    month = "data/2026/2026-11.json"
    shutil.copy(two.other_home / month, f"{two.paths.home}/{month}")
    laptop = build(two.paths, two.laptop.clock)
    laptop.store.undo()
    assert "desktop" in texts(laptop)
    assert [each.tags for each in laptop.journal.entries() if each.id == first] == [()]


def test_both_texts_are_kept_once_whatever_is_chosen_where(two):
    from coach.machines import merging

    first = two.ids()["begun together"]
    changed(two.laptop, first, text="LAPTOP")
    changed(two.desktop, first, text="DESKTOP")
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    merging.merge(two.laptop, merging.read(two.laptop, str(two.other_home)), "desktop")
    for coach, choice in ((two.desktop, "both"), (two.laptop, "other")):
        (seen,) = coach.machines.apart()
        coach.machines.choose(seen, choice)
    for _ in range(2):
        merging.merge(two.laptop, merging.read(two.laptop, str(two.other_home)), "desktop")
        merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    while apart := two.laptop.machines.apart():
        two.laptop.machines.choose(apart[0], "both")
    words = text_of(two.laptop, first).split()
    assert sorted(words) == ["DESKTOP", "LAPTOP"]


@pytest.mark.parametrize("what", ["a newer format", "one letter rotted", "odd marks"])
def test_a_copy_that_is_not_as_it_was_written_comes_in_nowhere(what, two, shell):
    first = two.ids()["begun together"]
    changed(two.desktop, first, text="as the desktop has it")
    raw = (two.other_home / "data/2026/2026-11.json").read_bytes()
    if what == "a newer format":
        raw = resigned(raw.replace(b'"format": 2', b'"format": 9'))
    elif what == "one letter rotted":
        raw = raw.replace(b"desktop has", b"desktoq has")
    else:
        raw = resigned(raw.replace(b'"last": ', b'"lost": '))
    beside = Path(two.paths.data, "2026", "2026-11.sync-conflict-20261120-093000-ABCDEF7.json")
    beside.write_bytes(raw)
    assert "begun together" in shell("list").out
    assert beside.exists()
    assert shell("merge", str(beside), "--yes").code
    assert shell("add", "my own").code == 0


def test_odd_marks_in_the_place_of_a_month_are_damage_and_never_hide_ones_own_words(two, shell):
    changed(two.desktop, two.ids()["begun together"], text="as the desktop has it")
    raw = (two.other_home / "data/2026/2026-11.json").read_bytes()
    month = Path(two.paths.data, "2026", "2026-11.json")
    month.write_bytes(resigned(raw.replace(b'"last": ', b'"lost": ')))
    said = shell("list")
    assert said.code == 13
    assert "desktop" not in said.out
    assert shell("doctor").code == 13
    assert shell("doctor", "--repair", "2026-11", "--yes").code == 0
    assert "begun together" in shell("list").out


def answers_of(coach, record_id: str):
    return coach.store.find("reflections", record_id)["answers"]


def texts(coach) -> set[str]:
    coach.store.refresh()
    return {each.text for each in coach.journal.entries()}


def test_undo_of_ones_own_change_leaves_what_the_other_machine_wrote(two):
    from coach.machines import merging

    ids = two.ids()
    changed(two.laptop, ids["begun together"], text="laptop")
    changed(two.desktop, ids["begun together"], text="desktop")
    merging.merge(two.desktop, merging.read(two.desktop, two.paths.home), "laptop")
    month = "data/2026/2026-11.json"
    shutil.copy(two.other_home / month, f"{two.paths.home}/{month}")
    laptop = build(two.paths, two.laptop.clock)
    assert text_of(laptop, ids["begun together"]) == "desktop"
    laptop.store.undo()
    (waits,) = laptop.machines.apart()
    assert {*waits.stands.values(), *waits.other.fields.values()} == {"laptop", "desktop"}


def test_a_merge_that_only_brought_a_second_version_is_taken_back_too(two, shell):
    ids = two.ids()
    changed(two.desktop, ids["begun together"], text="desktop")
    changed(two.laptop, ids["begun together"], text="laptop, and later", at="2026-11-20T09:00:00.000+01:00")
    shell("merge", str(two.other_home), "--yes")
    assert shell("merge", "--json").json
    said = shell("undo")
    assert said.code == 0
    assert "merged" in said.out + said.err
    assert shell("merge", "--json").json == []
    assert text_of(build(two.paths, two.laptop.clock), ids["begun together"]) == "laptop, and later"


def test_of_three_versions_each_is_seen(two, tmp_path):
    from coach.machines import merging

    third_home = tmp_path / "third"
    shutil.copytree(two.paths.home, third_home)
    third = build(
        Paths(str(third_home), machine=str(tmp_path / "third-state")),
        Clock(two.laptop.clock.now() + timedelta(hours=2)),
    )
    first = two.ids()["begun together"]
    for coach, text in ((two.laptop, "laptop"), (two.desktop, "desktop"), (third, "third")):
        changed(coach, first, text=text)
    for home in (two.other_home, third_home):
        merging.merge(two.laptop, merging.read(two.laptop, str(home)), "other")
    (seen,) = two.laptop.machines.apart()
    assert seen.more == 1
    two.laptop.machines.choose(seen, "both")
    (again,) = two.laptop.machines.apart()
    two.laptop.machines.choose(again, "both")
    assert two.laptop.machines.apart() == []
    assert set(text_of(two.laptop, first).split("\n\n")) == {"laptop", "desktop", "third"}
