"""Text on a terminal: measured as the app measures it, cut in bounded time, whatever it holds."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coach.core.counting import words_in
from coach.core.safe_text import cells, cut, first_line, safe_text, wrapped
from screens.widgets.cards import Card, Column, laid_out, told

PICTURES = ["❤️", "✔️", "👍🏽", "👨‍👩‍👧", "한글", "각", "日本", "é", "🇩🇪", "क्षि", "नमस्ते", "ü", "·●◐◌▰", "–“”…"]
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


whole = st.lists(st.sampled_from([*PICTURES, "word", "\t"]), min_size=1, max_size=12)


@given(whole, st.integers(4, 14))
def test_no_picture_is_torn_and_all_of_a_text_is_drawn(pieces, width):
    """Each piece stands whole on one of the lines, and a card draws every line as it is."""
    text = " ".join(pieces)
    lines = wrapped(text, width)
    clusters = Counter(piece.strip() for piece in pieces if cells(piece.strip()) <= width and piece.strip())
    found = " ".join(lines)
    assert all(found.count(each) >= count for each, count in clusters.items())
    card = Card("", tuple(told(text, width)))
    drawn = laid_out([(Column((card,)),)], width + 4).lines[1:-1]
    assert all(sum(cells(part) for part, _, _ in line) == width + 4 for line in drawn)
    assert [line[1][0] for line in drawn] == lines


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("two words", 2),
        ("今日は歩いた。", 6),
        ("Ran 5 km, 暑い", 5),
        ("한글 은 좋다", 3),
        ("नमस्ते दुनिया", 2),
        ("", 0),
    ],
)
def test_words_are_counted_as_their_script_writes_them(text, count):
    assert words_in(text) == count


@pytest.mark.parametrize("sign", ["a", "ü", "日", "❤️"])
def test_a_paragraph_of_a_hundred_thousand_signs_is_wrapped_at_once(sign):
    text = f"{sign}ber und {sign} " * 12_000
    start = time.perf_counter()
    assert len(wrapped(text, 78)) > 1_000
    assert time.perf_counter() - start < 5, "it took 57 s"
