"""The passphrase: what it seals, what opens it again, and what it never touches."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import zipfile
from binascii import a2b_base64
from pathlib import Path

import pytest

from coach.app import Coach, build
from coach.core.errors import (
    CoachError,
    DamagedError,
    LockedError,
    ReadOnlyError,
    UsageError,
    WrongPassphraseError,
)
from coach.core.paths import Paths
from coach.core.steps import Steps
from coach.drafts import Draft
from coach.exchange import exporting
from coach.exchange.exporting import Wanted
from coach.journal.capture import capture, new_entry
from coach.store import (
    checkup,
    files,
    keys,
    plain_copies,
    protecting,
    recovery,
    repair,
    short_unlock,
    snapshots,
    sodium,
)
from coach.store import noted_files as written_down
from coach.store.history import Edit, History
from coach.store.inbox import captured, for_captures
from coach.store.keys import LEAST
from coach.store.sealing import PLAIN, seal_line, with_sum, without_sum
from coach.store.seals import Seals
from tests.helpers import LONG, ROOT, environment

SECRET, OTHER = "correct horse battery", "staple of another kind"
CANARY = "Kanarienvogel 7b1d"
MUTATIONS = 20_000 if LONG else 4_000


@pytest.fixture
def written(coach) -> Coach:
    """Words in every place there is: data, history, copies, drafts, an inbox, what was set aside, a backup."""
    coach.journal.write(f"{CANARY} of yesterday", tags=["walk"])
    coach.journal.write("another")
    coach.store.undo()
    coach.frames.change({"direction": f"{CANARY} direction", "giving_up": "much"})
    coach.drafts.keep("new-entry", f"{CANARY} in an editor")
    coach.drafts.keep_fields(Draft("entry-1", "entries", "2026-11-20T08:00:00.000+01:00", {"text": CANARY}))
    os.makedirs(coach.paths.quarantine, mode=0o700)
    Path(coach.paths.quarantine, "20260101T000000Z-2026-01.json").write_text(f"{{ {CANARY}")
    Path(coach.paths.inbox, "01a1fd78-0000-7000-8000-00000000000b.json").parent.mkdir(exist_ok=True)
    Path(coach.paths.inbox, "01a1fd78-0000-7000-8000-00000000000b.json").write_text(f"cut off {CANARY}")
    Path(coach.paths.data, f".2026-11.json.999999999-ab{files.TEMPORARY}").write_text(CANARY)
    Path(coach.paths.inbox, f".x.json.999999999-ab{files.TEMPORARY}").write_text(CANARY)
    with open(coach.paths.history + "/0000000001.jsonl", "ab") as file:
        file.write(b'deadbeef {"number": 9, "what": "%s' % CANARY.encode())
    return build(coach.paths, coach.clock)


@pytest.fixture
def sealed(written) -> Coach:
    protecting.protect(written.store, SECRET, LEAST)
    return written


def opened(paths: Paths, secret: str = SECRET) -> Seals:
    seals = Seals(paths)
    seals.unlock(secret)
    return seals


def with_recovery(coach: Coach) -> str:
    code = recovery.new_code()
    protecting.take_recovery(coach.store, code)
    return code


def records(coach: Coach):
    coach.store.refresh()
    return {name: coach.store.tables(name) for name in ("standing", *coach.store.months())}


def lying_open(where: Paths | str, word: str = CANARY) -> list[str]:
    folders = [where] if isinstance(where, str) else [where.home, where.machine]
    files_there = [path for folder in folders for path in Path(folder).rglob("*") if path.is_file()]
    return [str(path) for path in files_there if word.encode() in path.read_bytes()]


def test_protected_data_is_the_same_data_and_nothing_of_it_lies_open(written):
    before = records(written)
    assert lying_open(written.paths)
    protecting.protect(written.store, SECRET, LEAST)
    assert records(written) == before
    assert lying_open(written.paths) == []
    again = build(written.paths, written.clock, opened(written.paths))
    assert records(again) == before
    assert again.drafts.read("new-entry") == f"{CANARY} in an editor"
    assert [each.text for each in again.drafts.left()] == [CANARY]
    again.store.undo()
    assert again.frames.current() is None
    again.store.redo()
    assert [each.what for each in checkup.check(again.store) if each.state == "damaged"] == []
    assert {
        oct(path.stat().st_mode & 0o777) for path in Path(written.paths.home).rglob("*") if path.is_file()
    } == {"0o600"}


def test_what_is_written_with_protection_lies_nowhere_open(sealed):
    word = "Nachtigall 55"
    entry = sealed.journal.write(f"{word} one", tags=["x"])
    sealed.journal.change(entry, text=f"{word} two")
    sealed.drafts.keep("new-entry", word)
    sealed.drafts.keep_fields(Draft("entry-2", "entries", "2026-11-20T08:00:00.000+01:00", {"text": word}))
    capture(sealed.paths.inbox, *new_entry(sealed.clock, word), for_captures(sealed.paths))
    sealed.store.undo()
    path = os.path.join(sealed.paths.backups, "b.zip")
    snapshots.back_up(sealed.store, path)
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if word.encode() in archive.read(name)]
    assert lying_open(sealed.paths, word) == []


def test_taking_it_off_gives_everything_back(written):
    before = records(written)
    protecting.protect(written.store, SECRET, LEAST)
    written.drafts.keep("later", "kept while it was on")
    protecting.unprotect(written.store)
    plain = build(written.paths, written.clock)
    assert records(plain) == before
    assert plain.drafts.read("later") == "kept while it was on"
    assert not [
        path
        for path in Path(written.paths.home).rglob("*")
        if path.is_file() and b"coach sealed" in path.read_bytes()
    ]
    assert json.loads(Path(plain.store.data_files.path_of("2026-11")).read_text())
    assert plain.store.undo().what


@pytest.mark.parametrize(
    "said", ["wrong", "", "correct horse battery ", "Correct horse battery", "\udcff\x00"]
)
def test_a_wrong_passphrase_touches_nothing(sealed, said):
    before = {path: path.stat().st_mtime_ns for path in Path(sealed.paths.home).rglob("*")}
    seals = Seals(sealed.paths)
    for _ in range(3):
        with pytest.raises(WrongPassphraseError):
            seals.unlock(said)
    with pytest.raises(LockedError) as error:
        build(sealed.paths, sealed.clock, seals)
    assert error.value.code == 12
    assert {path: path.stat().st_mtime_ns for path in Path(sealed.paths.home).rglob("*")} == before


def test_the_same_passphrase_from_another_keyboard(written):
    protecting.protect(written.store, "Zürich im Frühling", LEAST)
    opened(written.paths, "Zu\u0308rich im Fru\u0308hling")


def test_another_passphrase_writes_nothing_but_the_keys(sealed):
    paths = sealed.paths
    before = {str(path): path.read_bytes() for path in Path(paths.home).rglob("*") if path.is_file()}
    protecting.change(sealed.store, OTHER)
    after = {str(path): path.read_bytes() for path in Path(paths.home).rglob("*") if path.is_file()}
    assert {path for path in after if after[path] != before.get(path)} == {paths.keys, paths.keys_copy}
    with pytest.raises(WrongPassphraseError):
        opened(paths, SECRET)
    assert records(build(paths, sealed.clock, opened(paths, OTHER))) == records(sealed)


def test_a_recovery_code_opens_until_there_is_another(sealed):
    first = with_recovery(sealed)
    seals = opened(sealed.paths, first.lower().replace("-", " ").replace("0", "o"))
    assert records(build(sealed.paths, sealed.clock, seals)) == records(sealed)
    second = with_recovery(sealed)
    with pytest.raises(WrongPassphraseError):
        opened(sealed.paths, first)
    opened(sealed.paths, second)
    opened(sealed.paths, SECRET)
    protecting.change(sealed.store, OTHER)
    opened(sealed.paths, second)


def test_a_slip_in_a_recovery_code_is_noticed():
    code = recovery.new_code()
    assert recovery.is_code(code)
    for place, sign in enumerate(code):
        if sign != "-":
            other = "7" if sign != "7" else "8"
            assert not recovery.is_code(code[:place] + other + code[place + 1 :])
    assert not recovery.is_code("correct horse battery staple and more")
    assert len({recovery.new_code() for _ in range(100)}) == 100


def test_a_passphrase_has_a_length(written):
    with pytest.raises(UsageError):
        protecting.protect(written.store, "1234567", LEAST)
    assert not os.path.exists(written.paths.keys)


def test_each_state_refuses_what_does_not_fit_it(sealed):
    with pytest.raises(UsageError):
        protecting.protect(sealed.store, SECRET, LEAST)
    protecting.unprotect(sealed.store)
    with pytest.raises(UsageError):
        protecting.unprotect(sealed.store)
    with pytest.raises(UsageError):
        protecting.change(sealed.store, OTHER)
    with pytest.raises(UsageError):
        with_recovery(sealed)


def test_captures_need_no_passphrase_and_are_read_at_the_next_unlock(sealed):
    record_id, fields = new_entry(sealed.clock, "from the shell")
    capture(sealed.paths.inbox, record_id, fields, for_captures(sealed.paths))
    assert lying_open(sealed.paths.inbox, "from the shell") == []
    again = build(sealed.paths, sealed.clock, opened(sealed.paths))
    assert again.journal.get(record_id).text == "from the shell"
    assert os.listdir(sealed.paths.inbox) == []


def test_a_capture_begun_before_protection_is_taken_in(sealed):
    record_id, fields = new_entry(sealed.clock, "begun before")
    capture(sealed.paths.inbox, record_id, fields, PLAIN)
    again = build(sealed.paths, sealed.clock, opened(sealed.paths))
    assert again.journal.get(record_id).text == "begun before"
    assert lying_open(sealed.paths, "begun before") == []


def test_a_draft_begun_before_protection_is_offered_and_sealed_when_it_goes_on(sealed):
    raw = json.dumps({"kind": "entries", "written": "2026-11-20T08:00:00.000+01:00", "writer": "0" * 16,
                      "fields": {"text": "begun before"}})  # fmt: skip
    Path(sealed.paths.drafts, "entry-9.json").write_text(raw)
    again = build(sealed.paths, sealed.clock, opened(sealed.paths))
    draft = next(each for each in again.drafts.left() if each.name == "entry-9")
    assert draft.text == "begun before"
    again.drafts.keep_fields(draft)
    assert lying_open(sealed.paths, "begun before") == []


def test_who_has_it_open_notices_protection_coming_and_going(written):
    """Another process turns it on: nothing is written in the open from then on."""
    open_before = build(written.paths, written.clock)
    protecting.protect(written.store, SECRET, LEAST)
    for act in (
        lambda: open_before.journal.write("late"),
        lambda: open_before.drafts.keep("new-entry", "late"),
        open_before.store.refresh,
    ):
        with pytest.raises(LockedError):
            act()
    assert lying_open(written.paths, "late") == []
    sealed_before = build(written.paths, written.clock, opened(written.paths))
    protecting.change(written.store, OTHER)
    sealed_before.journal.write("another passphrase, the same data")
    protecting.unprotect(written.store)
    with pytest.raises(LockedError):
        sealed_before.journal.write("late")


def test_what_was_cut_off_is_finished_at_the_next_opening(written, monkeypatch):
    real = files.write_atomically
    left = [6]

    def stopping(path, content):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device", path)
        real(path, content)

    monkeypatch.setattr(files, "write_atomically", stopping)
    with pytest.raises(CoachError) as error:
        protecting.protect(written.store, SECRET, LEAST)
    assert "Everything can be read as before" in str(error.value)
    assert Seals(written.paths).is_turning
    monkeypatch.setattr(files, "write_atomically", real)
    again = build(written.paths, written.clock, opened(written.paths))
    assert not again.sealing.is_turning
    assert lying_open(written.paths) == []


def test_what_is_harmed_is_refused(sealed):
    """20,000 changed bytes in the long run: data, copies, history, drafts, captures, what was set aside, keys."""
    with_recovery(sealed)
    capture(sealed.paths.inbox, *new_entry(sealed.clock, "a letter"), for_captures(sealed.paths))
    generator = random.Random(8)
    everywhere = (
        each for place in (sealed.paths.home, sealed.paths.machine) for each in Path(place).rglob("*")
    )
    whole = {str(path): path.read_bytes() for path in everywhere if path.is_file()}
    readers = {path: reader for path in whole if (reader := reader_of(sealed, path)) and whole[path]}
    assert len({reader.__name__ for reader in readers.values()}) == 4
    for path, reader in readers.items():
        assert reader(path, whole[path]), path
    for number in range(MUTATIONS):
        path = generator.choice(sorted(readers))
        raw = bytearray(whole[path])
        place = generator.randrange(len(raw))
        raw[place] ^= 1 << generator.randrange(8)
        assert not readers[path](path, bytes(raw)), (number, path, place)


def reader_of(coach: Coach, path: str):
    """What reads a file, and says whether all of it is as it was written."""
    paths, sealing = coach.paths, coach.sealing

    def a_whole_file(path, raw):
        name = os.path.relpath(path, paths.machine if path.startswith(paths.machine) else paths.home)
        name = name if name.startswith(("drafts", "quarantine")) else names[path]
        return is_read(lambda: sealing.open(name, raw))

    def lines(path, raw):
        history = History(os.path.dirname(path), sealing)
        return is_read(lambda: [history._opened(line) for line in raw.split(b"\n")[:-1]]) and raw.endswith(
            b"\n"
        )

    def a_capture(path, raw):
        shutil.rmtree(f"{paths.home}-look", ignore_errors=True)
        os.makedirs(f"{paths.home}-look")
        Path(f"{paths.home}-look", os.path.basename(path)).write_bytes(raw)
        return bool(captured(f"{paths.home}-look", sealing)[0])

    def the_keys(path, raw):
        return is_read(lambda: keys.parsed(raw).check(coach.sealing.master()))

    names = {coach.store.data_files.path_of(name): name for name in coach.store.data_files.names()}
    names |= {copy.path: name for name in coach.store.copies.names() for copy in coach.store.copies.of(name)}
    if path in names or path.startswith((paths.drafts, paths.quarantine)):
        return None if path.endswith(".alive") else a_whole_file
    if path.startswith(paths.history):
        return lines
    if path.startswith(paths.inbox):
        return a_capture
    return the_keys if path in {paths.keys, paths.keys_copy, paths.own_keys} else None


def is_read(read) -> bool:
    try:
        read()
    except (ValueError, DamagedError, ReadOnlyError):
        return False
    return True


def test_a_sealed_file_is_only_taken_under_its_own_name(sealed):
    sealing = sealed.sealing
    raw = files.read(sealed.store.data_files.path_of("2026-11"))
    sealing.open("2026-11", raw)
    for name in ("2026-10", "standing", "drafts/2026-11", "history", "inbox"):
        with pytest.raises(ValueError, match="seal"):
            sealing.open(name, raw)
    with pytest.raises(ValueError, match="seal"):
        sealing.open("2026-11", raw.replace(b"coach sealed 1 ", b"coach sealed 1 9", 1))


def test_the_same_words_never_lie_there_twice_alike(sealed):
    one, other = (sealed.sealing.seal("2026-11", b"the same") for _ in range(2))
    assert one != other
    with pytest.raises(ValueError, match="seal"):
        sealed.sealing.open("2026-11", bytes(other).replace(bytes(other)[20:44], bytes(one)[20:44]))


def test_what_is_not_sealed_is_not_taken_for_the_persons_own(sealed):
    """Somebody who can write to the disk, and does not know the passphrase, cannot put words in."""
    from tests.safety.test_ground import resigned

    path = sealed.store.data_files.path_of("2026-11")
    before = records(sealed)
    plain = bytes(sealed.sealing.open("2026-11", files.read(path)))
    Path(path).write_bytes(resigned(plain.replace(CANARY.encode(), b"put in by somebody")))
    again = build(sealed.paths, sealed.clock, opened(sealed.paths))
    assert records(again) == before, "what is known here stands again"
    assert lying_open(sealed.paths, "put in by somebody") == [], "and theirs is set aside, sealed"
    assert "set aside" in again.folded()
    line = b'{"number": 99, "at": "2026-11-20T09:00:00.000+00:00", "what": "x", "edits": []}'
    with pytest.raises(ValueError, match="sealed"):
        History(sealed.paths.history, sealed.sealing)._opened(with_sum(line).rstrip(b"\n"))


def test_the_keys_ask_for_no_more_than_coach_ever_does(sealed):
    raw = files.read(sealed.paths.keys)
    kept = json.loads(without_sum(raw.rstrip(b"\n")))
    for change in ({"kib": 1 << 40}, {"passes": 1 << 20}, {"kib": 8}, {"passes": 1}, {"salt": "AAAA"}):
        kept["locks"]["passphrase"] = (
            json.loads(without_sum(raw.rstrip(b"\n")))["locks"]["passphrase"] | change
        )
        with pytest.raises(DamagedError):
            keys.parsed(with_sum(json.dumps(kept).encode()))
    with pytest.raises(ReadOnlyError):
        keys.parsed(with_sum(json.dumps(kept | {"format": 2}).encode()))


def test_nobody_else_can_weaken_or_swap_the_keys(sealed):
    """The cost, the state and the public key are signed: changed with a right checksum they are still refused."""
    raw = files.read(sealed.paths.keys)
    for harm in (
        lambda kept: kept["locks"]["passphrase"].update(passes=3),
        lambda kept: kept.update(state="sealing"),
        lambda kept: kept.update(public=kept["mac"]),
    ):
        kept = json.loads(without_sum(raw.rstrip(b"\n")))
        harm(kept)
        forged = with_sum(json.dumps(kept, sort_keys=True).encode())
        Path(sealed.paths.keys).write_bytes(forged)
        Path(sealed.paths.keys_copy).write_bytes(forged)
        Path(sealed.paths.own_keys).write_bytes(forged)
        with pytest.raises(CoachError):
            opened(sealed.paths)
        Path(sealed.paths.keys_copy).write_bytes(raw)
        Path(sealed.paths.own_keys).write_bytes(raw)


def test_lost_or_harmed_keys_have_a_copy(sealed):
    os.unlink(sealed.paths.keys)
    assert records(build(sealed.paths, sealed.clock, opened(sealed.paths))) == records_of_copy(sealed)
    Path(sealed.paths.keys).write_bytes(b"\0" * 400)
    opened(sealed.paths)
    Path(sealed.paths.keys_copy).write_bytes(b"")
    opened(sealed.paths)
    Path(sealed.paths.own_keys).write_bytes(b"")
    with pytest.raises(DamagedError, match="keys"):
        Seals(sealed.paths)
    os.unlink(sealed.paths.keys)
    os.unlink(sealed.paths.keys_copy)
    os.unlink(sealed.paths.own_keys)
    with pytest.raises(DamagedError, match="keys"):
        build(sealed.paths, sealed.clock)


def records_of_copy(coach: Coach):
    return records(build(coach.paths, coach.clock, opened(coach.paths)))


def test_a_backup_opens_with_its_own_passphrase_anywhere(sealed, tmp_path, clock):
    path = str(tmp_path / "b.zip")
    snapshots.back_up(sealed.store, path)
    elsewhere = build(Paths(str(tmp_path / "elsewhere")), clock)
    with pytest.raises(LockedError):
        snapshots.in_backup(elsewhere.store, path)
    with pytest.raises(WrongPassphraseError):
        snapshots.in_backup(elsewhere.store, path, OTHER)
    wanted = snapshots.in_backup(elsewhere.store, path, SECRET)
    snapshots.bring_back(elsewhere.store, wanted, "restored")
    assert lying_open(elsewhere.paths, f"{CANARY} of yesterday")
    assert snapshots.in_backup(sealed.store, path) == snapshots.in_backup(sealed.store, path, SECRET)


def test_everything_that_still_lies_open_is_named(written, tmp_path):
    paths = written.paths
    backup, away = os.path.join(paths.backups, "old.zip"), str(tmp_path / "away.zip")
    for path in (backup, away):
        snapshots.back_up(written.store, path)
    cut = os.path.join(paths.backups, "cut.zip")
    Path(cut).write_bytes(Path(backup).read_bytes()[:-40])
    export = exporting.export(written, Wanted("markdown"), str(tmp_path / "words.md"), Steps(lambda *_: None))
    os.makedirs(paths.packets, mode=0o700, exist_ok=True)
    packet = os.path.join(paths.packets, "2026-11-20-kim.html")
    Path(packet).write_text("a packet")
    written_down.note(written.store, packet)
    stray = os.path.join(paths.data, "2026-11 (conflicted copy).json")
    Path(stray).write_text(CANARY)
    protecting.protect(written.store, SECRET, LEAST)
    found = plain_copies.plain_copies(written.store)
    assert {(each.sort, each.path, each.act) for each in found} == {
        ("backups", backup, "seal"), ("backups", away, "seal"), ("packets", packet, "remove"),
        ("exports", export, "remove"), ("others", stray, None), ("others", cut, None),
    }  # fmt: skip
    wanted = snapshots.in_backup(written.store, backup)
    history = lines_in(backup)
    assert plain_copies.act_on(written.store, found) == []
    assert {each.path for each in plain_copies.plain_copies(written.store)} == {stray, cut}
    assert snapshots.in_backup(written.store, backup) == wanted
    assert [written.sealing.open("history", a2b_base64(line)) for line in lines_in(backup)] == history
    assert not lying_open(paths.backups, "yesterday")


def lines_in(backup: str) -> list[bytes]:
    """The lines of the history in a backup that were kept."""
    with zipfile.ZipFile(backup) as archive:
        raw = [archive.read(name) for name in archive.namelist() if name.startswith("history/")]
    lines = [line for each in raw for line in each.split(b"\n") if line]
    return [without_sum(line) for line in lines if not line.startswith(b"deadbeef")]


def test_nothing_is_removed_that_coach_did_not_write_as_it_is(written, tmp_path):
    """Folders, files that changed since, and whatever a record says of files elsewhere."""
    steps = Steps(lambda *_: None)
    folder = exporting.export(written, Wanted("csv"), str(tmp_path / "tables"), steps)
    Path(folder, "taxes.txt").write_text("my own")
    changed = exporting.export(written, Wanted("markdown"), str(tmp_path / "journal.md"), steps)
    Path(changed).write_text("my own text over it")
    victim = tmp_path / "victim.txt"
    victim.write_text("not of coach at all")
    with written.store.change("a foreign packet") as change:
        fields = {"at": "2026-11-20T09:00:00.000+01:00", "files": [str(victim)]}
        change.edit(Edit("packets", "01a1fd78-0000-7000-8000-00000000000c", None, fields))
    for place in (os.path.join(written.paths.backups, "holiday.zip"), str(tmp_path / "mine.zip")):
        os.makedirs(written.paths.backups, mode=0o700, exist_ok=True)
        written_down.note(written.store, place)
        with zipfile.ZipFile(place, "w") as archive:
            archive.writestr("data/photos.csv", "my own")
    os.mkfifo(os.path.join(written.paths.home, "pipe"))
    protecting.protect(written.store, SECRET, LEAST)
    found = plain_copies.plain_copies(written.store)
    mine = {os.path.join(written.paths.backups, "holiday.zip"), str(tmp_path / "mine.zip")}
    assert {each.path for each in found} == {folder, changed, str(victim), *mine}
    assert {each.act for each in found} == {None}
    plain_copies.act_on(written.store, found)
    assert Path(folder, "taxes.txt").exists()
    assert victim.exists()
    assert Path(changed).exists()


def test_a_short_unlock_ends_by_itself_and_on_request(sealed, tmp_path, monkeypatch):
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    given = {"XDG_RUNTIME_DIR": str(runtime)}
    now = [1000.0]
    monkeypatch.setattr(short_unlock, "since_boot", lambda: now[0])
    short_unlock.remember(sealed.sealing, 10, given)
    assert [path.stat().st_mode & 0o777 for path in (runtime / "coach").iterdir()] == [0o600]
    now[0] += 599
    seals = Seals(sealed.paths)
    assert short_unlock.recall(seals, given)
    assert not seals.is_locked
    now[0] += 2
    assert not short_unlock.recall(Seals(sealed.paths), given)
    assert list((runtime / "coach").iterdir()) == []
    short_unlock.remember(sealed.sealing, 10, given)
    assert short_unlock.forget(Seals(sealed.paths), given)
    assert not short_unlock.recall(Seals(sealed.paths), given)
    short_unlock.remember(sealed.sealing, 10, given)
    monkeypatch.setattr(short_unlock, "_boot", lambda: "another boot")
    assert not short_unlock.recall(Seals(sealed.paths), given)
    for wrong in ({}, {"XDG_RUNTIME_DIR": "relative"}, {"XDG_RUNTIME_DIR": str(tmp_path / "none")}):
        with pytest.raises(CoachError, match="XDG_RUNTIME_DIR"):
            short_unlock.remember(sealed.sealing, 10, wrong)
    runtime.chmod(0o755)
    with pytest.raises(CoachError, match="XDG_RUNTIME_DIR"):
        short_unlock.remember(sealed.sealing, 10, given)


def test_a_guess_costs_what_was_promised():
    cost = protecting.calibrated()
    assert LEAST <= cost <= keys.MOST
    assert cost.kib >= 19 * 1024
    assert cost.passes >= 2


def test_without_the_extra_it_is_said_in_one_line(sealed, tmp_path):
    """As on a machine where libsodium was not installed."""
    hidden = tmp_path / "hidden" / "nacl"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ImportError")
    told = environment(sealed.paths)
    told["PYTHONPATH"] = f"{hidden.parent}{os.pathsep}{ROOT}"
    ran = subprocess.run(
        [sys.executable, "-m", "coach", "list"], env=told, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "pynacl" in ran.stderr
    assert ran.stderr.count("\n") == 1


# What two processes do at once, and what somebody else does to the files


def test_a_passphrase_that_looks_like_a_recovery_code_keeps_nobody_out(written):
    code = recovery.new_code()
    with pytest.raises(UsageError):
        protecting.protect(written.store, code, LEAST)
    master, secret = sodium.random_key(), code.replace("-", " ").lower()
    made = keys.new_keys(master).with_lock(master, "passphrase", recovery.bytes_of(secret), LEAST)
    assert made.opened_by_any(secret)[1] == "passphrase"
    both = made.with_lock(master, "recovery", recovery.secret_of(code), LEAST)
    assert both.opened_by_any(secret)[1] == "recovery"


@pytest.mark.parametrize("at", ["remove_keys", "write_keys"])
def test_a_capture_while_protection_is_taken_off_is_not_lost(sealed, monkeypatch, at):
    """At its beginning, and at the very last moment; and by one that already held the public key."""
    held = for_captures(sealed.paths)
    real = getattr(keys, at)
    left: list[str] = []

    def meanwhile(*given):
        if not left:
            record_id, fields = new_entry(sealed.clock, "just before")
            capture(sealed.paths.inbox, record_id, fields, for_captures(sealed.paths))
            other, more = new_entry(sealed.clock, "with the key in hand")
            capture(sealed.paths.inbox, other, more, held)
            left.extend((record_id, other))
        real(*given)

    monkeypatch.setattr(keys, at, meanwhile)
    protecting.unprotect(sealed.store)
    late, fields = new_entry(sealed.clock, "after it")
    capture(sealed.paths.inbox, late, fields, held)
    again = build(sealed.paths, sealed.clock)
    texts = {again.journal.get(each).text for each in (*left, late)}
    assert texts == {"just before", "with the key in hand", "after it"}
    assert again.store.damage.error() is None


def test_a_letter_nobody_can_open_blocks_nothing(sealed):
    held = for_captures(sealed.paths)
    protecting.unprotect(sealed.store)
    raw = with_sum(seal_line(held, "inbox", b'{"what": "x"}'))
    Path(sealed.paths.inbox, "01a1fd78-0000-7000-8000-00000000000d.json").write_bytes(raw)
    again = build(sealed.paths, sealed.clock)
    again.journal.write("life goes on")
    assert len(again.store.damage.captures) == 1


def test_a_draft_while_protection_comes_or_goes_is_not_lost(written, monkeypatch):
    def between(act):
        """Another process acts after the draft was sealed, or not, and before it lies there."""
        real = files.write_atomically
        done: list[str] = []

        def writing(path, content):
            if path.endswith("late.md") and not done:
                done.append(path)
                act()
            real(path, content)

        monkeypatch.setattr(files, "write_atomically", writing)

    other = build(written.paths, written.clock)
    between(lambda: protecting.protect(written.store, SECRET, LEAST))
    other.drafts.keep("late", "a text on its way")
    unlocked = build(written.paths, written.clock, opened(written.paths))
    assert unlocked.drafts.read("late") == "a text on its way"
    unlocked.journal.write("the first change after it")
    assert lying_open(written.paths, "a text on its way") == []
    between(lambda: protecting.unprotect(written.store))
    unlocked.drafts.keep("late", "another text")
    assert build(written.paths, written.clock).drafts.read("late") == "another text"


@pytest.mark.parametrize(
    "harm", [{"state": "opening"}, {"state": "sealing"}, {"format": 9}, {"public": "AAAA"}]
)
def test_a_session_that_is_open_believes_nothing_it_did_not_check(sealed, harm):
    """A forged file is refused each time it is looked at, and nothing is written in the open meanwhile."""
    raw = files.read(sealed.paths.keys)
    kept = json.loads(without_sum(raw.rstrip(b"\n"))) | harm
    for path in (sealed.paths.keys, sealed.paths.keys_copy, sealed.paths.own_keys):
        Path(path).write_bytes(with_sum(json.dumps(kept, sort_keys=True).encode()))
    for _ in range(3):
        for act in (
            sealed.store.refresh,
            lambda: sealed.journal.write("Rotkehlchen"),
            lambda: sealed.drafts.keep("new-entry", "Rotkehlchen"),
        ):
            with pytest.raises(CoachError):
                act()
    assert lying_open(sealed.paths) == []
    assert lying_open(sealed.paths, "Rotkehlchen") == []
    Path(sealed.paths.keys).write_bytes(raw)
    sealed.journal.write("Rotkehlchen")


def test_a_session_whose_keys_are_gone_writes_nothing_in_the_open(sealed):
    for path in (sealed.paths.keys, sealed.paths.keys_copy, sealed.paths.own_keys):
        os.unlink(path)
    for _ in range(2):
        with pytest.raises(CoachError):
            sealed.drafts.keep("new-entry", "Rotkehlchen")
    with pytest.raises(DamagedError):
        Seals(sealed.paths)
    assert lying_open(sealed.paths, "Rotkehlchen") == []


def test_with_one_of_its_two_files_protection_holds_and_mends_itself(sealed):
    for lost in (sealed.paths.keys, sealed.paths.keys_copy):
        os.unlink(lost)
        capture(sealed.paths.inbox, *new_entry(sealed.clock, "Rotkehlchen"), for_captures(sealed.paths))
        assert lying_open(sealed.paths, "Rotkehlchen") == []
        again = build(sealed.paths, sealed.clock, opened(sealed.paths))
        again.journal.write("x")
        assert files.read(sealed.paths.keys) == files.read(sealed.paths.keys_copy)
    Path(sealed.paths.keys).write_bytes(b"harmed")
    again = build(sealed.paths, sealed.clock, opened(sealed.paths))
    snapshots.back_up(again.store, os.path.join(sealed.paths.backups, "b.zip"))
    assert snapshots.in_backup(build(Paths(sealed.paths.home + "2"), sealed.clock).store,
                               os.path.join(sealed.paths.backups, "b.zip"), SECRET)  # fmt: skip


def test_a_copy_of_the_keys_that_cannot_be_written_fails_nothing(sealed, monkeypatch):
    real = files.write_atomically

    def full(path, content):
        if path == sealed.paths.keys_copy:
            raise OSError(28, "No space left on device", path)
        real(path, content)

    monkeypatch.setattr(files, "write_atomically", full)
    protecting.change(sealed.store, OTHER)
    code = with_recovery(sealed)
    monkeypatch.setattr(files, "write_atomically", real)
    for secret in (OTHER, code):
        opened(sealed.paths, secret)
    with pytest.raises(WrongPassphraseError):
        opened(sealed.paths, SECRET)
    build(sealed.paths, sealed.clock, opened(sealed.paths, OTHER)).journal.write("x")
    os.unlink(sealed.paths.keys)
    opened(sealed.paths, code)


def test_nothing_is_sealed_with_keys_that_were_wiped(sealed):
    held = sealed.sealing.held()
    sealed.sealing.lock()
    for act in (
        lambda: held.seal("2026-11", b"x", 0),
        lambda: held.open("2026-11", files.read(sealed.store.data_files.path_of("2026-11"))),
    ):
        with pytest.raises(LockedError):
            act()


def test_what_others_left_between_our_files_stops_nothing(written):
    for folder in ("copies", "copies/2026-11", "history", "drafts", "quarantine", "data"):
        for place in (written.paths.home, written.paths.machine):
            os.makedirs(os.path.join(place, folder, "@eaDir"), exist_ok=True)
    Path(written.paths.copies, ".DS_Store").write_bytes(b"\0")
    Path(written.paths.drafts, "note.txt").write_text("of somebody else")
    Path(written.paths.drafts, "entry (conflict).json").write_text("not even JSON")
    before = records(written)
    protecting.protect(written.store, SECRET, LEAST)
    assert records(build(written.paths, written.clock, opened(written.paths))) == before
    protecting.unprotect(written.store)
    assert records(build(written.paths, written.clock)) == before


def test_what_was_half_written_anywhere_is_swept(written):
    written.journal.write("the store has swept once already")
    for folder in ("data/2026", "copies/2026-11", "copies/standing", "history", "inbox", "drafts"):
        for place in (written.paths.home, written.paths.machine):
            if (there := Path(place, folder)).is_dir():
                (there / f".x.999999999-ab{files.TEMPORARY}").write_text(CANARY)
    protecting.protect(written.store, SECRET, LEAST)
    assert lying_open(written.paths) == []


def test_what_was_set_aside_can_be_read_again(sealed):
    path = sealed.store.data_files.path_of("2026-11")
    whole = sealed.sealing.open("2026-11", files.read(path))
    sealed.store.damage.found("2026-11", DamagedError("as if"))
    aside = repair.apply(sealed.store, repair.offer(sealed.store, "2026-11"))
    assert aside
    assert lying_open(sealed.paths) == []
    protecting.unprotect(sealed.store)
    assert files.read(aside) == whole


def test_a_public_key_that_is_none_keeps_no_capture(sealed):
    raw = files.read(sealed.paths.keys)
    for public in ("", "AAAA", keys._text(bytes(32))):
        kept = json.loads(without_sum(raw.rstrip(b"\n"))) | {"public": public}
        for path in (sealed.paths.keys, sealed.paths.keys_copy, sealed.paths.own_keys):
            Path(path).write_bytes(with_sum(json.dumps(kept, sort_keys=True).encode()))
        with pytest.raises(DamagedError):
            for_captures(sealed.paths)


def test_another_passphrase_ends_a_short_unlock(sealed, tmp_path, monkeypatch):
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    for act in (lambda: protecting.change(sealed.store, OTHER), lambda: protecting.unprotect(sealed.store)):
        short_unlock.remember(sealed.sealing, 10, os.environ)
        act()
        assert list((tmp_path / "run" / "coach").iterdir()) == []


def test_files_that_a_tool_made_one_stay_two(written):
    """Equal files linked together to save room are sealed under two names."""
    one, other = (written.drafts.keep(name, "the same words") for name in ("one", "other"))
    os.unlink(other)
    os.link(one, other)
    protecting.protect(written.store, SECRET, LEAST)
    again = build(written.paths, written.clock, opened(written.paths))
    assert [again.drafts.read(name) for name in ("one", "other")] == ["the same words"] * 2


def test_a_backup_that_is_a_link_is_sealed_where_it_lies(written, tmp_path):
    away = str(tmp_path / "away.zip")
    snapshots.back_up(written.store, os.path.join(written.paths.backups, "b.zip"))
    os.rename(os.path.join(written.paths.backups, "b.zip"), away)
    os.symlink(away, os.path.join(written.paths.backups, "b.zip"))
    protecting.protect(written.store, SECRET, LEAST)
    plain_copies.act_on(written.store, plain_copies.plain_copies(written.store))
    assert snapshots.is_sealed_backup(away)
    assert os.path.islink(os.path.join(written.paths.backups, "b.zip"))


@pytest.mark.parametrize("which", ["keys", "keys_copy"])
def test_keys_of_another_time_lock_nobody_out(written, which):
    """A sync tool brings one of the two files back from an earlier protection, with the same passphrase."""
    protecting.protect(written.store, SECRET, LEAST)
    old = files.read(written.paths.keys)
    protecting.unprotect(written.store)
    protecting.protect(written.store, SECRET, LEAST)
    before = records(written)
    Path(getattr(written.paths, which)).write_bytes(old)
    again = build(written.paths, written.clock, opened(written.paths))
    assert records(again) == before
    again.journal.write("life goes on")
    protecting.change(again.store, OTHER)
    assert files.read(written.paths.keys) == files.read(written.paths.keys_copy)
    assert build(written.paths, written.clock, opened(written.paths, OTHER)).frames.current()
    assert [name for name in os.listdir(written.paths.quarantine) if name.startswith("keys-")]


def test_what_nobody_can_open_does_not_hold_protection_on(sealed):
    sealed.drafts.keep("today", "a text")
    for path in (sealed.drafts.path("today"), sealed.paths.written):
        Path(path).write_bytes(b"coach sealed 1 0\n" + bytes(60))
    protecting.unprotect(sealed.store)
    again = build(sealed.paths, sealed.clock)
    again.journal.write("life goes on")
    assert not again.sealing.is_on


def test_keys_that_are_gone_are_noticed_whatever_the_history_looks_like(sealed):
    Path(sealed.paths.history, "0000009999.jsonl").write_bytes(b"")
    for path in (sealed.paths.keys, sealed.paths.keys_copy, sealed.paths.own_keys):
        os.unlink(path)
    with pytest.raises(DamagedError, match="keys"):
        Seals(sealed.paths)
