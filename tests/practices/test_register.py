"""What the practices say of themselves is so: each name leads to something."""

from __future__ import annotations

import pytest

from coach.core.kinds import called, class_of, kinds
from coach.core.record import Record
from coach.core.service import Service
from coach.core.texts import words
from coach.practice import Practice, loaded
from coach.practices import PRACTICES, belonging, commands, drafting, keeping, practices
from screens.routes import PLACES, WAYS
from tests.helpers import ROOT

ALL = list(practices())


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
    for place in practice.services.values():
        assert issubclass(loaded(practice.place(place)), Service)
    for kind, looks in practice.drafts.items():
        assert drafting(kind) is practice
        assert not looks or callable(loaded(practice.place(looks)))
        assert kind in {"entries", "checkins"} or words(practice.content, "draft", kind)
    assert all(callable(loaded(practice.place(place))) for place in practice.today.values())
    for name, target in practice.palette.items():
        assert words(practice.content, "palette", name)
        place, _, action = target.rpartition(":")
        assert place in PLACES if place else action in WAYS
    for named in practice.commands.values():
        for word, file in named.items():
            assert word in [each.name for each in loaded(practice.place(f"{file}:COMMANDS"))]


def test_no_name_is_taken_twice():
    assert len(kinds()) == len(set(kinds()))
    services = [name for each in ALL for name in each.services]
    typed = [name for named in commands().values() for name in named]
    assert len(services) == len(set(services))
    assert len(typed) == len(set(typed))
    assert keeping("nothing of the kind") is None
