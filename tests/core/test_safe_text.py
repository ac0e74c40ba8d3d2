"""Text on a terminal: measured as the app measures it, cut in bounded time, whatever it holds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coach.core.safe_text import cells, cut, first_line, safe_text, wrapped

PICTURES = ["❤️", "✔️", "👍🏽", "👨‍👩‍👧", "한글", "각", "日本", "é", "🇩🇪", "ü", "·●◐◌▰", "–“”…"]
signs = st.lists(
    st.sampled_from([*PICTURES, "a", " ", "\u0301", "\u200d", "\ufe0f", "x" * 9]), max_size=30
).map("".join)


@pytest.mark.parametrize("text", PICTURES)
def test_what_is_no_ascii_is_measured_as_the_app_measures_it(text):
    assert cells(text) == cell_len(text)
    assert first_line(f"{text} {text}", 40) == f"{text} {text}", "nothing of it is cropped"
    assert cut(text * 3, cells(text)) == text


@given(signs, st.integers(-3, 12))
def test_nothing_is_wider_than_its_room_and_nothing_hangs(text, width):
    text = safe_text(text)
    assert cells(cut(text, width)) <= max(width, 0)
    assert text.startswith(cut(text, width))
    assert cells(first_line(text, width)) <= max(width, 0)
    assert "".join("".join(wrapped(text, max(width, 2))).split()) == "".join(text.split())


@pytest.mark.parametrize("sign", ["a", "ü", "日", "❤️"])
def test_a_paragraph_of_a_hundred_thousand_signs_is_wrapped_at_once(sign):
    text = f"{sign}ber und {sign} " * 12_000
    start = time.perf_counter()
    assert len(wrapped(text, 78)) > 1_000
    assert time.perf_counter() - start < 5, "it took 57 s"
