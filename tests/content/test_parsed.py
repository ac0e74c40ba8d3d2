"""Texts are parsed once and lie beside themselves from then on, as Python's own code does."""

from __future__ import annotations

import os
import sys
import tomllib

import pytest

from coach.core.parsed import parsed


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "a.toml"
    path.write_text('said = "one"\n')
    return path


def cached(file):
    (found,) = (file.parent / "__pycache__").iterdir()
    return found


def test_it_is_parsed_once(file, monkeypatch):
    assert parsed(str(file)) == {"said": "one"}
    monkeypatch.setattr(tomllib, "load", lambda _: pytest.fail("parsed again"))
    assert parsed(str(file)) == {"said": "one"}


def test_a_file_that_changed_is_read_anew(file):
    parsed(str(file))
    file.write_text('said = "two"\n')
    os.utime(file, ns=(1, 1))
    assert parsed(str(file)) == {"said": "two"}


@pytest.mark.parametrize("harm", [b"", b"\x00" * 64, b"no marshal", b"N", b")\x01N"])
def test_what_is_broken_there_is_parsed_again(file, harm):
    parsed(str(file))
    cached(file).write_bytes(harm)
    assert parsed(str(file)) == {"said": "one"}
    assert cached(file).read_bytes() != harm


def test_where_nothing_can_be_written_it_is_parsed_each_time(file, monkeypatch):
    monkeypatch.setattr(os, "makedirs", lambda *_, **__: (_ for _ in ()).throw(PermissionError()))
    assert parsed(str(file)) == {"said": "one"}


def test_whoever_wants_no_bytecode_gets_none(file, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    parsed(str(file))
    assert not (file.parent / "__pycache__").exists()
