"""Tables, Markdown, paper and the calendar: whole files that others read and that harm nobody."""

from __future__ import annotations

import csv
import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.app import build
from coach.core.days import Clock
from coach.core.errors import CoachError
from coach.core.kinds import kinds
from coach.core.paths import Paths
from coach.core.steps import Steps
from coach.exchange import exporting, incoming, reading, tables
from tests.hostile import STRINGS, unexpected


def export(coach, path, format_name: str, *, over: bool = False, **wanted) -> str:
    return exporting.export(coach, exporting.Wanted(format_name, **wanted), str(path), Steps(), over=over)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_cell_is_no_formula_and_comes_back_as_it_was(text):
    cell = tables.neutral(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert tables.restored(cell) == text


def test_a_table_for_each_kind_that_there_is(coach, tmp_path):
    coach.journal.write('=HYPERLINK("http://evil.example")', tags=["a", "b"])
    coach.frames.point("-1+2")
    folder = export(coach, tmp_path / "tables", "csv")
    assert sorted(os.listdir(folder)) == ["entries.csv", "frames.csv"]
    with open(os.path.join(folder, "entries.csv"), encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["text"] == '\'=HYPERLINK("http://evil.example")'
    assert row["tags"] == '["a", "b"]'
    path = export(coach, tmp_path / "one.csv", "csv", kind="frames")
    with open(path, encoding="utf-8", newline="") as file:
        assert [row["direction"] for row in csv.DictReader(file)] == ["'-1+2"]


def test_entries_come_back_from_their_table(coach, tmp_path):
    for text in ("=1+1", "'quoted", 'with, commas and "quotes"\nand lines', "\ttab"):
        coach.journal.write(text, tags=["walk"])
    export(coach, tmp_path / "entries.csv", "csv", kind="entries")
    other = build(Paths(str(tmp_path / "other")), coach.clock)
    incoming.bring_in(
        other, incoming.plan(other, reading.read(other, str(tmp_path / "entries.csv"))), "x", Steps()
    )
    assert sorted(each.text for each in other.journal.entries()) == sorted(
        each.text for each in coach.journal.entries()
    )
    assert incoming.plan(coach, reading.read(coach, str(tmp_path / "entries.csv"))).is_empty


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1),
        min_size=1,
        max_size=4,
    )
)
def test_a_folder_of_markdown_comes_back_as_it_was(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("homes")
    one, other = (build(Paths(str(folder / name)), Clock()) for name in ("one", "other"))
    texts = [text for text in texts if text.strip() and text == text.strip("\n")] or ["x"]
    for text in texts:
        one.journal.write(text, tags=["walk before mail"], mode="leading", share=True)
    place = export(one, folder / "journal", "markdown", is_folder=True)
    incoming.bring_in(other, incoming.plan(other, reading.read(other, place)), "x", Steps())
    kept = [{**each.fields(), "source": "app"} for each in other.journal.entries()]
    assert kept == [{**each.fields(), "created": each.fields()["at"]} for each in one.journal.entries()]


def test_a_folder_a_month_with_names_that_were_made_up(coach, tmp_path):
    coach.journal.write("../../etc/passwd", tags=["../.."])
    place = export(coach, tmp_path / "journal", "markdown", is_folder=True)
    (name,) = os.listdir(os.path.join(place, "2026-11"))
    assert name.startswith("2026-11-20-0900-")
    assert stat.S_IMODE(os.stat(os.path.join(place, "2026-11", name)).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(place).st_mode) == 0o700


def test_one_page_of_markdown_lets_nothing_through(coach, tmp_path):
    for each in STRINGS:
        coach.journal.write(each, tags=[each])
    content = (tmp_path / export(coach, tmp_path / "j.md", "markdown")).read_bytes()
    assert unexpected(content) == []
    assert content.count(b"\n## ") == 1 + sum(1 for _ in STRINGS if "\n## " in _)
    assert content.count(b"\n### ") == len(STRINGS)


def test_the_journal_becomes_a_book(coach, tmp_path):
    pytest.importorskip("typst")
    for each in (*STRINGS, "#panic()", "中文", "Grüße"):
        coach.journal.write(each)
    with open(export(coach, tmp_path / "j.pdf", "pdf"), "rb") as file:
        assert file.read(4) == b"%PDF"


def test_a_book_that_is_stopped_leaves_nothing(coach, tmp_path):
    pytest.importorskip("typst")
    coach.journal.write("word " * 200_000)
    steps = Steps(lambda done, of: setattr(steps, "is_stopped", done == of))
    with pytest.raises(CoachError, match="stopped"):
        exporting.export(coach, exporting.Wanted("pdf"), str(tmp_path / "out" / "j.pdf"), steps)
    assert not os.path.exists(tmp_path / "out") or os.listdir(tmp_path / "out") == []


def test_the_calendar_goes_out_too(coach, tmp_path):
    coach.seasons.open("execution")
    with open(export(coach, tmp_path / "c.ics", "ics"), "rb") as file:
        assert b"BEGIN:VCALENDAR" in file.read()


def test_what_is_there_is_not_written_over_by_a_folder(coach, tmp_path):
    coach.journal.write("x")
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine.txt").write_text("mine")
    for wanted in ({"is_folder": True},):
        with pytest.raises(CoachError, match="is there already"):
            export(coach, tmp_path / "there", "markdown", **wanted)
    assert os.listdir(tmp_path / "there") == ["mine.txt"]
    assert os.path.dirname(export(coach, tmp_path / "there", "json")) == str(tmp_path / "there")


def test_a_file_that_is_there_is_replaced_whole_or_not_at_all(coach, tmp_path, monkeypatch):
    coach.journal.write("x")
    path = tmp_path / "a.json"
    path.write_text("before")
    with pytest.raises(CoachError, match="is there already"):
        export(coach, path, "json")

    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coach.store.files.sync", fails)
    with pytest.raises(CoachError, match="the disk is full"):
        export(coach, path, "json", over=True)
    assert path.read_text() == "before"
    assert {"a.json"} <= {*os.listdir(tmp_path)} <= {"a.json", "home", "person"}


@pytest.mark.parametrize(
    ("format_name", "wanted"),
    [("docx", {}), ("csv", {"kind": "dreams"}), ("json", {"kind": "entries"}), ("json", {"is_folder": True})],
)
def test_what_cannot_be_is_refused(coach, tmp_path, format_name, wanted):
    coach.journal.write("x")
    with pytest.raises(CoachError):
        export(coach, tmp_path / "x", format_name, **wanted)


def test_an_empty_home_has_nothing_to_export(coach, tmp_path):
    with pytest.raises(CoachError, match="nothing to export"):
        export(coach, tmp_path / "x", "json")


def test_every_kind_can_be_a_table():
    for kind in kinds():
        assert b"".join(tables.rows(kind, [], Steps())).startswith(b'"id","created"')
