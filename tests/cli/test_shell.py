"""The shell as people and scripts use it: words in, lines or JSON out, an exit code."""

from __future__ import annotations

import errno
import json
import os
import re
import shlex
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.__main__ import main
from coach.cli.main import load
from coach.core.record import MODES
from coach.journal import command as add
from coach.journal.records import Entry
from coach.practices import commands
from coach.store.history import Edit
from tests.helpers import ROOT, process

NAMES = [name for named in commands().values() for name in named]

EMPTY = ("", " ", "\n", "\t \n")


def test_an_entry_is_added_listed_and_shown(shell):
    said = shell("add", "Walked", "before", "mail", "--tag", "walk,#early", "--mode", "leading", "--share")
    assert (said.code, said.out) == (0, "")
    assert re.fullmatch(r"Saved [0-9a-f]{6} at 09:00\.\n", said.err)
    (entry,) = shell.entries()
    assert entry["text"] == "Walked before mail"
    assert entry["tags"] == ["walk", "early"]
    assert (entry["mode"], entry["share"], entry["source"]) == ("leading", True, "shell")
    assert entry["at"] == "2026-11-20T09:00:00.000+01:00"
    assert entry["zone"] == "Europe/Berlin"
    listed = shell("list")
    assert listed.out == (
        f"Fri 20 Nov\n  {entry['id'][-12:-6]}  09:00  Walked before mail  #walk  #early  leading  shared\n"
    )
    shown = shell("show", entry["id"][-12:-8])
    assert shown.out.splitlines()[0].endswith(
        "Fri 20 Nov, 09:00  Europe/Berlin  #walk  #early  leading  shared"
    )
    assert shown.out.endswith("\n\nWalked before mail\n")
    assert shell("show", entry["id"], "--json").json == entry


@pytest.mark.parametrize(
    "text",
    [
        "-dash", "--", "-3d", "--tag", "a 'single' and \"double\"", "line\nline\r\nline", "👩‍👩‍👧 🇩🇪 e\u0301",
        "\x1b[31mred\x1b]52;c;AAAA\x07", "[/bold] [@click=app.quit]x[/]", "\u202eevil", "\ud800", "help", "trail ",
    ],
)  # fmt: skip
def test_text_is_stored_exactly(shell, text):
    assert shell("add", "--", text).code == 0
    assert [entry["text"] for entry in shell.entries()] == [text]
    assert "\x1b" not in shell("list").out
    assert "\x1b" not in shell("show", shell.ref(text)).out
    assert "\x1b" not in shell("undo", "--list").out


@given(text=st.text(min_size=1).filter(lambda text: text.strip() and not text.endswith("\n")))
@settings(max_examples=40)
def test_piped_text_is_stored_exactly(tmp_path_factory, text):
    """Through the very functions `coach add` calls; a process for each would take minutes."""
    from coach.drafts import text_of, without_last_line_end

    assert without_last_line_end(text_of(text.encode() + b"\n")) == text
    assert without_last_line_end(text_of(text.encode())) == text


def test_text_comes_from_a_pipe(shell):
    assert shell("add", "--tag", "x", stdin=b"from a pipe\nsecond line\n").code == 0
    assert shell("add", stdin=b"caf\xe9 in another encoding").code == 0
    assert [entry["text"] for entry in shell.entries()] == [
        "caf\udce9 in another encoding",
        "from a pipe\nsecond line",
    ]


def test_ten_megabytes_are_stored_exactly(shell):
    text = "ünïcode [/] \x1b[2J\n" * 600_000
    assert shell("add", stdin=text.encode() + b"\n").code == 0
    assert [entry["text"] for entry in shell.entries()] == [text]
    assert len(shell("list").out) < 400


@pytest.mark.parametrize("text", EMPTY)
def test_an_empty_text_is_refused(shell, text):
    for said in (shell("add", text), shell("add", stdin=text.encode())):
        assert said.code == 2
        assert said.err == "coach: there is no text to keep.\n"
    assert shell("list").code == 10


def test_help_is_never_an_entry(shell):
    for words in (
        ["help"],
        ["--help"],
        ["-h"],
        ["help", "add"],
        ["add", "--help"],
        ["--version"],
        ["version"],
    ):
        said = shell(*words)
        assert said.code == 0
        assert said.out
    assert shell("list").code == 10


def test_a_slip_suggests_and_saves_nothing(shell):
    said = shell("lsit")
    assert (said.code, said.out) == (2, "")
    assert "Did you mean `coach list`?" in said.err
    assert "Did you mean --tag?" in shell("add", "--tga", "x", "text").err
    assert "behind --" in shell("add", "-text").err
    assert shell("today is a good day").code == 2
    assert shell("add", "x", "--mode", "bossing").code == 2
    assert shell("--hmoe", "x").code == 2
    assert shell("list").code == 10


