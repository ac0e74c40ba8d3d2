"""What is kept of months that rest is never the truth: whatever happens to it or to the months, what is found is
what the months hold."""

from __future__ import annotations

import errno
import os
import shutil
from binascii import crc32
from pathlib import Path

import pytest

from coach.app import build
from coach.core.kinds import written
from coach.core.paths import Paths
from coach.store import protecting
from coach.store.keys import LEAST
from coach.store.lock import Lock
from coach.store.seals import Seals
from tests.helpers import entry
from tests.safety.stories import SECRET, record_id
from tests.safety.test_ground import resigned

MONTHS = [f"2026-{month:02}" for month in range(3, 12)]


def asked(month: str, _: int) -> dict[str, object]:
    at = f"{month}-12T09:00:00.000+01:00"
    return {"created": at, "created_zone": "Europe/Berlin", "updated": None, "role": "peer", "asked": "How?",
            "answer": f"heard in {month}", "at": at, "zone": "Europe/Berlin", "day": at[:10],
            "source": "self"}  # fmt: skip


@pytest.fixture
def coach(paths, clock):
    coach = build(paths, clock)
    with coach.store.change("a life") as change:
        for number, month in enumerate(MONTHS):
            change.add(
                "entries", record_id(number + 1), entry(f"Größe of {month}", f"{month}-10T09:00+01:00")
            )
            change.add("feedback", record_id(number + 100), asked(month, number))
    with coach.store.change("and one more day") as change:
        change.add("entries", record_id(50), entry("today"))
    found(build(paths, clock))
    assert kept_of(paths), "else this shows nothing"
    again = build(paths, clock)
    assert not any(again.store.data_files.is_open(month) for month in MONTHS[:-1]), "nor would this"
    return again


def found(coach) -> tuple[list[str], list[str], list[str], list[str]]:
    """What is asked of everything there is."""
    coach.store.refresh()
    return (
        [each.answer for each in coach.feedback.all()],
        [hit.record.words for hit in coach.search.find(["grosse"])],
        [hit.record.words for hit in coach.search.find(["heard"])],
        coach.store.ids_with_tail("0000000000"),
    )


def kept_of(paths) -> list[Path]:
    return sorted(Path(paths.kept).iterdir()) if Path(paths.kept).exists() else []


def truth(coach) -> tuple[list[str], list[str], list[str], list[str]]:
    """The same, read from the months."""
    paths = Paths(coach.paths.home, machine=coach.paths.machine)
    paths.kept = os.path.join(coach.paths.machine, "never")
    told = found(build(paths, coach.clock))
    shutil.rmtree(paths.kept, ignore_errors=True)
    return told


def test_it_says_what_the_months_say(coach):
    assert found(coach) == truth(coach)
    answers, texts, heard, ids = found(coach)
    assert (len(answers), len(texts), len(heard), len(ids)) == (9, 9, 9, 19)


@pytest.mark.parametrize("what", ["changed", "deleted", "added", "moved", "undone"])
def test_it_is_stale_for_nobody(what, coach, paths, clock):
    """Another process changes an old month while this one is open."""
    before = found(coach)
    other = build(paths, clock)
    old = other.store.find("entries", record_id(1)) or {}
    with other.store.change("something old") as change:
        if what == "deleted":
            change.remove("entries", record_id(1))
            change.remove("feedback", record_id(100))
        elif what == "added":
            change.add("feedback", record_id(500), asked("2026-04", 1) | {"answer": "heard later"})
        else:
            at = "2026-05-01T09:00+02:00" if what == "moved" else old["at"]
            change.put("entries", record_id(1), old | {"text": "Grösse, otherwise", "at": at})
            answered = other.store.find("feedback", record_id(100)) or {}
            change.put("feedback", record_id(100), answered | {"answer": "heard otherwise"})
    if what == "undone":
        other.store.undo()
    assert found(coach) == found(build(paths, clock)) == truth(coach)
    assert (found(coach) == before) == (what == "undone")


@pytest.mark.parametrize(
    "harm", ["a letter", "cut off", "of another home", "empty", "gone", "a folder", "text"]
)
def test_one_that_is_not_as_it_was_written_is_never_believed(harm, coach, paths, clock, tmp_path):
    if harm == "of another home":
        other = build(Paths(str(tmp_path / "other")), clock)
        with other.store.change("another life") as change:
            for number, month in enumerate(MONTHS):
                words = f"Größe elsewhere {month}"
                change.add("entries", record_id(number + 1), entry(words, f"{month}-10T09:00+01:00"))
                change.add("feedback", record_id(number + 100), asked(month, number) | {"answer": "forged"})
        found(build(other.paths, clock))
        shutil.rmtree(paths.kept)
        shutil.copytree(other.paths.kept, paths.kept)
    for path in kept_of(paths):
        raw = path.read_bytes()
        if harm == "a letter":
            path.write_bytes(raw.replace(b"heard", b"heart").replace(b"grosse", b"grasse"))
        elif harm in {"cut off", "empty", "text"}:
            path.write_bytes({"cut off": raw[:-30], "empty": b"", "text": b"00000000\n{}\n"}[harm])
        elif harm != "of another home":
            path.unlink()
            if harm == "a folder":
                path.mkdir()
    assert found(build(paths, clock)) == truth(coach)


