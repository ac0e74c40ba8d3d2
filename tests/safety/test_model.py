"""A hypothesis machine: two handles on one home, captures, moves, undo and redo, crashes at any call, a clock
that jumps. A plain dictionary knows what must be there."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coach.core.days import Clock
from coach.core.errors import NoDataError, NotFoundError
from coach.core.paths import Paths
from coach.store import inbox
from coach.store.sealing import PLAIN
from coach.store.store import Store
from tests.helpers import LONG, ZONE, entry
from tests.safety.shim import KILLED, Shim
from tests.safety.stories import everything, record_id

text = st.text(alphabet=st.characters(), max_size=20)
month = st.sampled_from(["2025-12", "2026-01", "2026-02"])
handle = st.integers(0, 1)


class TwoHandles(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.mkdtemp(prefix="coach-model-", dir=os.environ.get("PYTEST_TMP"))
        self.home = os.path.join(self.folder, "home")
        self.now = datetime(2026, 1, 15, 12, tzinfo=ZoneInfo(ZONE))
        self.handles = [self.open(), self.open()]
        self.records: dict[str, dict] = {}
        self.done: list[tuple[dict, dict]] = []
        self.undone: list[tuple[dict, dict]] = []
        self.count = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self) -> Store:
        return Store(Paths(self.home), Clock(self.now))

    def changed(self, after: dict) -> None:
        self.done.append((self.records, after))
        self.undone = []
        self.records = after

    def fields(self, words: str, when: str) -> dict:
        return entry(words, f"{when}-10T10:00:00.000+01:00")

    @rule(which=handle, words=text, when=month)
    def add(self, which: int, words: str, when: str) -> None:
        self.count += 1
        fields = self.fields(words, when)
        with self.handles[which].change("added") as change:
            change.add("entries", record_id(self.count), fields)
        self.changed(self.records | {record_id(self.count): fields})

    @rule(which=handle, words=text, when=month)
    def capture(self, which: int, words: str, when: str) -> None:
        self.count += 1
        fields = self.fields(words, when)
        inbox.capture(
            self.handles[which].paths.inbox, "captured", "entries", record_id(self.count), fields, PLAIN
        )
        self.handles[which].refresh()
        self.changed(self.records | {record_id(self.count): fields})

    @precondition(lambda self: self.records)
    @rule(which=handle, data=st.data(), words=text, when=month)
    def change(self, which: int, data: st.DataObject, words: str, when: str) -> None:
        chosen = data.draw(st.sampled_from(sorted(self.records)))
        fields = self.fields(words, when)
        with self.handles[which].change("changed") as change:
            change.put("entries", chosen, fields)
        if fields != self.records[chosen]:
            self.changed(self.records | {chosen: fields})

    @precondition(lambda self: self.records)
    @rule(which=handle, data=st.data())
    def delete(self, which: int, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(sorted(self.records)))
        with self.handles[which].change("deleted") as change:
            change.remove("entries", chosen)
        self.changed({key: kept for key, kept in self.records.items() if key != chosen})

    @rule(which=handle)
    def undo(self, which: int) -> None:
        try:
            self.handles[which].undo()
        except (NotFoundError, NoDataError):
            assert not self.done
        else:
            self.undone.append(self.done.pop())
            self.records = self.undone[-1][0]

    @rule(which=handle)
    def redo(self, which: int) -> None:
        try:
            self.handles[which].redo()
        except (NotFoundError, NoDataError):
            assert not self.undone
        else:
            self.done.append(self.undone.pop())
            self.records = self.done[-1][1]

    @rule(which=handle, days=st.integers(-400, 400))
    def clock_jumps(self, which: int, days: int) -> None:
        self.now += timedelta(days=days)
        self.handles[which] = self.open()

    @rule(words=text, when=month, last=st.integers(1, 30))
    def killed_while_adding(self, words: str, when: str, last: int) -> None:
        self.count += 1
        fields = self.fields(words, when)
        child = os.fork()
        if child == 0:

            def die(count: int, _: str) -> None:
                if count == last:
                    os._exit(KILLED)

            with Shim(self.home, before=die).active(), self.open().change("added") as change:
                change.add("entries", record_id(self.count), fields)
            os._exit(0)
        killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
        after = self.records | {record_id(self.count): fields}
        if not killed or self.seen() == after:
            self.changed(after)

    def seen(self) -> dict:
        return {each: fields for (_, each), fields in everything(self.open()).items()}

    @invariant()
    def everybody_sees_the_same(self) -> None:
        for store in (*self.handles, self.open()):
            assert {each: fields for (_, each), fields in everything(store).items()} == self.records
            assert len(list(store.undoable())) == len(self.done)


TwoHandles.TestCase.settings = settings(
    max_examples=400 if LONG else 25, stateful_step_count=25, deadline=None, derandomize=not LONG
)
test_two_handles = TwoHandles.TestCase
