"""D11: hostile text is kept as it is and never steers a terminal, in the shell and in the app."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from coach.app import Coach, build
from coach.checkin.checkins import Answers
from coach.checkin.records import Checkin
from coach.commitments.marks import Given
from coach.core.days import Clock
from coach.core.kinds import class_of, kinds
from coach.core.paths import Paths
from coach.core.stamp import happened
from coach.cycle.reassessment import HARD, SUDDEN
from coach.cycle.records import Reassessment
from coach.drafts import Draft
from coach.journal.records import Entry
from coach.packet import names, packets
from coach.reflection.looking_back import begin, keep
from coach.reflection.reflections import Answered
from coach.reflection.reviews import Said
from coach.settings import NAMES
from coach.store import protecting
from coach.store.keys import LEAST
from tests.assessment.conftest import given
from tests.helpers import NOW, ZONE, environment
from tests.hostile import STRINGS, unexpected
from tests.safety.stories import SECRET
from tests.terminal import Terminal

TODAY = date(2026, 11, 20)
F2, F4, F10 = b"\x1bOQ", b"\x1bOS", b"\x1b[21~"
DOWN, ESCAPE, ENTER, TAB = b"\x1b[B", b"\x1b", b"\r", b"\t"
CTRL_S, CTRL_T, CTRL_P = b"\x13", b"\x14", b"\x10"


@pytest.fixture(scope="module")
def hostile_home(tmp_path_factory) -> Path:
    """Every field that can hold text holds each of the strings somewhere."""
    folder: Path = tmp_path_factory.mktemp("hostile") / "home"
    coach = build(Paths(str(folder)), Clock(datetime.fromisoformat(NOW), ZoneInfo(ZONE)))
    hold(coach)
    for number, text in enumerate(STRINGS):
        day = TODAY - timedelta(days=number)
        coach.checkins.keep(day, Answers(energy=1 + number % 5, gave=text, took=text[::-1], line=f"! {text}"))
        coach.journal.write(text, tags=[text], mode="leading")
        coach.journal.write(f"{text}\n\n# {text}\n- {text}\n\n{text}", tags=[text])
    for number, text in enumerate(STRINGS[:4]):
        fields = {"text": text, "tags": [text]}
        coach.drafts.keep_fields(Draft(f"entry-{number}", "entries", "2026-11-20T08:00:00.000+01:00", fields))
    return folder


@pytest.fixture
def lived_in(hostile_home, paths, clock) -> Coach:
    """A copy of it."""
    shutil.copytree(hostile_home, paths.home)
    return build(paths, clock)


def hold(coach: Coach) -> None:
    """The frame, commitments in every state, reviews, signals and quotes, all of them hostile."""
    texts = [text for text in STRINGS if text.strip()]
    coach.commitments.limit = 99
    coach.frames.change({"direction": texts[0], "giving_up": texts[1]})
    coach.frames.change(
        {"direction": texts[2], "giving_up": texts[3], "outcome": texts[4], "flow": texts[5]}, texts[6]
    )
    for place, text in enumerate(texts):
        parts: dict[str, Any] = {
            "why": text,
            "problem": text,
            "obstacle": text,
            "cue": text,
            "act": text,
            "drop_if": text,
        }
        gate = TODAY + timedelta(days=10 if place % 2 else 60)
        made = coach.commitments.make(text, rhythm="every day", gate=gate, avoids=text, process=True, **parts)
        if place % 3 == 0:
            coach.marks.mark([Given(made, "missed", "waiting")], TODAY)
            coach.commitments.renegotiate(made, text, rhythm="twice a week")
        elif place % 3 == 1:
            coach.commitments.end(made, "dropped", text)
        else:
            coach.commitments.pause(made, TODAY + timedelta(days=3), text)
        coach.signals.park(text)
    frame = coach.frames.current()
    assert frame
    for text in texts:
        coach.quotes.keep(frame, text)
    said = dict.fromkeys(("truth", "moments", "tradeoff"), texts[7])
    coach.reviews.keep(Said(said, (texts[8], texts[9]), 3, 4), doubt=texts[10])
    coach.seasons.open("execution", because=texts[11])
    look_back(coach, texts)


def look_back(coach: Coach, texts: list[str]) -> None:
    """Reflections of each kind, an emergency, and a reassessment that is over."""
    entry = coach.journal.write(texts[0])
    for number, (name, day) in enumerate((("monthly", TODAY), ("quarterly", TODAY), ("action", TODAY))):
        kind: Any = name
        session = begin(coach, kind, day, entry.id if name == "action" else None)
        names = [each.name for each in session.questions]
        answers = dict(zip(names, texts[number:], strict=False))
        before = {each: text[::-1] for each, text in answers.items()}
        cites: dict[str, tuple[str, ...]] = dict.fromkeys(names[:2], (entry.id,))
        keep(coach, session, Answered(answers, before, answers, cites, texts[5], (texts[6], texts[7])))
    coach.reassessments.emergency(
        dict(zip(SUDDEN, texts, strict=False)), {"direction": texts[8], "giving_up": texts[9]}
    )
    now = coach.seasons.now()
    assert now
    over = Reassessment(
        **happened(coach.clock), name="called", season=now.season.id, answers=dict(zip(HARD, texts, strict=False)),
        frame={"direction": texts[1]}, conditions={"direction": texts[2]}, keeps=texts[3], surprised=texts[4],
        closed=coach.clock.now(), sealed=coach.clock.now(), unsealed=coach.clock.now(),
    )  # fmt: skip
    _assessed(coach, texts)
    signals = coach.signals.waiting()
    with coach.store.change("a window") as change:
        change.put(Reassessment.kind, over.id, over.fields())
        coach.signals.put(change, signals[:3], "keep", texts[5], in_bulk=False)


def _assessed(coach: Coach, texts: list[str]) -> None:
    """What is assessed, looked at, practised and heard, each in hostile words."""
    held = coach.commitments.all()[0]
    for place, text in enumerate(texts):
        other = texts[(place + 1) % len(texts)]
        coach.feedback.keep(
            {"asked": text or "x", "name": other, "answer": other, "will": text, "role": "peer", "seen": "no",
             "expected": "yes", "question": "how"}
        )  # fmt: skip
        coach.rounds.keep(held, {"plan": f"x{text}", "did": other, "landed": text, "adjust": other})
        coach.diagnoses.keep(f"x{text}", {"path": "no", "right": "partly"}, context="scaling")
    assessed = coach.assessments.keep(given("423131" + "231313", "npynypny"))
    coach.assessments.keep(given("123131" + "131313", "npynypny", cites={"morale": (held.id,)}))
    with coach.store.change("a trial") as change:
        tried = held.but(id=coach.clock.new_id(), trial_of=assessed.id, practice="OM1a")
        change.put(tried.kind, tried.id, tried.fields())
    coach.ratings.rate("management", {"m1-open": 3.0})
    _handed_over(coach, texts)


def _handed_over(coach: Coach, texts: list[str]) -> None:
    """A packet that left, names that stay out, and one that is being prepared, all in hostile words."""
    for place in (0, 1, 12):
        names.mark(coach, f"x{texts[place]}", "\x1b[31;5m9\u202e")
    own = dict.fromkeys(packets.OWN, texts[5])
    plan = packets.new_plan(coach, texts[2], ask=texts[3], first=TODAY, last=TODAY, own=own)
    everything = dict.fromkeys(("patterns", "assessment", "reflections", "energy"), True)
    packets.write(
        coach, packets.prepare(coach, plan._replace(sections=everything)), ["md", "html", "txt", "json"]
    )
    now = coach.clock.now().isoformat(timespec="milliseconds")
    coach.drafts.keep_fields(
        Draft(packets.DRAFT, "packets", now, plan._replace(sections=everything).fields())
    )


def test_text_is_kept_as_it_was_given(coach):
    written = [coach.journal.write(text) for text in STRINGS]
    again = build(coach.paths, coach.clock)
    assert [again.journal.get(entry.id).text for entry in written] == [entry.text for entry in written]
    assert [entry.text for entry in written] == [text.strip("\n") for text in STRINGS]


@pytest.mark.parametrize(
    "command",
    [
        ["list", "all", "--limit", "500"],
        ["list", "checkins"],
        ["list", "signals"],
        ["list", "entries", "--json"],
        ["list", "frames"],
        ["list", "commitments", "--all"],
        ["list", "marks"],
        ["list", "turns", "--all"],
        ["list", "reflections"],
        ["list", "quotes", "--all"],
        ["list", "exceptions"],
        ["list", "seasons"],
        ["today"],
        ["today", "--json"],
        ["frame"],
        ["frame", "--history"],
        ["frame", "--quote", "\x1b[31;5mquote\u202e"],
        ["frame", "--direction", "\x1b[31;5mother\u202e"],
        ["season"],
        ["season", "redesign", "--because", "\x1b[31;5mshift\u202e"],
        ["season", "pause", "--until", "+1w", "--because", "\x1b[31;5m\u202e"],
        ["season", "execution", "--rhythm", "\x1b[31;5m\u202e"],
        [
            "commit",
            "--process",
            "\x1b[31;5mheld\u202e",
            "--every",
            "day",
            "--over-until",
            "+1w",
            "--over-because",
            "A promise",
        ],
        ["commit", "x", "--every", "\x1b[31;5mnever\u202e"],
        ["mark", "all", "kept"],
        ["mark", "\x1b[31;5m\u202e", "kept"],
        ["signal", "\x1b[31;5mseen\u202e"],
        ["reflect", "--list"],
        ["reflect", "weekly", "--truth", "\x1b[31;5mlate\u202e"],
        ["reflect", "monthly", "--facts"],
        ["reflect", "quarterly", "--facts"],
        ["reflect", "monthly", "--answer", "energised=\x1b[31;5mlate\u202e"],
        ["reflect", "monthly", "--answer", "\x1b[31;5mlate\u202e"],
        ["list", "reassessments"],
        ["list", "assessments"],
        ["list", "diagnoses", "--all"],
        ["list", "rounds", "--all"],
        ["list", "feedback", "--all"],
        ["list", "ladders"],
        ["assess"],
        ["assess", "--json"],
        ["assess", "--try", "\x1b[31;5mOM1\u202e"],
        ["diagnose", "\x1b[31;5mprice\u202e", "--path", "no"],
        ["diagnose", "x", "--path", "\x1b[31;5m\u202e"],
        ["feedback"],
        ["feedback", "add", "\x1b[31;5mwhat\u202e", "--answer", "\x1b]52;c;aGVsbG8=\x07"],
        ["feedback", "add", "--question", "\x1b[31;5m\u202e"],
        ["packet"],
        ["packet", "--lines"],
        ["packet", "--json"],
        ["packet", "--log"],
        [
            "packet",
            "--to",
            "\x1b[31;5mR\u202e",
            "--ask",
            "\x1b[31;5mx",
            "--with",
            "reflections",
            "--challenge",
            "\x1b[31;5m",
        ],
        ["packet", "--with", "\x1b[31;5m\u202e"],
        ["packet", "--to", "R", "--ask", "x", "--write", "--format", "\x1b[31;5m\u202e"],
        ["people"],
        ["people", "add", "\x1b[31;5mAna\u202e", "--as", "\x1b[31;5mx"],
        ["people", "forget", "\x1b[31;5mAna\u202e"],
        ["list", "packets"],
        ["list", "people"],
        ["export", "--format", "markdown"],
        ["export"],
        ["export", "--format", "\x1b[31;5m\u202e"],
        ["import", "/nowhere/\x1b[31;5m\u202e"],
        ["import", "/", "--format", "\x1b[31;5m\u202e"],
        ["reassess"],
        ["reassess", "emergency", "--premise", "\x1b[31;5mgone\u202e"],
        ["vitality"],
        ["vitality", "--json"],
        ["search", "a"],
        ["search", "bold", "--json"],
        ["undo", "--list"],
        ["undo", "--dry-run"],
        ["restore"],
        ["checkin", "--json", "\x1b[31;5mline\u202e"],
        ["checkin", "--gave", "\x1b[31;5mline\u202e"],
        ["add", "--tag", "\x1b[31;5mtag", "\x1b]52;c;aGVsbG8=\x07"],
        ["show", "\x1b[31;5mno such\u202e"],
        ["search", "\x1b[31;5mno such\u202e"],
        ["list", "--since", "\x1b[31;5mno such\u202e"],
        ["config", "\x1b[31;5m\u202e", "x"],
        ["\x1b[31;5mno-such\u202e"],
        ["--home", "/nowhere/\x1b[31;5m", "paths"],
        ["protect", "--json"],
        ["protect", "--change"],
        ["unprotect", "\x1b[31;5m\u202e"],
        ["lock"],
        ["--passphrase-fd", "\x1b[31;5m", "list"],
        ["list", "--passphrase-fd", "\x1b[31;5m\u202e"],
        ["doctor"],
    ],
    ids=lambda command: " ".join(command).encode("ascii", "backslashreplace").decode(),
)
def test_no_command_lets_it_through(lived_in, shell, command):
    said = shell(*command)
    assert said.out or said.err
    assert "Traceback" not in said.err
    assert unexpected(said.out.encode("utf-8", "surrogateescape")) == []
    assert unexpected(said.err.encode("utf-8", "surrogateescape")) == []


def test_every_single_record_can_be_shown(lived_in, shell):
    for place in ["standing", *lived_in.store.months()]:
        for cls in set(map(class_of, kinds())) - {Entry, Checkin}:
            for each in lived_in.store.read(place, cls):
                said = shell("show", each.id)
                assert said.code == 0
                assert unexpected(said.out.encode("utf-8", "surrogateescape")) == []


def test_plain_lines_of_a_review_let_nothing_through(lived_in, shell):
    said = shell("reflect", "weekly", stdin=b"\x1b[31;5mtruth\n\x1b]52;c;eA==\x07\n\n3\n4\n\n\n\n")
    assert said.code == 0
    assert unexpected(said.err.encode("utf-8", "surrogateescape")) == []


def test_every_single_entry_can_be_shown(lived_in, shell):
    for entry in lived_in.journal.entries():
        said = shell("show", entry.id)
        assert said.code == 0
        assert unexpected(said.out.encode("utf-8", "surrogateescape")) == []


def test_plain_lines_of_a_check_in_let_nothing_through(lived_in, shell):
    said = shell("checkin", "--day", "-60d", stdin=b"3\n\n\x1b[31;5mgave\n\n\x1b]52;c;eA==\x07\n\n")
    assert said.code == 0
    assert unexpected(said.out.encode("utf-8", "surrogateescape")) == []


WALKS = {
    "today": [DOWN * 3, b"x", CTRL_P, b"journal", ESCAPE, b"?", ESCAPE, b"u", ESCAPE, b"p", ESCAPE],
    "commitments": [b"3", *[DOWN] * 12, b"\x1b[5~", ENTER, DOWN * 9, ESCAPE, b"m", b"m", ESCAPE, b"e", DOWN * 4, ESCAPE,
                    b"x", ESCAPE, b"p", ESCAPE, b"a", b"text", DOWN * 3, ESCAPE, b"r", ESCAPE],
    "gate": [b"3", DOWN, b"g", b"yes", CTRL_S, CTRL_S, ESCAPE],
    "frame": [b"f", DOWN * 9, b"\x1b[6~", b"e", b"o", ESCAPE, b"t", b"text", ENTER, ENTER, b"p", ESCAPE, ESCAPE],
    "weekly": [b"4", DOWN, ENTER, ESCAPE, b"w", ENTER, DOWN, ENTER, b"text", CTRL_S, ENTER, ENTER, ENTER, ESCAPE],
    "month": [b"4", b"m", b"text", CTRL_S, TAB, DOWN * 3, b" ", ENTER, DOWN, ESCAPE, ESCAPE, CTRL_S, CTRL_S, ESCAPE,
              b"t", CTRL_S, CTRL_S, CTRL_S, ESCAPE, b"a", ESCAPE],
    "read": [b"4", DOWN * 7, ENTER, b"t", b"1", ESCAPE, b"e", ENTER, ESCAPE, ESCAPE, b"y", ESCAPE, DOWN * 2, ENTER,
             ESCAPE, DOWN * 2, ENTER, ESCAPE, b"v", ENTER, DOWN * 3, ESCAPE, DOWN * 9, ESCAPE, b"x", ESCAPE],
    "window": [b"f", b"o", b"text", CTRL_S, b"r", ENTER, b"text", CTRL_S, CTRL_S, CTRL_S, ENTER, b"o", ENTER, DOWN,
               ENTER, b"c", b"k", b"text", ENTER, ESCAPE, DOWN, ENTER, ENTER, b"yes", CTRL_S, ESCAPE, ESCAPE, DOWN,
               ENTER, b"2", DOWN, CTRL_S, TAB, TAB, ESCAPE, DOWN, ENTER],
    "assess": [b"7", DOWN * 5, ENTER, *[b"\x1b[6~"] * 6, DOWN * 3, ENTER, ESCAPE, ESCAPE, DOWN * 3, ENTER, ESCAPE, b"h", DOWN,
               TAB, ENTER, ESCAPE, ESCAPE, b"l", DOWN, ENTER, ESCAPE, ESCAPE],
    "instrument": [b"7", b"a", b"2", b"0" * 12, TAB, b" ", ENTER, ESCAPE, b"y", ESCAPE, b"i", b"text", ENTER, b"n", ESCAPE],
    "feedback": [b"7", b"b", DOWN * 4, ENTER, DOWN * 7, ESCAPE, b"a", b"1", DOWN * 6, b"text", ESCAPE, ESCAPE],
    "rounds": [b"3", DOWN, ENTER, b"o", DOWN * 6, ESCAPE, b"i", b"n", ESCAPE, ESCAPE],
    "mentor": [b"8", DOWN * 4, ENTER, ESCAPE, b"a", *[DOWN * 4] * 9, b" ", b"v", b"\x1b[6~", ESCAPE, b"w", ENTER, ESCAPE, b"e", ESCAPE,
               b"m", b"text", ESCAPE, ESCAPE, b"m", DOWN * 3, ENTER, ESCAPE, b"a", ESCAPE, ESCAPE, b"o", DOWN, b"i", b"/nowhere", ENTER, ESCAPE],
    "signal": [b"s", b"text", DOWN, b"\x1b[C", ENTER],
    "drafts": [DOWN, ENTER, ESCAPE],
    "check-in": [b"c", DOWN * 3, b"\x1b[5~", b"\x1b[5~", DOWN * 5, CTRL_S],
    "journal": [b"2", *[DOWN] * 26, b"\x1b[6~", b"\x1b[6~", b"m", ENTER, b"m", ESCAPE, b"g", b"-3d", ENTER, b"y",
                b"e", b"\x1b[D", ESCAPE, b"o", ESCAPE],
    "editor": [b"2", DOWN, b"e", CTRL_T, ESCAPE, b"more", CTRL_S, b"still", ESCAPE],
    "search": [b"/", b"a", DOWN, DOWN, ENTER, ESCAPE, b"\x7fbold", DOWN, ESCAPE],
    "protection": [b",", DOWN * len(NAMES), ENTER, ENTER, b"\x1b[200~\x1b]52;c;eA==\x07 and more\x1b[201~", ENTER, b"other", ENTER, ESCAPE,
                   ESCAPE, b"\x1b[24~"],
    "settings": [b",", *[DOWN] * 30, ENTER, b"renamed", ENTER, ENTER, ESCAPE, ESCAPE],
}  # fmt: skip


@pytest.mark.parametrize(
    ("walk", "size"),
    [
        *((walk, (80, 24)) for walk in WALKS),
        *(pytest.param(walk, (120, 40), marks=pytest.mark.long) for walk in WALKS),
    ],
)
def test_no_byte_of_it_reaches_a_real_terminal(lived_in, paths, walk, size):
    command = [sys.executable, "-m", "coach"]
    terminal = Terminal(
        command, environment(paths, COACH_NOW="2026-11-20T09:00", COLORTERM="truecolor"), size
    )
    terminal.until(b"Energy")
    terminal.quiet()
    for keys in WALKS[walk]:
        terminal.send(keys)
        terminal.quiet(0.15)
    terminal.send(F10 + ESCAPE)
    terminal.quiet(0.15)
    terminal.kill()
    assert b"Traceback" not in terminal.written
    assert b"unforeseen" not in terminal.written
    assert len(terminal.written) > 10_000
    assert unexpected(terminal.written, by_an_app=True) == []


def test_no_byte_of_it_reaches_a_real_terminal_around_a_lock(lived_in, paths):
    """Hostile passphrases typed and pasted, a lock over hostile pages, and what the shell says of open copies."""
    os.makedirs(paths.packets, mode=0o700, exist_ok=True)
    Path(paths.packets, "\x1b[31;5mpacket\u202e.md").write_text("x")
    Path(paths.data, "\x1b]52;c;eA==\x07.json").write_text("stray")
    protecting.protect(lived_in.store, SECRET, LEAST)
    surroundings = environment(paths, COACH_NOW="2026-11-20T09:00", COLORTERM="truecolor")
    terminal = Terminal([sys.executable, "-m", "coach"], surroundings)
    terminal.until(b"locked")
    for text in STRINGS[:6]:
        terminal.send(
            b"\x1b[200~" + text.encode("utf-8", "replace").replace(b"\x1b[201~", b"") + b"\x1b[201~" + ENTER
        )
        terminal.quiet(0.3)
        terminal.send(b"\x15")
    terminal.send(SECRET.encode() + ENTER)
    terminal.until(b"Energy", len(terminal.written))
    for keys in (
        b"2",
        b"\x1b[24~",
        SECRET.encode() + ENTER,
        F10,
        DOWN * len(NAMES),
        ENTER,
        b"o",
        ENTER,
        ENTER,
        ENTER,
        ESCAPE,
    ):
        terminal.send(keys)
        terminal.quiet(0.3)
    terminal.kill()
    assert b"Traceback" not in terminal.written
    assert b"unforeseen" not in terminal.written
    assert unexpected(terminal.written, by_an_app=True) == []
    typed = Terminal([sys.executable, "-m", "coach", "protect"], surroundings)
    typed.until(b"Passphrase")
    typed.send(SECRET.encode() + b"\n")
    typed.until(b"[y/N]")
    typed.send(b"n\n")
    typed.until(b"Not known to coach")
    typed.kill()
    assert unexpected(typed.written) == []
