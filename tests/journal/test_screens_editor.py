"""Writing an entry: nothing typed is ever lost."""

from __future__ import annotations

import errno
import os
import threading

import pytest
from textual.events import Key, Paste

from coach.app import build
from coach.core.errors import BusyError, CoachError
from coach.drafts import Draft
from coach.today.today import gather
from screens.app import CoachApp
from screens.journal.editor import EditorScreen
from screens.routes import take_up
from screens.widgets.writing import Page
from tests.hostile import STRINGS
from tests.screens.person import opened, place, press, row, screen_text, settled, type_in, until


@pytest.fixture
def begun(coach) -> CoachApp:
    """The app of a person who is past the welcome."""
    coach.journal.write("the first one")
    return CoachApp(coach, gather(coach))


def texts(coach) -> list[str]:
    return [entry.text for entry in build(coach.paths, coach.clock).journal.entries()]


async def test_an_entry_gets_words_tags_a_mode_and_is_private_unless_shared(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "Asked and\nwaited")
        await until(pilot, lambda: "3 words" in screen_text(begun))
        assert "not shared" in screen_text(begun)
        await press(pilot, "ctrl+t")
        await type_in(pilot, "mara, asking\n")
        await press(pilot, "ctrl+o", "ctrl+o", "ctrl+r", "ctrl+s")
        assert "saved 09:00" in screen_text(begun)
        await press(pilot, "escape")
    entry = next(entry for entry in coach.journal.entries() if entry.text == "Asked and\nwaited")
    assert (entry.tags, entry.mode, entry.share) == (("mara", "asking"), "leading", True)
    assert not list(coach.drafts.left())


async def test_saving_twice_changes_the_one_entry(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "one")
        await pilot.press("ctrl+s", "ctrl+s")
        await settled(pilot)
        await type_in(pilot, " two")
        await press(pilot, "ctrl+s", "escape")
    assert sorted(texts(coach)) == ["one two", "the first one"]


async def test_leaving_keeps_a_draft_that_can_be_taken_up(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "half a thought")
        await press(pilot, "escape")
        await press(pilot, row("Draft"), "enter")
        assert begun.screen.query_one(Page).written == "half a thought"
        await press(pilot, "f7", "enter")
        assert "half a thought" not in screen_text(begun)
    assert texts(coach) == ["the first one"]
    assert not list(coach.drafts.left())


async def test_quitting_keeps_what_is_being_written(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "not yet saved")
        await pilot.press("ctrl+q")
    assert [draft.fields["text"] for draft in coach.drafts.left()] == ["not yet saved"]


async def test_a_full_disk_keeps_the_text_and_it_is_saved_once_there_is_room(coach, begun, monkeypatch):
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "precious")

        def full(*_args, **_options):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("coach.store.files.os.fsync", full)
        await press(pilot, "ctrl+s")
        assert place(begun) is EditorScreen
        assert "could not save" in screen_text(begun)
        await press(pilot, "escape")
        assert place(begun) is EditorScreen
        monkeypatch.undo()
        monkeypatch.setattr("screens.base.live._LOOK_EVERY", 3600.0)
        await press(pilot, "ctrl+s")
        assert "saved 09:00" in screen_text(begun)
    assert "precious" in texts(coach)


async def test_the_persons_own_editor_gets_the_text_and_gives_it_back(coach, begun, monkeypatch):
    seen = []

    def edit(_command, path):
        with open(path, encoding="utf-8") as file:
            seen.append(file.read())
        with open(path, "w", encoding="utf-8") as file:
            file.write("from vim\n")
        return 0

    monkeypatch.setattr("coach.core.editor.run", edit)
    monkeypatch.setattr("coach.core.editor.command", lambda _: ["vim"])
    monkeypatch.setattr("screens.base.live.LiveApp.hand_over", lambda _, work: work())
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "from coach")
        await press(pilot, "ctrl+e", "ctrl+s", "escape")
    assert seen == ["from coach\n"]
    assert "from vim" in texts(coach)


