"""Every way leads somewhere: each record opens, each draft is taken up, and no page is named that is not there."""

from __future__ import annotations

import inspect
import re

import pytest

from coach.core.kinds import kinds
from coach.draft_shape import WELCOME
from coach.drafts import Draft
from coach.practices import practices
from screens import routes
from tests.helpers import ROOT

NOW = "2026-11-20T09:00:00.000+01:00"


@pytest.mark.parametrize(
    "place",
    sorted({*routes.RECORDS.values(), routes.READING, routes.FACT, *(page for *_, page in routes.DRAFTS)}),
)
def test_every_place_is_there_and_takes_the_app_first(place):
    found = routes.loaded(place)
    assert callable(found)
    assert next(iter(inspect.signature(found).parameters)) == "app"


@pytest.mark.parametrize("name", sorted(routes.WAYS | routes.PLACES))
def test_every_way_leads_to_something_that_can_be_opened(name):
    assert callable(routes.loaded((routes.WAYS | routes.PLACES)[name]))


def test_every_way_is_gone_and_none_is_missing():
    sources = [
        path.read_text()
        for room in ("coach", "screens")
        for path in (ROOT / room).rglob("*.py")
        if path.name != "routes.py"
    ]
    gone = set(re.findall(r'\bway\("(\w+)"\)', "".join(sources)))
    assert gone <= routes.WAYS.keys()
    assert all(any(f'"{name}"' in source for source in sources) for name in routes.WAYS)


@pytest.mark.parametrize("kind", sorted({WELCOME, *(kind for each in practices() for kind in each.drafts)}))
def test_every_draft_that_is_offered_has_a_page(kind):
    assert routes.page_of(Draft(f"{kind}-1", kind, NOW, {}))


def test_what_is_routed_is_a_kind_of_record():
    assert routes.RECORDS.keys() <= set(kinds())