def test_when_it_happened_is_read_and_said_back(shell):
    assert "for Thu 19 Nov, 21:30." in shell("add", "x", "--at", "yesterday 21:30").err
    assert "for Tue 17 Nov, 12:00." in shell("add", "y", "--at", "-3d").err
    assert "for Fri 1 Mar 2024, 12:00." in shell("add", "z", "--at", "1 march 2024").err
    refused = shell("add", "lost?", "--at", "31 february")
    assert refused.code == 2
    assert "cannot read “31 february”" in refused.err
    assert [entry["at"][:10] for entry in shell.entries()] == ["2026-11-19", "2026-11-17", "2024-03-01"]


def test_a_date_is_never_taken_out_of_the_text(shell):
    shell("add", "yesterday: call mum at 9pm, -3d")
    assert shell.entries()[0]["text"] == "yesterday: call mum at 9pm, -3d"
    assert shell.entries()[0]["at"].startswith("2026-11-20T09:00")


def test_lists_are_filtered_and_limited(shell):
    for day in range(1, 15):
        shell("add", f"day {day}", "--at", f"2026-11-{day:02}", "--tag", "odd" if day % 2 else "even")
    assert len(re.findall("day ", shell("list").out)) == 10
    assert "--all" in shell("list").err
    assert len(re.findall("day ", shell("list", "entries", "--all").out)) == 14
    assert len(shell("list", "--json").json) == 14
    assert [entry["text"] for entry in shell("list", "-n", "2", "--json").json] == ["day 14", "day 13"]
    assert (
        len(shell("list", "--tag", "odd", "--since", "2026-11-05", "--until", "2026-11-09", "--json").json)
        == 3
    )
    read = shell("list", "--since", "-7d", "--json")
    assert len(read.json) == 2
    assert read.err == "From Fri 13 Nov.\n"
    assert len(shell("list", "--since", "2026-11", "--until", "2026-11", "--json").json) == 14
    assert shell("list", "--since", "2026-12", "--json").json == []
    assert "Nothing fits." in shell("list", "--until", "2025").err
    assert shell("list", "--since", "2026-11-09", "--until", "2026-11-05").code == 2
    assert shell("list", "-n", "0").code == 2
    assert shell("list", "dragons").code == 2


def test_what_is_written_at_night_belongs_to_the_day_before(shell):
    shell("add", "late", "--at", "2026-11-01 02:00")
    assert shell("list", "--until", "2026-10-31", "--json").json[0]["text"] == "late"
    assert shell("list").out.startswith("Sat 31 Oct\n")
    shell("config", "day_ends", "01:00")
    assert shell("list").out.startswith("Sun 1 Nov\n")


def test_search_finds_marks_and_counts(shell, monkeypatch):
    shell("add", "Café on the corner")
    shell("add", "x" * 300 + " and the cafe at its very end, after all those letters")
    said = shell("search", "CAFE")
    assert said.err == "2 found.\n"
    assert "Café on the corner" in said.out
    assert "…" in said.out
    assert "\x1b" not in said.out
    assert [len(entry["text"]) for entry in shell("search", "cafe", "--json").json] == [354, 18]
    monkeypatch.setattr("coach.shell.shell._is_terminal", lambda _: True)
    assert "\x1b[1;4mCafé\x1b[0m on" in shell("search", "cafe").out
    monkeypatch.undo()


def test_search_without_a_match_says_so(shell):
    assert shell("search", "x").code == 10
    shell("add", "something")
    said = shell("search", "nothing")
    assert (said.code, said.out, said.err) == (3, "", "Nothing contains all of that.\n")
    assert shell("search", " ").code == 2


def test_references_are_resolved_or_refused_with_candidates(shell, monkeypatch):
    noise = iter([b"\0" * 6 + bytes([0xAB, each]) for each in range(9)])
    urandom = os.urandom
    monkeypatch.setattr(
        "coach.core.ids.os.urandom", lambda count: next(noise) if count == 8 else urandom(count)
    )
    for number in range(3):
        shell("add", f"entry {number}")
    ambiguous = shell("show", "0000")
    assert ambiguous.code == 3
    assert "could be 00000000ab00, 00000000ab01, 00000000ab02" in ambiguous.err
    assert "entry 1" in shell("show", "00000000AB01").out
    for reference in ("ffff", "zz", "12", "../../etc", "00000000-0000-7000-8000-000000000000", "", ".*.*"):
        assert shell("show", reference).code == 3
        assert shell("delete", reference).code == 3


def test_delete_undo_and_redo(shell):
    shell("add", "first")
    shell("add", "second")
    assert "`coach undo` brings it back" in shell("delete", shell.ref("first")).err
    assert [entry["text"] for entry in shell.entries()] == ["second"]
    listed = shell("undo", "--list").out.splitlines()
    assert "deleted entry “first”  → undo brings it back" in listed[0]
    assert "→ undo removes it" in listed[1]
    assert shell("undo").err == "Taken back: deleted entry “first”. `coach redo` makes it so again.\n"
    assert len(shell.entries()) == 2
    assert shell("redo").err == "Redone: deleted entry “first”.\n"
    assert len(shell.entries()) == 1
    for _ in range(3):
        assert shell("undo").code == 0
    assert shell.entries() == []
    assert shell("undo").code == 3
    assert shell("undo", "--list").code == 10


