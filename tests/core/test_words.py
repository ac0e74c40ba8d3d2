"""Ids, safe text, JSON lines: the small pieces everything stands on."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.ids import milliseconds_of, new_id, short
from coach.core.json_text import one_line
from coach.core.safe_text import cells, first_line, safe_lines, safe_text

any_text = st.text(alphabet=st.characters())  # lone surrogates and all
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@given(st.integers(0, (1 << 48) * 1_000_000 - 1), st.binary(min_size=8, max_size=8))
def test_ids_are_uuids_of_version_7_ordered_by_time(nanoseconds, noise):
    made = new_id(nanoseconds, noise)
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", made)
    assert milliseconds_of(made) == nanoseconds // 1_000_000
    assert new_id(nanoseconds + 1000, b"\0" * 8) > made or nanoseconds > (1 << 48) * 1_000_000 - 1001
    assert made[-12:].startswith(short(made))


def test_ids_use_all_of_the_noise():
    ones = new_id(999_999, b"\xff" * 8)
    assert ones == "00000000-0000-7fff-bfff-ffffffffffff"
    assert len({new_id(0) for _ in range(1000)}) == 1000


@given(any_text)
def test_no_control_sign_is_left_in_safe_text(text):
    assert not CONTROLS.search(safe_text(text))
    assert not any(CONTROLS.search(line) for line in safe_lines(text))
    assert not CONTROLS.search(first_line(text, 20))
    assert cells(first_line(text, 20)) <= 20


def test_control_signs_are_shown_not_dropped():
    assert safe_text("a\x1b[31mb\x00\x7f\x9b") == "a␛[31mb␀␡<009B>"
    assert safe_text("ab\u202ecd\ud800") == "ab<202E>cd<D800>"
    assert safe_text("häuser 👩‍👩‍👧 [bold]") == "häuser 👩‍👩‍👧 [bold]"
    assert safe_lines("a\r\nb\tc\rd") == ["a", "b   c␍d"]
    assert first_line("one\n two   three", 80) == "one two three"
    assert first_line("x" * 100, 10) == "x" * 9 + "…"
    assert first_line("日本語" * 9, 10) == "日本語日…"
    assert cells("e\u0301日") == 3


@given(any_text)
def test_json_lines_are_one_line_and_give_the_text_back(text):
    line = one_line({"text": text})
    assert json.loads(line)["text"] == text
    assert "\n" not in line
    assert not CONTROLS.search(line)
    assert len(line.splitlines()) == 1
    line.encode()


def test_json_is_readable_where_it_can_be():
    assert one_line(["grün 👍"]) == '["grün 👍"]'
    with pytest.raises(ValueError, match="JSON"):
        one_line(float("nan"))
