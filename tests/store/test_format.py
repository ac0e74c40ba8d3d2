"""A data file as bytes: tables are read one by one, and nothing is read otherwise than as a whole."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.errors import DamagedError
from coach.store.format import HEAD, META, decode, encode

TEXTS = st.text(max_size=12) | st.sampled_from(['"x": {\n', "\n},\n", "\n}}\n", '"', "\\", "{", "é"])
FIELDS = st.dictionaries(TEXTS, TEXTS | st.integers() | st.none(), max_size=3)
TABLES = st.dictionaries(TEXTS.filter(lambda name: name != META), st.dictionaries(TEXTS, FIELDS, max_size=3))


def signed(laid_out: str) -> bytes:
    """A file that somebody else laid out, with a checksum that holds."""
    raw = bytearray(laid_out.encode())
    raw[len(HEAD) : len(HEAD) + 64] = hashlib.sha256(raw).hexdigest().encode()
    return bytes(raw)


@given(TABLES)
def test_what_was_written_is_read_table_by_table_as_it_is_read_whole(tables):
    raw = bytes(encode("2026-11", tables, 7))
    content = decode(raw, "2026-11")
    whole = json.loads(raw)
    del whole[META]
    assert set(content.tables) == set(whole) == set(tables)
    assert {name: content.tables[name] for name in reversed(list(content.tables))} == whole
    assert content.tables == tables
    assert (content.revision, len(content.tables)) == (7, len(tables))
    assert content.tables.get(META) is None


@pytest.mark.parametrize(
    "rows",
    [
        '{"entries": {"a": {"text": "x"}}, "marks": {}}',
        '{"entries": {\n"a": {\n"text": "x"\n}\n},\n"marks": {\n}\n}',
        '{"entries": {\n"a": {"text": "x"}\n}, "marks": {\n\n}}\n',
        '{"entries": {"a": {"text": "x"}},\n"marks": {\n\n}}\n',
    ],
)
def test_a_file_laid_out_by_another_hand_is_read_too(rows):
    raw = signed(
        '{"_meta": {"file": {"sha256": "'
        + "0" * 64
        + '", "format": 1, "name": "2026-11", "rev": 3}},\n'
        + rows[1:]
    )
    assert decode(raw, "2026-11").tables == {"entries": {"a": {"text": "x"}}, "marks": {}}


def test_a_table_that_is_no_json_is_damage_when_it_is_asked_for():
    raw = bytes(encode("2026-11", {"entries": {"a": {"text": "x"}}, "marks": {}}, 3))
    harmed = raw.replace(b'{"text": "x"}', b'{"text": "x"')
    harmed = harmed[: len(HEAD)] + b"0" * 64 + harmed[len(HEAD) + 64 :]
    content = decode(signed(harmed.decode()), "2026-11")
    with pytest.raises(DamagedError, match="not what coach wrote"):
        content.tables["entries"]