def test_undo_of_nothing_in_a_new_home(shell):
    assert shell("undo").code == 10
    assert shell("undo", "--list").code == 10
    assert shell("redo").code == 10
    assert shell("restore").code == 10
    assert shell("backup").code == 10


def editor(tmp_path, script: str) -> str:
    path = tmp_path / "editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return str(path)


def test_edit_hands_the_text_to_the_editor_and_takes_it_back(shell, tmp_path, monkeypatch, paths):
    shell("add", "before\nsecond line")
    seen = tmp_path / "seen"
    script = f'stat -c "%a %n" "$1" > {seen}; cp "$1" {seen}.text; printf "after\\n" > "$1"'
    monkeypatch.setenv("EDITOR", editor(tmp_path, script))
    assert shell("edit", shell.ref("before\nsecond line")).code == 0
    mode, place = seen.read_text().split()
    assert mode == "600"
    assert place.startswith(paths.drafts)
    assert Path(f"{seen}.text").read_text() == "before\nsecond line\n"
    (entry,) = shell.entries()
    assert entry["text"] == "after"
    assert entry["updated"]
    assert not Path(place).exists()
    assert "restores the earlier version" in shell("undo", "--list").out
    shell("undo")
    assert shell.entries()[0]["text"] == "before\nsecond line"


def test_an_editor_that_changes_nothing_changes_nothing(shell, tmp_path, monkeypatch):
    shell("add", "as it is")
    monkeypatch.setenv("VISUAL", editor(tmp_path, "exit 0"))
    assert shell("edit", shell.ref("as it is")).err == "Nothing was changed.\n"
    assert shell.entries()[0]["updated"] is None


def test_a_dying_editor_loses_no_text(shell, tmp_path, monkeypatch, paths):
    shell("add", "before")
    reference = shell.ref("before")
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'printf "long thoughts" > "$1"; kill -9 $$'))
    died = shell("edit", reference)
    assert died.code == 1
    assert len(died.err.splitlines()) == 1
    (draft,) = os.listdir(paths.drafts)
    assert os.path.join(paths.drafts, draft) in died.err
    assert shell.entries()[0]["text"] == "before"
    assert draft in shell("doctor").out
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'printf ", and more" >> "$1"'))
    taken_up = shell("edit", reference)
    assert "left off" in taken_up.err
    assert shell.entries()[0]["text"] == "long thoughts, and more"
    assert os.listdir(paths.drafts) == []


def test_busy_data_loses_no_edited_text(shell, tmp_path, monkeypatch, paths, coach):
    shell("add", "before")
    reference = shell.ref("before")
    monkeypatch.setattr("coach.store.store.Lock", lambda path, _patience: Quick(path))
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'printf "after" > "$1"'))
    with coach.store.repairing():
        busy = shell("edit", reference)
    assert busy.code == 11
    assert paths.drafts in busy.err
    assert shell("edit", reference).code == 0
    assert shell.entries()[0]["text"] == "after"


def Quick(path):  # noqa: N802 - stands in for a class
    from coach.store.lock import Lock

    return Lock(path, patience=0.05)


def test_an_entry_changed_elsewhere_meanwhile_is_not_written_over(shell, tmp_path, monkeypatch, paths, coach):
    shell("add", "before")
    reference = shell.ref("before")
    monkeypatch.setenv("EDITOR", editor(tmp_path, f'printf mine > "$1"; {undo_command(paths)}'))
    met = shell("edit", reference)
    assert met.code == 1
    assert "changed elsewhere" in met.err
    (draft,) = re.findall(r"Your text is in (\S+)\. ", met.err)
    assert Path(draft).read_text() == "mine"
    assert shell.entries() == []


def undo_command(paths) -> str:
    import sys

    return (
        f"PYTHONPATH={ROOT} COACH_HOME={shlex.quote(paths.home)} {sys.executable} -m coach undo 2>/dev/null"
    )


def test_an_editor_that_is_not_there_is_named(shell, monkeypatch, paths):
    shell("add", "x")
    monkeypatch.setenv("EDITOR", "no-such-editor --wait")
    said = shell("edit", shell.ref("x"))
    assert said.code == 1
    assert "'no-such-editor'" in said.err
    assert os.listdir(paths.drafts) == []


def test_add_opens_the_editor_when_nothing_else_gives_a_text(shell, tmp_path, monkeypatch):
    monkeypatch.setattr("coach.shell.shell.Shell.piped_text", lambda _: None)
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'printf "from the editor\\n" > "$1"'))
    assert shell("add", "--tag", "x").code == 0
    assert [entry["text"] for entry in shell.entries()] == ["from the editor"]
    monkeypatch.setenv("EDITOR", editor(tmp_path, "true"))
    assert shell("add").code == 2
    assert shell("doctor").code == 0


