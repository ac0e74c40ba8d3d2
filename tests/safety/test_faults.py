"""D1, D2, D3, D5: every write-side call of every story fails, falls short, or is the last one made: all of them in
`make safety`, a third of them in `make test`."""

from __future__ import annotations

import errno
import os
import shutil
from functools import partial

import pytest

from coach.core.errors import CoachError
from tests.helpers import LONG
from tests.safety.shim import KILLED, Shim, cut_off, refusing
from tests.safety.stories import STORIES, Records, Story, everything, open_store
from tests.safety.test_power import go_on

_STRIDE = 3


@pytest.fixture
def base(tmp_path):
    return tmp_path / "base" / "home"


def prepared(story: Story, base) -> tuple[Records, Records, int]:
    """A home before the act; the states before and after; how many calls the act makes."""
    os.makedirs(base.parent)
    story.prepare(open_store(str(base)))
    before = state_of(base)
    shutil.copytree(base.parent, base.parent.parent / "once")
    once = str(base.parent.parent / "once" / "home")
    shim = Shim(once)
    with shim.active():
        story.act(open_store(once))
    return before, everything(open_store(once)), shim.count


def chosen(story: Story, calls: int) -> range:
    """Each call in the full sweep; else every third, from another one on for each story."""
    return range(1, calls + 1) if LONG else range(1 + len(story.name) % _STRIDE, calls + 1, _STRIDE)


def state_of(home) -> Records:
    """The records, read in a copy: looking at captures folds them."""
    shutil.copytree(home.parent, home.parent.parent / "look")
    found = everything(open_store(str(home.parent.parent / "look" / "home")))
    shutil.rmtree(home.parent.parent / "look")
    return found


def acted(story: Story, home) -> None:
    story.act(open_store(str(home)))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["full", "broken"])
def test_a_refused_call_leaves_the_old_or_the_new_and_one_line(story, code, base, tmp_path):
    before, after, calls = prepared(story, base)
    for failing in chosen(story, calls):
        shutil.copytree(base.parent, tmp_path / "try")
        home = tmp_path / "try" / "home"
        said = ""
        with refusing(str(home), failing, code).active():
            try:
                story.act(open_store(str(home)))
            except CoachError as error:
                said = str(error)
                assert "\n" not in said
        found = everything(open_store(str(home)))
        if not said or "in the history" in said:
            assert found == after
        elif "Nothing was changed" in said:
            assert found == before
        else:
            assert found in (before, after)
        go_on(str(home), found)
        shutil.rmtree(tmp_path / "try")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_kill_at_any_call_leaves_the_old_or_the_new(story, when, base, tmp_path):
    before, after, calls = prepared(story, base)
    for last in chosen(story, calls):
        shutil.copytree(base.parent, tmp_path / "try")
        home = tmp_path / "try" / "home"
        ended = cut_off(str(home), last, when, partial(acted, story, home))
        assert ended in (KILLED, 0)  # a call that failed has no "after"
        found = everything(open_store(str(home)))
        assert found in ((before, after) if ended == KILLED else (after,))
        go_on(str(home), found)
        shutil.rmtree(tmp_path / "try")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_system_that_takes_half_a_write_at_a_time_loses_nothing(story, base):
    _, after, _ = prepared(story, base)
    with Shim(str(base), shorten=True).active():
        story.act(open_store(str(base)))
    assert everything(open_store(str(base))) == after