def test_half_a_pair_of_signs_is_found_and_stops_no_search(coach, paths, clock):
    with coach.store.change("odd") as change:
        change.add("entries", record_id(60), entry("half \ud83d of a pair", "2026-04-02T09:00+02:00"))
    again = build(paths, clock)
    assert found(again) == truth(coach)
    assert len(list(again.search.find(["pair"]))) == len(list(again.search.find(["\ud83d"]))) == 1
    assert list(again.search.find(["\udcff"])) == []


def test_kinds_that_were_not_known_when_it_was_made_are_looked_for(coach, paths, clock, monkeypatch):
    monkeypatch.setattr("coach.folded.written", lambda: [cls for cls in written() if cls.kind == "entries"])
    shutil.rmtree(paths.kept)
    found(build(paths, clock))
    monkeypatch.undo()
    assert found(build(paths, clock)) == truth(coach)


def test_a_full_disk_leaves_nothing_half_written(coach, paths, clock, monkeypatch):
    shutil.rmtree(paths.kept)

    def full(file: int, content: bytes) -> None:
        os.write(file, bytes(content[:20]))
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("coach.store.files.write", full)
    assert found(build(paths, clock)) == truth(coach)
    assert kept_of(paths) == []


@pytest.mark.parametrize("written_as", ['"{id}":{{', '"{id}": {{\n'])
def test_a_month_somebody_laid_out_otherwise_is_searched_all_the_same(written_as, coach, paths, clock):
    month = Path(paths.data) / "2026" / "2026-04.json"
    plain = f'"{record_id(2)}": {{'
    raw = month.read_text().replace(plain, written_as.format(id=record_id(2)))
    month.write_bytes(resigned(raw.encode()))
    assert [hit.record.words for hit in build(paths, clock).search.find(["grosse"])].count(
        "Größe of 2026-04"
    ) == 1


def test_a_month_added_to_a_folder_whose_time_was_set_back_is_seen(coach, paths, clock, monkeypatch):
    monkeypatch.setattr("coach.store.data_files._SETTLED", -1)
    before = coach.store.months()
    folder = Path(paths.data) / "2026"
    there = os.stat(folder)
    other = build(paths, clock)
    with other.store.change("an old month") as change:
        change.add("entries", record_id(70), entry("found late", "2026-01-02T09:00+01:00"))
    os.utime(folder, ns=(there.st_atime_ns, there.st_mtime_ns))
    assert coach.store.months() == [*before, "2026-01"]


def test_two_months_that_changed_places_are_seen(coach, paths, clock):
    """The parts of one month under the name of another, with a checksum that holds."""
    for path in kept_of(paths):
        head, body = path.read_bytes().split(b"\n", 1)
        swapped = body.replace(b"2026-03", b"????-??").replace(b"2026-04", b"2026-03")
        swapped = swapped.replace(b"????-??", b"2026-04")
        path.write_bytes(b"%08x\n" % crc32(swapped) + swapped)
        assert head
    assert found(build(paths, clock)) == truth(coach)


def test_a_month_in_place_of_another_of_the_same_size_and_time_is_seen(coach, paths, clock):
    month = Path(paths.data) / "2026" / "2026-04.json"
    there = os.stat(month)
    month.write_bytes(month.read_bytes().replace(b"heard in 2026-04", b"hears in 2026-04"))
    os.utime(month, ns=(there.st_atime_ns, there.st_mtime_ns))
    again = build(paths, clock)
    assert "hears in 2026-04" not in str(found(again))
    assert again.store.damage.names() == ["2026-04"]


def test_a_folder_nobody_may_write_to_costs_only_time(coach, paths, clock):
    shutil.rmtree(paths.kept)
    Path(paths.kept).write_text("in the way")
    assert found(build(paths, clock)) == truth(coach)


def test_with_protection_nothing_of_it_lies_open(coach, paths, clock):
    open_ones = {path.name: path.read_bytes() for path in kept_of(paths)}
    protecting.protect(coach.store, SECRET, LEAST)
    assert kept_of(paths) == []
    seals = Seals(paths)
    seals.unlock(SECRET)
    again = build(paths, clock, seals)
    Path(paths.kept, "folded").write_bytes(open_ones["folded"])  # out of an old copy of the folder, say
    again.journal.write("a save")
    assert kept_of(paths) == []
    for name, raw in open_ones.items():  # as another process may have written it meanwhile
        Path(paths.kept, name).write_bytes(raw)
    with Lock(paths.lock).held():  # and nobody can write it sealed just now
        found(build(paths, clock, seals))
    assert kept_of(paths) == []
    for name, raw in open_ones.items():
        Path(paths.kept, name).write_bytes(raw)
    whole = found(again)
    assert whole == found(build(paths, clock, seals))
    assert len(kept_of(paths)) == len(open_ones)
    for path in kept_of(paths):
        assert b"heard" not in path.read_bytes()
        assert b"grosse" not in path.read_bytes()
    protecting.unprotect(again.store)
    assert found(build(paths, clock)) == whole
