"""Packets, names, exports and imports from the shell: looked at first, written only when that is asked for."""

from __future__ import annotations

import json
import os

import pytest

from coach.core.errors import NO_DATA, NOT_FOUND, USAGE
from coach.packet import names, packets
from tests.helpers import process


@pytest.fixture
def told(coach):
    coach.frames.change({"direction": "Make onboarding boring", "giving_up": "the talks"})
    coach.journal.write("mine alone")
    coach.journal.write("to show, with Torvald", share=True)
    return coach


ASK = ("--to", "Robin", "--ask", "Where is it thin?")


def test_a_packet_is_only_shown_until_it_is_to_be_written(told, shell, paths):
    said = shell("packet", *ASK)
    assert said.code == 0
    assert "Make onboarding boring" in said.out
    assert "mine alone" not in said.out
    assert "1 private entry" in said.err
    assert "May be names: Torvald" in said.err
    assert "--write writes it" in said.err
    assert not os.path.exists(paths.packets)
    assert shell("packet", "--log").code == NO_DATA


def test_written_it_lies_where_it_is_said_and_in_the_log(told, shell, tmp_path):
    said = shell("packet", *ASK, "--write", "--format", "md, html", "-o", str(tmp_path / "out"))
    assert said.code == 0
    paths = said.out.split()
    assert [os.path.splitext(each)[1] for each in paths] == [".md", ".html"]
    assert all(os.path.dirname(each) == str(tmp_path / "out") for each in paths)
    log = shell("packet", "--log")
    assert "Robin: Where is it thin?" in log.out
    assert paths[0] in log.out
    (kept,) = shell("packet", "--log", "--json").json
    assert kept["to"] == "Robin"
    assert kept["files"] == paths
    assert "show, with Torvald" in shell("show", kept["id"]).out
    assert "# For Robin" in shell("list", "packets", "--json").json[0]["document"]


def test_what_a_program_is_shown_is_what_a_person_is_shown(told, shell):
    shown = shell("packet", *ASK, "--json").json
    assert shown["format"] == "coach-packet"
    assert [each["title"] for each in shown["sections"]] == ["Direction", "Delivery", "Entries to show"]


def test_parts_and_lines_are_taken_in_and_left_out(told, shell):
    assert "to show" not in shell("packet", *ASK, "--without", "shared").out
    lines = shell("packet", *ASK, "--lines").out.splitlines()
    mine = next(line for line in lines if "mine alone" in line)
    bet = next(line for line in lines if "The bet" in line)
    assert "○" in mine
    assert "●" in bet
    said = shell("packet", *ASK, "--take", mine.split()[0], "--leave", bet.split()[0])
    assert "mine alone" in said.out
    assert "Make onboarding boring" not in said.out
    assert "0 private entries" in said.err
    assert shell("packet", *ASK, "--take", "zzz").code == NOT_FOUND
    assert shell("packet", *ASK, "--with", "dreams").code == USAGE
    assert shell("packet", *ASK, "--write", "--format", "docx").code == USAGE


def test_it_takes_somebody_and_an_ask_to_write_one(told, shell, paths):
    said = shell("packet", "--to", "Robin", "--write")
    assert said.code == USAGE
    assert "one ask" in said.err
    assert not os.path.exists(paths.packets)


def test_names_are_marked_listed_and_unmarked(told, shell):
    assert shell("people").code == 0
    said = shell("people", "add", "Torvald", "Lie", "--as", "a friend")
    assert "a friend" in said.err
    assert "Torvald Lie" in shell("people").out
    assert "with a friend" in shell("packet", *ASK).out
    assert [each["name"] for each in shell("people", "--json").json] == ["Torvald Lie"]
    assert shell("people", "forget", "torvald lie").code == 0
    assert shell("people", "forget", "torvald lie").code == NOT_FOUND
    assert "with Torvald" in shell("packet", *ASK).out


def test_everything_goes_out_and_comes_in(told, shell, tmp_path, monkeypatch):
    path = str(tmp_path / "all.json")
    assert shell("export", "-o", path).out.strip() == path
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "other"))
    look = shell("import", path, "--dry-run")
    assert "2 entries new" in look.out
    assert shell("list", "entries").code == NO_DATA
    done = shell("import", path)
    assert "One `coach undo` takes all of it back" in done.err
    assert {each["text"] for each in shell.entries()} == {"mine alone", "to show, with Torvald"}
    assert "Nothing new in it" in shell("import", path).out
    assert "imported 3 records from all.json" in shell("undo").err
    assert shell("import", path, "--json").json["done"] is True


def test_what_is_one_file_can_go_into_a_pipe(told, shell, paths):
    shell("list")
    ran = process(paths, "export", "--format", "markdown")
    assert "mine alone" in ran.stdout
    assert json.loads(process(paths, "export").stdout)["format"] == "coach-archive"
    assert process(paths, "export", "--format", "csv", "--kind", "entries").stdout.startswith(
        '"id","created"'
    )
    assert shell("export", "--format", "csv").code == USAGE
    assert shell("export", "--format", "markdown", "--folder").code == USAGE
    assert shell("export", "--format", "docx").code == USAGE
    assert shell("export", "--schema").json["title"] == "coach archive"


def test_an_empty_home_has_nothing_to_take_out(shell):
    assert shell("export").code == NO_DATA


def test_what_does_not_fit_is_said_with_its_place(shell, tmp_path):
    (tmp_path / "t.csv").write_text("date,text\n2024-01-30,Walked\n3/4/2024,When?\n")
    said = shell("import", str(tmp_path / "t.csv"), "--dry-run")
    assert "1 entry new, Tue 30 Jan 2024" in said.out
    assert "line 3: “3/4/2024” may be two days" in said.out
    (tmp_path / "x.json").write_text("{")
    bad = shell("import", str(tmp_path / "x.json"))
    assert bad.code == 1
    assert bad.err.startswith("coach: x.json, line 1: it is no JSON")
    assert bad.err.count("\n") == 1


def test_an_answer_comes_back_to_its_packet(told, shell, tmp_path):
    shell("packet", *ASK, "--write")
    (packet,) = packets.all_packets(told)
    (tmp_path / "answer.md").write_text(f"Let go of it.\n\ncoach-packet: {packet.id}\n")
    assert "An answer to a packet" in shell("import", str(tmp_path / "answer.md")).out
    assert "mentor (Robin): Where is it thin? Let go of it." in shell("list", "feedback").out


def test_a_name_marked_here_stays_out_of_a_packet_written_elsewhere(told, shell, tmp_path):
    names.mark(told, "Torvald")
    said = shell("packet", *ASK, "--write", "--format", "md,html,txt,json", "-o", str(tmp_path / "out"))
    for path in said.out.split():
        with open(path, "rb") as file:
            assert b"Torvald" not in file.read()
