"""`coach protect`, `unprotect` and `lock`, typed by a person and by a program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

from coach.app import build
from coach.core.paths import Paths
from coach.store import keys, protecting, short_unlock
from coach.store.keys import LEAST
from coach.store.sealing import with_sum, without_sum
from coach.store.seals import Seals
from tests.helpers import environment
from tests.safety.stories import OTHER, SECRET
from tests.terminal import Terminal

COACH = [sys.executable, "-m", "coach"]


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(protecting, "calibrated", lambda: LEAST)


@pytest.fixture
def typed(shell):
    """Types a command with the passphrase, or passphrases, on a file descriptor of its own."""

    def run(*words: str, secret: str = SECRET, stdin: bytes | None = None):
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{line}\n" for line in secret.split("|")).encode())
        os.close(writing)
        try:
            return shell("--passphrase-fd", str(reading), *words, stdin=stdin)
        finally:
            os.close(reading)

    return run


@pytest.fixture
def protected(shell, typed):
    shell("add", "from before")
    assert typed("protect").code == 0
    return typed


def test_protect_says_what_it_does_and_the_words_stay(shell, typed):
    shell("add", "from before")
    said = typed("protect")
    assert said.code == 0
    assert "Nobody can reset it" in said.err
    assert "Not known to coach" in said.err
    assert SECRET not in said.out + said.err
    assert typed("list").out.count("from before") == 1


def test_without_a_terminal_it_says_how_and_touches_nothing(protected, paths):
    ran = subprocess.run(
        [*COACH, "list"], env=environment(paths), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False, start_new_session=True,
    )  # fmt: skip
    assert ran.returncode == 12
    assert "--passphrase-fd" in ran.stderr
    assert "from before" not in ran.stdout


def test_a_wrong_passphrase_is_exit_code_12(protected):
    said = protected("list", secret="wrong one here")
    assert (said.code, said.out) == (12, "")
    assert "Nothing was touched" in said.err
    assert protected("list", secret="").code == 12


def test_what_was_piped_in_comes_back(protected, paths):
    """A text on its way that could not be kept is not lost."""
    ref = json.loads(protected("list", "--json").out)[0]["id"]
    said = protected("edit", ref, secret="wrong one here", stdin=b"half an hour of work\n")
    assert (said.code, said.out) == (12, "half an hour of work\n")
    assert "here is your text back" in said.err
    assert protected("edit", ref, stdin=b"half an hour of work\n").code == 0
    assert "half an hour of work" in protected("list").out


def test_three_wrong_tries_on_a_terminal_lose_nothing(protected, paths):
    terminal = Terminal([*COACH, "list"], environment(paths))
    for number in range(3):
        terminal.until(b"Passphrase: ", since=len(terminal.written) if number else 0)
        terminal.send(b"wrong one here\n")
    terminal.until(b"not the passphrase")
    terminal.quiet()
    assert b"wrong one" not in terminal.written
    assert b"from before" not in terminal.written
    assert os.waitstatus_to_exitcode(os.waitpid(terminal.pid, 0)[1]) == 12
    assert protected("list").out.count("from before") == 1


def test_capturing_needs_no_passphrase(protected, shell):
    assert shell("add", "--at", "yesterday 21:30", "in passing").code == 0
    assert shell("signal", "--about", "people", "they changed").code == 0
    assert shell("add", stdin=b"piped in").code == 0
    listed = protected("list").out + protected("list", "signals").out
    assert "in passing" in listed
    assert "they changed" in protected("list", "signals", "--text").out
    assert "they changed" not in listed
    assert "piped in" in listed


def test_add_without_words_takes_lines_instead_of_an_editor(protected, paths):
    terminal = Terminal([*COACH, "add"], environment(paths, EDITOR="touch opened; false"))
    terminal.until(b"ctrl+d")
    terminal.send(b"a line typed\n\x04")
    terminal.until(b"Saved")
    terminal.kill()
    assert "a line typed" in protected("list").out
    said = protected("edit", json.loads(protected("list", "--json").out)[0]["id"])
    assert said.code == 2
    assert "the app" in said.err


def test_another_passphrase_and_a_sheet(protected):
    assert protected("protect", "--change", secret=f"{SECRET}|{OTHER}").code == 0
    assert protected("list").code == 12
    sheet = protected("protect", "--sheet", secret=OTHER)
    assert "your passport" in " ".join(sheet.err.split())
    code = "-".join(
        line.strip().replace(" ", "") for line in sheet.out.splitlines() if line.startswith("    ")
    )
    assert "from before" in protected("list", secret=code).out
    assert "opens this data no more" in protected("protect", "--sheet", secret=OTHER).err
    assert protected("list", secret=code).code == 12


def test_copies_that_lie_open_are_named_and_sealed_or_removed(shell, typed, paths, tmp_path):
    shell("add", "from before")
    shell("backup")
    exported = str(tmp_path / "words.json")
    shell("export", "-o", exported)
    said = typed("protect")
    assert exported in said.out
    assert "--copies" in said.err
    found = json.loads(typed("protect", "--json").out)
    assert found["protected"]
    assert {each["sort"] for each in found["open"]} == {"backups", "exports"}
    assert "1 file sealed" in typed("protect", "--copies", "seal").err
    assert os.path.exists(exported)
    assert typed("protect", "--copies", "remove").code == 0
    assert not os.path.exists(exported)
    assert json.loads(typed("protect", "--json").out)["open"] == []


def test_the_doctor_knows_of_it(protected, paths):
    found = json.loads(protected("doctor", "--json").out)
    assert [each["do"] for each in found if "sheet" in each["what"]] == ["coach protect --sheet"]
    assert not [each for each in found if "can be read without" in each["what"]]
    protected("protect", "--sheet")
    Path(paths.data, "stray.txt").write_text("x")
    Path(paths.data, "stray.txt").chmod(0o600)
    found = json.loads(protected("doctor", "--json").out)
    assert [each["what"] for each in found if each["state"] == "note"] == [
        "1 file can be read without the passphrase"
    ]


def test_taking_it_off_asks_first(protected, shell, paths):
    assert "--yes" in protected("unprotect").err
    assert os.path.exists(paths.keys)
    assert protected("unprotect", "--yes").code == 0
    assert "from before" in shell("list").out
    assert shell("unprotect").code == 2
    assert not [
        path
        for path in Path(paths.home).rglob("*")
        if path.is_file() and b"coach sealed" in path.read_bytes()
    ]


def test_a_short_unlock_is_off_until_it_is_chosen(protected, shell, tmp_path, monkeypatch):
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    protected("list")
    assert list(runtime.iterdir()) == []
    shell("config", "unlock_for", "10")
    protected("list")
    assert "from before" in shell("list").out
    assert shell("lock").err == "Locked.\n"
    assert list((runtime / "coach").iterdir()) == []
    assert shell("lock").err == "Nothing was open.\n"
    protected("list")
    protected("protect", "--change", secret=f"{SECRET}|{OTHER}")
    assert list((runtime / "coach").iterdir()) == []


def test_the_keyring_of_the_system(protected, shell, monkeypatch, paths):
    kept: dict[tuple[str, str], str] = {}
    ours = types.ModuleType("keyring")
    ours.get_password = lambda service, name: kept.get((service, name))  # type: ignore[attr-defined]
    ours.set_password = lambda service, name, secret: kept.update({(service, name): secret})  # type: ignore[attr-defined]
    ours.delete_password = lambda service, name: kept.pop((service, name))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ours)
    assert protected("protect", "--remember", secret=f"{SECRET}|{SECRET}").code == 0
    assert list(kept.values()) == [SECRET]
    shell("config", "keyring", "yes")
    assert "from before" in shell("list").out
    protected("protect", "--change", secret=f"{SECRET}|{OTHER}")
    assert protected("protect", "--forget", secret=OTHER).code == 0
    assert kept == {}


def test_a_keyring_that_does_not_answer_keeps_nobody_out(protected, shell, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    shell("config", "keyring", "yes")
    assert "from before" in protected("list").out


def test_damaged_keys_are_told_in_one_line(protected, paths, shell):
    for path in (paths.keys, paths.keys_copy, paths.own_keys):
        Path(path).write_bytes(b"deadbeef {}\n")
    said = shell("list")
    assert said.code == 13
    assert said.err.count("\n") == 1
    assert "backup" in said.err


def test_help_and_places_need_no_passphrase(protected, shell):
    for words in (
        ["help"],
        ["paths"],
        ["config"],
        ["version"],
        ["protect", "--help"],
        ["completions", "bash"],
    ):
        assert shell(*words).code == 0


def test_a_backup_of_other_keys_is_asked_for_its_own_passphrase(protected, shell, paths):
    path = protected("backup").out.strip()
    assert protected("unprotect", "--yes").code == 0
    assert typed_wrong(protected, path) == 12
    assert "nothing would change" in protected("restore", path).out


def typed_wrong(typed, path: str) -> int:
    code: int = typed("restore", path, secret="wrong one here").code
    return code


def test_no_child_gets_to_see_the_passphrase(protected, paths, shell, monkeypatch):
    """Neither as an open file nor in its environment."""
    assert keys.read_keys(paths)
    reading, writing = os.pipe()
    os.set_inheritable(reading, True)
    os.write(writing, f"{SECRET}\n".encode())
    os.close(writing)
    assert shell("--passphrase-fd", str(reading), "list").code == 0
    assert not os.get_inheritable(reading)
    assert not [value for value in os.environ.values() if SECRET in value]
    os.close(reading)


def test_a_short_unlock_is_of_one_home(protected, paths, tmp_path, clock):
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    given = {"XDG_RUNTIME_DIR": str(runtime)}
    seals = Seals(paths)
    seals.unlock(SECRET)
    short_unlock.remember(seals, 10, given)
    other = build(Paths(str(tmp_path / "other")), clock)
    other.journal.write("x")
    protecting.protect(other.store, SECRET, LEAST)
    assert not short_unlock.recall(Seals(other.paths), given)
    assert short_unlock.recall(Seals(paths), given)


def test_a_sheet_that_went_nowhere_leaves_the_one_before(protected, paths):
    sheet = protected("protect", "--sheet").out
    code = "".join(line.strip() for line in sheet.splitlines() if line.startswith("    "))
    reading, writing = os.pipe()
    os.write(writing, SECRET.encode() + b"\n")
    os.close(writing)
    with open("/dev/full", "wb", buffering=0) as full:
        ran = subprocess.run(
            [*COACH, "--passphrase-fd", str(reading), "protect", "--sheet"], env=environment(paths),
            pass_fds=[reading], stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    os.close(reading)
    assert ran.returncode == 1
    assert protected("list", secret=code).code == 0


def test_a_sealed_backup_brought_back_in_the_open_says_so(protected, shell, paths):
    path = protected("backup").out.strip()
    assert protected("unprotect", "--yes").code == 0
    assert protected("delete", shell.ref("from before")).code == 0
    said = protected("restore", path, "--yes")
    assert "everything lies open now" in said.err


def test_a_number_that_is_no_file_is_refused_in_one_line(protected, shell):
    for number in ("99999999999", "77"):
        said = shell("--passphrase-fd", number, "list")
        assert said.code == 2
        assert said.err.count("\n") == 1


@pytest.mark.parametrize("harm", ["missing", "forged"])
def test_a_capture_never_lies_open_when_keys_are_missing_or_forged(protected, shell, paths, harm):
    """As when a sync has not brought `keys` yet, or somebody wrote that protection is being taken off."""
    before = [Path(each).read_bytes() for each in (paths.keys, paths.keys_copy, paths.own_keys)]
    for path in (paths.keys, paths.keys_copy, paths.own_keys):
        raw = Path(path).read_bytes()
        if harm == "missing":
            os.unlink(path)
        else:
            kept = json.loads(without_sum(raw.rstrip(b"\n"))) | {"state": "opening"}
            Path(path).write_bytes(with_sum(json.dumps(kept, sort_keys=True).encode()))
    for words in (("add", "Rotkehlchen"), ("signal", "Rotkehlchen sings")):
        said = shell(*words)
        assert (said.code, "Rotkehlchen" in said.out) == ((13, True) if harm == "missing" else (0, False))
    lying = [
        path for path in Path(paths.home).rglob("*") if path.is_file() and b"Rotkehlchen" in path.read_bytes()
    ]
    assert lying == []
    for path, raw in zip((paths.keys, paths.keys_copy, paths.own_keys), before, strict=True):
        Path(path).write_bytes(raw)
    assert ("Rotkehlchen" in protected("list").out) is (harm == "forged")


def test_keys_of_an_earlier_passphrase_that_come_back_lock_nobody_out(protected, typed, paths):
    old = Path(paths.keys).read_bytes()
    assert typed("protect", "--change", secret=f"{SECRET}|{OTHER}").code == 0
    Path(paths.keys).write_bytes(old)
    assert typed("list", secret=SECRET).code == 12, "what the old one opened is over"
    said = typed("list", secret=OTHER)
    assert (said.code, "from before" in said.out) == (0, True)
    assert typed("add", "and on", secret=OTHER).code == 0
    assert typed("list", secret=OTHER).code == 0
    assert Path(paths.keys).read_bytes() == Path(paths.keys_copy).read_bytes() != old
