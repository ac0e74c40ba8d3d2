"""What the practices say of themselves is so: each name leads to something."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from coach.assessment.place import Now as AssessNow
from coach.core.kinds import called, class_of, kinds
from coach.core.record import Record
from coach.core.service import Service
from coach.core.texts import words
from coach.packet.place import Now as MentorNow
from coach.practice import Practice, loaded
from coach.practices import PRACTICES, belonging, commands, drafting, keeping, practices
from coach.reflection.place import Now as ReflectNow
from screens.routes import PLACES, WAYS
from tests.helpers import ROOT

ALL = list(practices())
BEGUN = {"assess": AssessNow, "mentor": MentorNow, "reflect": ReflectNow}
"""What can be begun in a place."""


def test_every_room_that_declares_a_practice_is_in_the_register():
    rooms = {
        path.parent.name for path in (ROOT / "coach").glob("*/__init__.py") if "PRACTICE" in path.read_text()
    }
    assert {f"coach.{room}" for room in rooms} == set(PRACTICES)


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.room)
def test_what_it_names_is_there(practice: Practice):
    for kind, name in practice.kinds.items():
        assert issubclass(class_of(kind), Record)
        assert (class_of(kind).kind, class_of(kind).__name__) == (kind, name)
        assert called(kind)
        assert kind in loaded(practice.place("describe:LINES"))
    assert set(practice.removable) <= practice.kinds.keys()
    for kind, (other, field) in practice.belongs.items():
        assert (kind, field) in belonging(other)
        assert field in class_of(kind).types
    for named in practice.services.values():
        assert issubclass(loaded(practice.place(named)), Service)
    for kind, looks in practice.drafts.items():
        assert drafting(kind) is practice
        assert not looks or callable(loaded(practice.place(looks)))
        assert kind in {"entries", "checkins"} or words[practice.content, "draft", kind]
    assert all(callable(loaded(practice.place(named))) for named in practice.today.values())
    for name, target in practice.palette.items():
        assert words[practice.content, "palette", name]
        at, _, action = target.rpartition(":")
        assert leads_somewhere(at, action), target
    for in_group in practice.commands.values():
        for word, file in in_group.items():
            assert word in [each.name for each in loaded(practice.place(f"{file}:COMMANDS"))]


def leads_somewhere(at: str, action: str) -> bool:
    """Whether a target of the palette is a way, or something that can be done in a place."""
    if not at:
        return action in WAYS
    found = re.fullmatch(r"(\w+)(?:\('(\w+)'\))?", action)
    assert found
    name, argument = found.groups()
    is_known = argument is None or (name == "begin" and argument in get_args(BEGUN[at]))
    return hasattr(loaded(PLACES[at]), f"action_{name}") and is_known


def test_no_name_is_taken_twice():
    assert len(kinds()) == len(set(kinds()))
    services = [name for each in ALL for name in each.services]
    typed = [name for named in commands().values() for name in named]
    assert len(services) == len(set(services))
    assert len(typed) == len(set(typed))
    drafts = [kind for each in ALL for kind in each.drafts]
    assert len(drafts) == len(set(drafts))


def test_what_waits_on_today_has_a_name_of_its_own(shell):
    """Also beside what `coach today --json` says of everything else."""
    waiting = [name for each in ALL for name in each.today]
    assert len(waiting) == len(set(waiting))
    source = (ROOT / "coach" / "today" / "command.py").read_text()
    fixed = set(re.findall(r'^ {16}"(\w+)": ', source, re.MULTILINE))
    assert fixed
    assert fixed.isdisjoint(waiting)
    assert fixed | set(waiting) == set(shell("today", "--json").json)
    assert keeping("nothing of the kind") is None
