"""How a draft and what was kept since become one."""

from __future__ import annotations

import pytest

from coach.answers import laid_over


@pytest.mark.parametrize(
    ("left", "began", "kept", "found", "both"),
    [
        ("draft", "", "", "draft", False),
        ("draft", "before", "before", "draft", False),
        ("before", "before", "kept since", "kept since", False),
        ("draft", "before", "kept since", "kept since\n\ndraft", True),
        ("draft", "before", "draft", "draft", False),
        ("draft", "before", "", "draft", False),
        ("", "before", "kept since", "kept since", False),
        ("", "before", "before", "", False),
    ],
)
def test_no_text_of_either_is_lost(left, began, kept, found, both):
    said, names = laid_over({"truth": left}, {"truth": began}, {"truth": kept}, {"truth"})
    assert (said.get("truth", ""), names) == (found, ["truth"] if both else [])


def test_of_what_is_chosen_the_kept_one_counts():
    assert laid_over({"energy": "3"}, {"energy": ""}, {"energy": "5"}, ()) == ({"energy": "5"}, ["energy"])