async def test_an_editor_that_is_not_there_is_one_line_and_the_text_stays(begun, monkeypatch):
    def missing(*_):
        raise CoachError("there is no editor called nonesuch")

    monkeypatch.setattr("coach.core.editor.run", missing)
    monkeypatch.setattr("screens.base.live.LiveApp.hand_over", lambda _, work: work())
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "still here")
        await press(pilot, "ctrl+e")
        assert "no editor called nonesuch" in screen_text(begun)
        assert begun.screen.query_one(Page).written == "still here"


async def test_an_entry_changed_elsewhere_meanwhile_is_not_written_over(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "2", "e")
        await type_in(pilot, ", mine")
        other = build(coach.paths, coach.clock)
        other.journal.change(next(other.journal.entries()), text="theirs")
        await press(pilot, "ctrl+s")
        assert "could not save" in screen_text(begun)
        assert begun.screen.query_one(Page).written == "the first one, mine"
    assert texts(coach) == ["theirs"]
    assert [draft.fields["text"] for draft in coach.drafts.left()] == ["the first one, mine"]


async def test_hostile_text_is_pasted_shown_and_saved_unchanged(coach, begun):
    expected = [text.replace("\r", "\n") for text in STRINGS]
    async with opened(begun) as pilot:
        for text in STRINGS:
            await press(pilot, "n")
            begun.post_message(Paste(text))
            await settled(pilot)
            await press(pilot, "ctrl+s", "x", "backspace", "home", "ctrl+s", "escape")
        await press(pilot, "2", "e")
        assert begun.screen.query_one(Page).written == expected[-1]
    kept = texts(coach)
    assert [number for number, text in enumerate(expected) if text not in kept] == []


async def test_an_entry_with_a_waiting_draft_opens_with_it(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "2", "e")
        await type_in(pilot, " and PRECIOUS")
        await press(pilot, "escape", "e")
        assert begun.screen.query_one(Page).written == "the first one and PRECIOUS"
        await press(pilot, "escape", "e", "ctrl+s")
    assert texts(coach) == ["the first one and PRECIOUS"]


async def test_a_draft_of_an_entry_that_was_changed_since_becomes_an_entry_of_its_own(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "2", "e")
        await type_in(pilot, " mine")
        await press(pilot, "escape")
        other = build(coach.paths, coach.clock)
        other.journal.change(next(other.journal.entries()), text="theirs, much longer")
        await press(pilot, "e", "ctrl+s")
    assert sorted(texts(coach)) == ["the first one mine", "theirs, much longer"]


async def test_what_is_typed_while_a_save_waits_stays(coach, begun, monkeypatch):
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "before")

        waiting = threading.Event()

        def busy(*_args, **_options):
            waiting.wait(20)
            raise BusyError("another coach is writing")

        monkeypatch.setattr("coach.journal.journal.Journal.write", busy)
        await pilot.press("ctrl+s", *"_after")
        await until(pilot, lambda: begun.screen.query_one(Page).written == "before_after")
        waiting.set()
        await settled(pilot)
        await press(pilot, "escape")
    held = [draft.fields["text"] for draft in coach.drafts.left()]
    caught = [entry.text for entry in build(coach.paths, coach.clock).journal.entries()]
    assert "before_after" in [*held, *caught]


async def test_an_editor_that_fails_leaves_the_page_as_it_was(begun, monkeypatch):
    def fail(_command, path):
        os.remove(path)
        return 1

    monkeypatch.setattr("coach.core.editor.run", fail)
    monkeypatch.setattr("screens.base.live.LiveApp.hand_over", lambda _, work: work())
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "still here")
        await press(pilot, "ctrl+e")
        assert begun.screen.query_one(Page).written == "still here"


async def test_a_look_that_fails_after_a_save_does_not_save_twice(coach, begun, monkeypatch):
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "once")

        async def fail(_):
            raise CoachError("the folder cannot be read")

        with monkeypatch.context() as broken:
            broken.setattr("screens.base.live.LiveApp.look_again", fail)
            await press(pilot, "ctrl+s")
        await press(pilot, "ctrl+s", "escape")
    assert sorted(texts(coach)) == ["once", "the first one"]