def test_restore_previews_then_brings_back_then_undoes(shell, paths):
    shell("add", "kept")
    shell("list")
    shell("add", "later")
    shell("list")
    shell("delete", shell.ref("kept"))
    moments = shell("restore")
    assert [line.split()[0] for line in moments.out.splitlines()] == ["3", "2", "1"]
    preview = shell("restore", "1")
    assert preview.code == 0
    assert "1 would be back" in preview.out
    assert "1 would be gone" in preview.out
    assert "--yes" in preview.err
    assert [entry["text"] for entry in shell.entries()] == ["later"]
    assert shell("restore", "1", "--yes").code == 0
    assert [entry["text"] for entry in shell.entries()] == ["kept"]
    assert "nothing would change" in shell("restore", "1").out
    assert shell("undo").code == 0
    assert [entry["text"] for entry in shell.entries()] == ["later"]
    assert shell("restore", "99").code == 3
    assert shell("restore", "2020-01-01").code == 3
    assert shell("restore", "1", "--json").json["back"]


def test_a_zip_that_is_no_backup_brings_nothing_back(shell, tmp_path):
    shell("add", "kept")
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.txt", "x")
    said = shell("restore", str(path), "--yes")
    assert said.code == 13
    assert "no backup of coach" in said.err
    assert [entry["text"] for entry in shell.entries()] == ["kept"]


def test_what_goes_out_is_written_over_nothing_of_coachs_and_over_nobodys_file_unasked(
    shell, paths, tmp_path
):
    shell("add", "kept")
    shell("list")
    own = f"{paths.data}/2026/2026-11.json"
    before = Path(own).read_bytes()
    for place in (own, f"{paths.history}/0000000001.jsonl", paths.keys, paths.config, f"{paths.home}/x.json"):
        for way in (("export", "-o"), ("season", "--calendar")):
            said = shell(*way, place, "--force")
            assert (said.code, "where coach keeps your data" in said.err) == (2, True), way
    assert Path(own).read_bytes() == before
    mine = tmp_path / "mine.ics"
    mine.write_text("my own")
    for words in (("export", "-o", str(mine)), ("season", "--calendar", str(mine))):
        said = shell(*words)
        assert (said.code, "--force" in said.err, mine.read_text()) == (1, True, "my own"), words
    assert shell("export", "-o", str(mine), "--force").code == 0
    assert shell("export", "-o", str(mine)).code == 0, "what coach wrote itself is written anew"
    mine.write_text("edited since")
    assert shell("export", "-o", str(mine)).code == 1


