"""D4: an app and eight others write at once. Nothing lost, nothing twice, changes seen within two seconds."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from coach.core.errors import BusyError
from tests.helpers import LONG, entry, environment, located, process
from tests.safety.stories import add, capture, everything, open_store, record_id

EACH = 1000 if LONG else 60
SHELLS = 8


def test_nine_writers_lose_and_double_nothing(tmp_path):
    home = str(tmp_path / "home")
    writers = []
    for number in range(SHELLS):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                write(home, number)
                code = 0
            finally:
                os._exit(code)
        writers.append(child)
    app = open_store(home)
    for turn in range(EACH):
        add(app, 1_000_000 + turn)
        if turn % 10 == 0:
            app.refresh()
    for child in writers:
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    found = everything(app)
    expected = {record_id(number * 10_000 + turn) for number in range(SHELLS) for turn in range(EACH)}
    expected |= {record_id(1_000_000 + turn) for turn in range(EACH)}
    assert {each for _, each in found} == expected
    assert len(list(app.undoable())) == len(expected)


def write(home, number):
    """A shell command each: its own opening, a capture or a change."""
    for turn in range(EACH):
        store = open_store(home)
        if turn % 2:
            capture(store, number * 10_000 + turn)
        else:
            add(store, number * 10_000 + turn)


@pytest.mark.skipif(not LONG, reason="8,000 real processes take minutes")
def test_eight_shells_with_real_commands(tmp_path):
    paths = located(tmp_path / "home")
    loop = f'for i in $(seq {EACH}); do {sys.executable} -m coach add "$0 $i" || exit 1; done'
    shells = [
        subprocess.Popen(["sh", "-c", loop, str(number)], env=environment(paths), stderr=subprocess.DEVNULL)
        for number in range(SHELLS)
    ]
    app = open_store(paths)
    for turn in range(EACH):
        add(app, 1_000_000 + turn)
    assert [shell.wait() for shell in shells] == [0] * SHELLS
    texts = [kept["text"] for kept in everything(app).values()]
    assert len(texts) == len(set(texts)) == (SHELLS + 1) * EACH


def test_others_are_seen_at_the_next_look(tmp_path):
    home = str(tmp_path / "home")
    app, other = open_store(home), open_store(home)
    add(app, 1)
    seen = app.pulse()
    assert app.pulse() == seen
    for act in (
        lambda: add(other, 2),
        lambda: capture(other, 3),
        other.undo,
        lambda: add(other, 4, month=10),
    ):
        act()
        assert app.pulse() != seen
        assert everything(app) == everything(other)
        seen = app.pulse()


def test_a_held_lock_is_told_within_five_seconds_and_captures_do_not_wait(tmp_path):
    paths = located(tmp_path / "home")
    store = open_store(paths)
    add(store, 1)
    holder = open_store(paths)
    with holder.repairing():
        with pytest.raises(BusyError, match="another coach"):
            add(open_store(paths, patience=0.05), 2)
        started = time.perf_counter()
        busy = process(paths, "undo")
        assert busy.returncode == 11
        assert len(busy.stderr.splitlines()) == 1
        assert time.perf_counter() - started < 8
        assert process(paths, "add", "not in the way").returncode == 0
        assert "not in the way" in process(paths, "list").stdout
    assert len(everything(store)) == 2


def test_a_lock_file_that_was_replaced_is_not_the_lock(tmp_path):
    paths = located(tmp_path / "home")
    store = open_store(paths)
    add(store, 1)
    with store.repairing():
        os.unlink(paths.lock)
        add(open_store(paths), 2)  # takes the new one
    add(store, 3)
    assert len(everything(open_store(paths))) == 3


def test_a_lock_file_replaced_under_a_writer_loses_nobodys_change(tmp_path):
    paths = located(tmp_path / "home")
    store = open_store(paths)
    add(store, 1)
    with pytest.raises(BusyError), store.change("while a sync tool is at work") as change:
        change.add("entries", record_id(2), entry("text 2"))
        os.unlink(paths.lock)
        add(open_store(paths), 3)
    assert {each for _, each in everything(open_store(paths))} == {record_id(1), record_id(3)}