async def test_leaving_with_a_full_disk_asks_first(begun, monkeypatch):
    async with opened(begun) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "only here")

        def full(*_args, **_options):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("coach.store.files.os.fsync", full)
        await press(pilot, "ctrl+q")
        assert "The disk takes nothing" in screen_text(begun)
        await press(pilot, "escape")
        assert begun.screen.query_one(Page).written == "only here"


@pytest.mark.parametrize(
    "content",
    [
        '{"kind": "entries", "written": "yesterday", "writer": "0123456789abcdef", "fields": {"text": "x"}}',
        '{"kind": "entries", "written": 5, "writer": "0123456789abcdef", "fields": {"text": "x"}}',
        '{"kind": "entries", "written": "2026-11-20T08:00:00", "writer": "a\\u0000b", "fields": {}}',
        '{"kind": "checkins", "written": "2026-11-20T08:00:00", "writer": "0123456789abcdef", "fields": {}}',
        '{"kind": "entries", "written": "2026-11-20T08:00:00", "writer": "0123456789abcdef", "fields": {"tags": 5}}',
        '{"kind": "entries", "written": "2026-11-20T08:00:00", "writer": "0123456789abcdef", "fields": [1]}',
        "[" * 200_000,
        "",
        "\x00",
    ],
    ids=range(9),
)
async def test_a_broken_draft_keeps_nobody_from_opening_the_app(begun, coach, content):
    coach.drafts.keep("entry-bad", "")
    place = coach.drafts.place("entry-bad")
    with open(place, "w", encoding="utf-8") as file:
        file.write(content)
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "down", "2", "1")
        assert "the first one" in screen_text(app)
    assert os.path.exists(place)


async def test_another_windows_draft_is_left_alone(coach, begun):
    name = f"change-{next(coach.journal.entries()).id}"
    async with opened(begun) as pilot:
        await press(pilot, "2", "e")
        other = build(coach.paths, coach.clock)
        draft = Draft(name, "entries", "2026-11-20T08:00:00.000+01:00", {"text": "two hundred words"})
        other.drafts.keep_fields(draft)
        await press(pilot, "escape")
    assert [each.text for each in coach.drafts.left()] == ["two hundred words"]


async def test_what_a_killed_editor_left_is_taken_up(coach, begun):
    name = f"change-{next(coach.journal.entries()).id}"
    coach.drafts.keep(name, "a thousand words from vim\n")
    async with opened(begun) as pilot:
        await press(pilot, "2", "e")
        assert begun.screen.query_one(Page).written == "a thousand words from vim"
        await press(pilot, "ctrl+s")
    assert texts(coach) == ["a thousand words from vim"]


async def test_a_paste_waits_for_the_page_it_is_meant_for(begun):
    async with opened(begun) as pilot:
        begun.post_message(Key("n", "n"))
        begun.post_message(Paste("pasted words"))
        await until(pilot, lambda: bool(begun.screen.query(Page)))
        await settled(pilot)
        assert begun.screen.query_one(Page).written == "pasted words"


async def test_what_is_thrown_away_is_gone_from_today_and_does_not_come_back(coach, paths):
    coach.journal.write("so that no welcome is said")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "what I do not want")
        await press(pilot, "escape")
        assert "what I do not want" in screen_text(app)
        (row,) = coach.drafts.left()
        take_up(app, row)
        await settled(pilot)
        await press(pilot, "f7", "enter")
        assert "what I do not want" not in screen_text(app)
        take_up(app, row)  # as another window that has not looked since
        await settled(pilot)
        assert "That draft is thrown away" in screen_text(app)
        await press(pilot, "escape")
    assert list(coach.drafts.left()) == []


async def test_a_family_that_is_typed_stays_one(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "n")
        for sign in "👨\u200d👩\u200d👧":
            begun.screen.focused.post_message(Key("zwj" if sign == "\u200d" else sign, sign))
        await settled(pilot)
        await press(pilot, "ctrl+s")
    assert "👨\u200d👩\u200d👧" in texts(coach)