def test_a_backup_goes_to_another_home_and_comes_back(shell, paths, tmp_path):
    shell("add", "precious")
    path = shell("backup").out.strip()
    assert path == os.path.join(paths.backups, "coach-2026-11-20-090000.zip")
    assert os.stat(path).st_mode & 0o777 == 0o600
    assert shell("backup").code == 1
    other = str(tmp_path / "other")
    assert shell("--home", other, "add", "already here").code == 0
    assert shell("restore", path, "--yes", "--home", other).code == 0
    assert [entry["text"] for entry in shell("list", "--json", "--home", other).json] == ["precious"]
    assert shell("--home", other, "undo").code == 0
    assert [entry["text"] for entry in shell("list", "--json", "--home", other).json] == ["already here"]
    raw = Path(path).read_bytes()
    for harmed in (raw[: len(raw) // 2], raw.replace(b"data/", b"dada/"), b"", b"PK"):
        Path(path).write_bytes(harmed)
        assert shell("restore", path, "--yes").code in {0, 13}
        assert [entry["text"] for entry in shell.entries()] in (["precious"], [])


def test_the_doctor_says_what_it_finds_without_a_home_and_on_a_read_only_disk(shell, paths, monkeypatch):
    said = shell("doctor")
    assert (said.code, paths.home in said.out) == (0, True)
    assert "lock" not in said.out + said.err
    assert not os.path.exists(paths.home)
    shell("add", "a walk")
    shell("list")
    real = os.open

    def read_only(path, flags, *more, **named):
        if path == paths.lock:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", read_only)
    said = shell("doctor")
    assert said.code == 0
    assert "1 record read and checked" in said.out
    assert "nothing can be written here: the disk is read-only" in said.out


@pytest.mark.parametrize("harm", [b"", b"{", b"Dear diary", b"\0" * 300, b"[]", b'{"_meta": 1}'])
def test_a_damaged_file_is_one_line_and_the_doctor_helps(shell, paths, harm):
    shell("add", "october", "--at", "2026-10-01")
    shell("add", "november")
    assert len(shell.entries()) == 2
    month = Path(paths.data) / "2026" / "2026-11.json"
    month.write_bytes(harm)
    listed = shell("list", "--json")
    assert listed.code == 13
    assert [entry["text"] for entry in listed.json] == ["october"]
    assert listed.err.count("\n") == 1
    assert "2026-11 is damaged" in listed.err
    for words in (["undo"], ["delete", listed.json[0]["id"]], ["backup"], ["restore", "1", "--yes"]):
        refused = shell(*words)
        assert refused.code == 13, words
        assert refused.err.count("\n") == 1
    assert shell("add", "caught meanwhile").code == 0
    assert month.read_bytes() == harm
    assert "DAMAGED" in shell("doctor").out
    assert shell("doctor").code == 13
    asked = shell("doctor", "--repair")
    assert "nothing is missing" in asked.err
    assert asked.code == 13
    assert month.read_bytes() == harm
    assert shell("doctor", "--repair", "--yes").code == 0
    assert {entry["text"] for entry in shell.entries()} == {"october", "november", "caught meanwhile"}
    (aside,) = os.listdir(paths.quarantine)
    assert (Path(paths.quarantine) / aside).read_bytes() == harm


def test_a_deleted_file_is_missing_not_new(shell, paths):
    shell("add", "november")
    shell("list")
    (Path(paths.data) / "2026" / "2026-11.json").unlink()
    said = shell("list")
    assert said.code == 13
    assert "2026-11 is missing" in said.err
    assert shell("doctor", "--repair", "2026-11", "--yes").code == 0
    assert [entry["text"] for entry in shell.entries()] == ["november"]


def test_a_file_changed_by_hand_is_taken_as_it_stands_when_told(shell, paths):
    shell("add", "typed")
    shell("list")
    month = Path(paths.data) / "2026" / "2026-11.json"
    month.write_text(month.read_text().replace("typed", "by hand"))
    assert shell("list").code == 13
    assert shell("doctor", "--accept", "2026-11").code == 0
    assert [entry["text"] for entry in shell.entries()] == ["by hand"]
    assert shell("doctor", "--accept", "2020-01").code == 3
    assert shell("doctor", "--repair", "2026-11").code == 2


def test_rights_given_to_others_are_seen_and_taken_back(shell, paths):
    shell("add", "private")
    shell("list")
    month = Path(paths.data) / "2026" / "2026-11.json"
    month.chmod(0o644)
    assert "can be read by others" in shell("doctor").out
    shell("doctor", "--repair", "rights")
    assert month.stat().st_mode & 0o777 == 0o600


def test_a_home_that_is_a_file_is_one_line(shell, tmp_path):
    (tmp_path / "file").write_text("mine")
    for words in (["list"], ["add", "x"], ["undo"], ["doctor"], ["backup"], ["search", "x"]):
        said = shell("--home", str(tmp_path / "file"), *words)
        assert said.code == 1, words
        assert said.err.count("\n") == 1
    assert (tmp_path / "file").read_text() == "mine"


def test_a_home_without_permission_is_one_line(shell, paths, monkeypatch):
    shell("add", "x")
    refused = PermissionError(13, "Permission denied", paths.home)

    def refuse(*_, **__):
        raise refused

    for name in ("listdir", "open", "mkdir"):
        monkeypatch.setattr(os, name, refuse)
    for words in (["list"], ["add", "y"], ["undo"]):
        said = shell(*words)
        assert said.code == 1, words
        assert said.err.count("\n") == 1
        assert "no permission" in said.err


def test_a_capture_that_fails_gives_the_text_back(shell, paths, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("coach.store.files.sync", refuse)
        for said in (shell("add", "precious -- words"), shell("add", stdin=b"precious -- words\n")):
            assert said.code == 1
            assert said.out == "precious -- words\n"
            assert "the disk is full" in said.err
            assert said.err.count("\n") == 1
    monkeypatch.setattr("coach.shell.shell.Shell.piped_text", lambda _: None)
    monkeypatch.setenv(
        "EDITOR",
        editor(tmp_path, f'echo "from the editor" > "$1"; rm -rf {paths.inbox}; touch {paths.inbox}'),
    )
    failed = shell("add")
    assert failed.code == 1
    assert failed.out == ""
    assert "new-entry.md" in failed.err
    Path(paths.inbox).unlink()
    monkeypatch.setenv("EDITOR", "true")  # left without saving
    assert shell("add").code == 1
    assert shell("list").code == 10
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'echo "from the editor" > "$1"'))
    assert "left off" in shell("add").err
    assert shell.entries()[0]["text"] == "from the editor"


def test_a_kept_draft_is_nobody_elses_to_clear(shell, tmp_path, monkeypatch, paths):
    with monkeypatch.context() as person:
        person.setattr("coach.shell.shell.Shell.piped_text", lambda _: None)
        person.setenv("EDITOR", editor(tmp_path, 'echo precious > "$1"; exit 1'))
        assert shell("add").code == 1
    assert shell("add", stdin=b"piped").code == 0
    assert (Path(paths.drafts) / "new-entry.md").read_text() == "precious\n"


def test_a_draft_of_an_earlier_text_is_not_put_over_a_newer_one(shell, tmp_path, monkeypatch, coach):
    shell("add", "first text")
    reference = shell.ref("first text")
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'echo "old draft" > "$1"; exit 1'))
    assert shell("edit", reference).code == 1
    coach.store.refresh()
    coach.journal.change(coach.journal.find(reference), text="newer text from the app")
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'echo "and more" >> "$1"'))
    said = shell("edit", reference)
    assert "A draft that began with an earlier text" in said.err
    assert shell.entries()[0]["text"] == "newer text from the app\nand more"


