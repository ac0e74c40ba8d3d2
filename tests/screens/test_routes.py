"""Every way leads somewhere: each record opens, each draft is taken up, and no page is named that is not there."""

from __future__ import annotations

import inspect
import re

import pytest

from coach.core.kinds import kinds
from coach.draft_shape import WELCOME
from coach.drafts import Draft
from coach.practice import loaded
from coach.practices import practices
from screens import routes
from tests.helpers import ROOT

NOW = "2026-11-20T09:00:00.000+01:00"


@pytest.mark.parametrize(
    "place",
    sorted({*routes.RECORDS.values(), routes.READING, routes.FACT, *(page for *_, page in routes.DRAFTS)}),
)
def test_every_place_is_there_and_takes_the_app_first(place):
    found = loaded(place)
    assert callable(found)
    assert next(iter(inspect.signature(found).parameters)) == "app"


@pytest.mark.parametrize("name", sorted(routes.WAYS | routes.PLACES))
def test_every_way_leads_to_something_that_can_be_opened(name):
    assert callable(loaded((routes.WAYS | routes.PLACES)[name]))


def test_each_way_is_opened_by_somebody_and_nobody_opens_another():
    pages = "".join(path.read_text() for path in (ROOT / "screens").rglob("*.py") if path.name != "routes.py")
    says = [*(ROOT / "coach").rglob("due.py"), ROOT / "coach" / "today" / "asks.py"]
    waiting = " ".join(" ".join(path.read_text() for path in says).split())
    named = {target for each in practices() for target in each.palette.values() if ":" not in target}
    called = set(re.findall(r'\b(?:way|open_way)\((?:\w+(?:\.\w+)*, )?"(\w+)"', pages))
    told = {name for name in routes.WAYS if re.search(rf'(Waiting|_named)\([^=]*?"{name}"', waiting)}
    assert called <= routes.WAYS.keys()
    assert called | named | told == routes.WAYS.keys()


@pytest.mark.parametrize("kind", sorted({WELCOME, *(kind for each in practices() for kind in each.drafts)}))
def test_every_draft_that_is_offered_has_a_page(kind):
    assert routes.page_of(Draft(f"{kind}-1", kind, NOW, {}))


def test_what_is_routed_is_a_kind_of_record():
    assert routes.RECORDS.keys() <= set(kinds())
