"""Every way leads somewhere: each record opens, each draft is taken up, and no page is named that is not there."""

from __future__ import annotations

import inspect

import pytest

from coach.core.records import KINDS
from coach.draft_shape import _CHECKED, _GUIDED
from coach.drafts import Draft
from screens import routes

NOW = "2026-11-20T09:00:00.000+01:00"


@pytest.mark.parametrize(
    "place",
    sorted({*routes.RECORDS.values(), routes.READING, routes.FACT, *(page for *_, page in routes.DRAFTS)}),
)
def test_every_place_is_there_and_takes_the_app_first(place):
    found = routes.loaded(place)
    assert callable(found)
    assert next(iter(inspect.signature(found).parameters)) == "app"


@pytest.mark.parametrize("kind", sorted(_CHECKED | _GUIDED))
def test_every_draft_that_is_offered_has_a_page(kind):
    assert routes.page_of(Draft(f"{kind}-1", kind, NOW, {}))


def test_what_is_routed_is_a_kind_of_record():
    assert routes.RECORDS.keys() <= KINDS.keys()