def test_dashes_inside_a_text_belong_to_it(shell):
    shell("add", "walked", "--", "twice", "--tag", "as", "clear", "--")
    shell("add", "--tag", "x", "--", "--", "-3d")
    assert [(entry["text"], entry["tags"]) for entry in shell.entries()] == [
        ("-- -3d", ["x"]),
        ("walked -- twice --tag as clear --", []),
    ]


def test_options_of_the_list_of_undo_do_not_undo(shell):
    shell("add", "x")
    for words in (["undo", "-n", "2"], ["undo", "--json"]):
        assert shell(*words).code == 2
    assert len(shell.entries()) == 1


def test_a_slip_in_the_settings_keeps_nobody_from_their_words(shell, paths):
    shell("add", "x")
    Path(paths.config).write_text("day_ends = ")
    said = shell("list", "--json")
    assert said.code == 0
    assert len(said.json) == 1
    assert "Until then the defaults hold" in said.err
    assert shell("config").code == 1
    assert shell("add", "--at", "yesterday", "y").code == 0
    assert Path(paths.config).read_text() == "day_ends = "


def test_the_night_counts_to_the_day_before_and_says_so(shell):
    assert (
        "for Thu 19 Nov, 02:30 (counts to Wed 18 Nov)." in shell("add", "x", "--at", "2026-11-19 02:30").err
    )
    assert "(counts to Wed 18 Nov)" in shell("show", shell.ref("x")).out


def test_a_time_from_elsewhere_keeps_its_offset(shell):
    shell("add", "tokyo", "--at", "2026-11-19T21:30+09:00")
    shell("add", "here", "--at", "2026-11-19T21:30+01:00")
    assert {entry["text"]: entry["zone"] for entry in shell.entries()} == {
        "tokyo": "+09:00",
        "here": "Europe/Berlin",
    }


def test_every_change_can_be_gone_back_to(shell):
    for number in range(1, 16):
        shell("add", f"entry {number}")
        shell("list")
    assert len(shell("restore").out.splitlines()) == 11  # the last ten, and the first copy of the hour
    assert "12 would be gone" in shell("restore", "3").out
    assert shell("restore", "3", "--yes").code == 0
    assert len(shell.entries()) == 3
    assert shell("restore", "nowhere.zip").code == 3
    assert "no file" in shell("restore", "./nowhere").err


def test_a_backup_needs_its_folder(shell, tmp_path):
    shell("add", "x")
    for where in (f"{tmp_path}/stick/", f"{tmp_path}/stick/b.zip"):
        said = shell("backup", "-o", where)
        assert said.code == 1
        assert "there is no folder" in said.err
    assert not (tmp_path / "stick").exists()
    assert shell("backup", "-o", str(tmp_path)).out == f"{tmp_path}/coach-2026-11-20-090000.zip\n"


def test_what_was_saved_stays_saved_when_it_cannot_be_shown(paths):
    import subprocess
    import sys

    from tests.helpers import environment

    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "coach", "add", "kept", "--json"],
            env=environment(paths), stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert ran.returncode == 1
    assert "What was saved is saved" in ran.stderr
    assert "kept" in process(paths, "list").stdout


def test_one_record_that_makes_no_sense_hides_no_other(shell, paths, coach):
    shell("add", "good")
    shell("add", "bad")
    reference = shell.ref("bad")
    with coach.store.change("nonsense") as change:
        found = coach.journal.find(reference)
        fields = found.fields()
        change.edit(Edit("entries", found.id, fields, fields | {"mode": "deciding"}))
    said = shell("list", "--json")
    assert said.code == 13
    assert [entry["text"] for entry in said.json] == ["good"]
    assert "'deciding' is not one of managing, leading, both" in said.err
    assert "'deciding' is not one of managing, leading, both" in shell("doctor").out
    assert shell("undo").code == 0
    assert len(shell.entries()) == 2


def test_a_change_by_hand_is_a_change_like_others(shell, paths):
    """Also one that a tool made which left `_meta` out."""
    shell("add", "one")
    shell("add", "two")
    shell("list")
    month = Path(paths.data) / "2026" / "2026-11.json"
    tables = json.loads(month.read_text().replace("two", "TWO by hand"))
    tables.pop("_meta")
    month.write_text(json.dumps(tables))
    assert shell("list").code == 13
    assert shell("doctor", "--accept", "2026-11").code == 0
    assert {entry["text"] for entry in shell.entries()} == {"one", "TWO by hand"}
    month.write_bytes(b"")
    assert "nothing is missing" in shell("doctor", "--repair", "--yes").err
    assert {entry["text"] for entry in shell.entries()} == {"one", "TWO by hand"}
    assert "took 2026-11 as it was changed by hand" in shell("undo").err
    assert {entry["text"] for entry in shell.entries()} == {"one", "two"}
    month.write_text('{"entries": {"x": {"text": NaN}}}')
    assert shell("doctor", "--accept", "2026-11").code == 13


def test_a_lost_history_is_damage_and_begins_anew(shell, paths):
    import shutil

    shell("add", "one")
    shell("list")
    shutil.rmtree(paths.history)
    assert "lacks its latest changes" in shell("doctor").out
    assert shell("doctor").code == 13
    assert shell("undo").code in {3, 13}
    assert len(shell.entries()) == 1
    assert shell("doctor", "--repair", "history", "--yes").code == 0
    shell("add", "two")
    assert len(shell.entries()) == 2
    assert shell("undo").code == 0
    assert [entry["text"] for entry in shell.entries()] == ["one"]


def test_what_nothing_can_make_whole_is_never_called_so(shell, paths):
    import shutil

    shell("add", "one")
    backup = shell("backup").out.strip()
    month = Path(paths.data) / "2026" / "2026-11.json"
    month.write_bytes(b"{")
    shutil.rmtree(paths.history)
    shutil.rmtree(paths.copies)
    said = shell("doctor", "--repair", "--yes")
    assert said.code == 13
    assert "neither a copy" in said.err
    assert month.read_bytes() == b"{"
    assert shell("doctor", "--give-up", "2026-11").code in {0, 13}
    assert shell("restore", backup, "--yes").code == 0
    assert [entry["text"] for entry in shell.entries()] == ["one"]


def test_config_is_read_set_and_unset(shell):
    assert shell("config", "--json").json == {
        "automation": False, "day_ends": "04:00", "editor": "", "theme": "auto", "limit": 5, "review_day": "friday",
        "keyring": False, "language": "", "plain": False, "hooks": False, "half_unsaid": False, "checkins": 1, "scale": "",
        "wording": "", "pace": "", "rest_days": 1, "confidence": True, "lock_after": 10, "unlock_for": 0,
    }  # fmt: skip
    assert shell("config", "day_ends", "03:30").code == 0
    assert shell("config", "day_ends").out == "03:30\n"
    assert shell("config", "day_ends", "--default").code == 0
    assert shell("config", "day_ends").out == "04:00\n"
    assert shell("config", "day_ends", "noon").code == 2
    assert shell("config", "dragons").code == 2
    assert "belongs to the day before" in shell("config").out


def test_paths_are_for_people_and_programs(shell, paths):
    assert shell("paths", "--json").json["data"] == paths.data
    assert f"home          {paths.home}" in shell("paths").out


def test_without_a_home_the_systems_folders_are_used(monkeypatch, tmp_path, shell):
    monkeypatch.delenv("COACH_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", "relative is ignored")
    places = shell("paths", "--json").json
    assert places["home"] == str(tmp_path / "person" / ".local" / "share" / "coach")
    assert places["config"] == str(tmp_path / "person" / ".config" / "coach" / "config.toml")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completions_know_every_command(shell, name):
    words = ["coach "] if name == "bash" else [""]
    offered = [line.partition("\t")[0] for line in shell("completions", name, "--", *words).out.splitlines()]
    assert set(NAMES) <= set(offered)
    assert shell("completions", "tcsh").code == 2


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_explained_with_an_example(shell, name):
    said = shell(name, "--help")
    assert said.code == 0
    assert "examples:" in said.out
    assert f"coach {name}" in said.out.partition("examples:")[2]
    assert shell("help", name).out == said.out
    assert load(name).name == name


def test_the_help_lists_every_command(shell):
    listed = shell("help").out
    assert all(f"\n  {name} " in listed for group in commands().values() for name in group)


def test_the_modes_of_the_quick_path_are_the_modes():
    assert add._MODES == MODES


def test_what_the_quick_path_writes_is_an_entry(shell):
    shell("add", "x", "--json")
    (kept,) = shell.entries()
    assert {"id": kept["id"], **Entry.read(kept.pop("id"), kept).fields()} == {
        "id": Entry.read("x", kept).id,
        **kept,
    } | {"id": shell.entries()[0]["id"]}


def test_a_real_process_in_a_pipe_prints_no_colour_and_asks_nothing(paths):
    assert process(paths, "add", "one").returncode == 0
    for words in (
        ["list"],
        ["show", "REF"],
        ["search", "one"],
        ["restore"],
        ["doctor"],
        ["config"],
        ["help"],
    ):
        reference = json.loads(process(paths, "list", "--json").stdout)[0]["id"]
        said = process(paths, *(reference if word == "REF" else word for word in words))
        assert said.returncode == 0
        assert "\x1b" not in said.stdout + said.stderr
    refused = process(paths)
    assert refused.returncode == 2
    assert "needs a terminal" in refused.stderr


def test_a_closed_pipe_is_no_error(paths):
    import subprocess
    import sys

    from tests.helpers import environment

    for number in range(30):
        process(paths, "add", f"entry {number}")
    ran = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m coach list --all | head -1"],
        env=environment(paths), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stderr == ""


def test_something_unforeseen_is_still_one_line(shell, monkeypatch):
    shell("add", "x")
    monkeypatch.setattr("coach.find.Search.everything", lambda *_: 1 / 0)
    said = shell("list")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "ZeroDivisionError" in said.err
    path = re.search(r"(/\S+/coach-report-\S+\.txt)", said.err)
    assert path
    report = Path(path[1]).read_text()
    assert "tests/cli/test_shell.py" in report
    assert "x" not in report.split()
    assert "division by zero" not in report, "what an error says may quote a person"


@pytest.mark.parametrize("settings", ["fifo", "nested", "steering"])
def test_settings_of_any_kind_keep_nobody_from_their_words(shell, paths, settings):
    shell("add", "kept")
    if settings == "fifo":
        os.mkfifo(paths.config)
    elif settings == "nested":
        Path(paths.config).write_text("a = " + "[" * 5000)
    else:
        Path(paths.config).write_text('"x\\u001b]52;c;aGk=\\u0007" = 1\neditor = "vi \\u001b[2J"\n')
    for words in (("list",), ("config",), ("config", "editor")):
        said = shell(*words)
        assert "unforeseen" not in said.err, said
        assert "\x1b" not in said.out + said.err
    assert "kept" in shell("list").out


def test_a_zone_that_is_none_is_said(shell, monkeypatch):
    monkeypatch.delenv("COACH_NOW")
    monkeypatch.setenv("TZ", "UTC+25")
    time.tzset()
    said = shell("list")
    assert (said.code, "TZ is no time zone" in said.err) == (2, True)


def test_a_commitment_whose_rhythm_only_another_version_reads_can_end(shell, coach):
    walk = coach.commitments.make("Walk", rhythm="every day")
    with coach.store.change("a newer coach") as change:
        fields = walk.fields() | {"rhythm": "every blue moon"}
        change.edit(Edit("commitments", walk.id, walk.fields(), fields))
    for words in (("gate", walk.id[-12:-6]), ("end", walk.id[-12:-6], "dropped")):
        assert "unforeseen" not in shell(*words).err
    assert coach.commitments.all()[0].ended


TYPED = {
    "checkin": ("checkin", "-e", "4", "A great day"),
    "commit": ("commit", "Walk before mail", "--why", "think before reacting"),
    "season": ("season", "redesign", "--because", "the market is gone"),
    "frame": ("frame", "--direction", "Make onboarding boring"),
    "feedback": ("feedback", "add", "Can you count on me", "--role", "peer", "--answer", "Mostly, yes"),
    "reflect": ("reflect", "weekly", "--truth", "nothing shipped yet"),
    "reassess": ("reassess", "emergency", "--premise", "the customer left us"),
    "diagnose": ("diagnose", "the release is late", "--path", "no", "--processes", "no"),
    "signal": ("signal", "they build around it"),
    "add": ("add", "walked before mail"),
}


@pytest.mark.parametrize("name", TYPED)
def test_a_full_disk_gives_every_word_back(shell, coach, name, monkeypatch):
    coach.journal.write("so that there is a home")
    if name == "reassess":
        coach.frames.point("North")
        coach.seasons.open("execution")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coach.store.files.write", full)
    said = shell(*TYPED[name])
    assert (said.code, "the disk is full" in said.err, "back" in said.err) == (1, True, True), said
    for word in (each for each in TYPED[name] if " " in each):
        assert word in said.out


def test_a_full_disk_gives_answers_back_that_were_typed_line_by_line(shell, coach, monkeypatch):
    coach.journal.write("so that there is a home")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coach.store.files.write", full)
    said = shell("checkin", stdin=b"4\n\nwalk\n\nA great day\n")
    assert (said.code, "Here are your answers back" in said.err) == (1, True)
    assert "line: A great day" in said.out
    said = shell("reflect", "weekly", stdin=b"nothing shipped yet\n")
    assert (said.code, "Here are your answers back" in said.err) == (1, True)
    assert "truth: nothing shipped yet" in said.out


def test_a_program_gets_a_record_a_line(shell):
    for number in range(3):
        shell("add", "--at", f"-{number}d", f"entry {number}")
    lines = shell("list", "--since", "-1d", "--jsonl").out.splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["entry 0", "entry 1"]
    assert shell("list", "--since", "2020", "--until", "2020", "--jsonl").out == ""


def test_on_windows_it_says_so_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr("sys.platform", "win32")
    assert main() == 1
    said = capsys.readouterr().err
    assert (said.count("\n"), "WSL" in said) == (1, True)
