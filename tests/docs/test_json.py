"""The page of `--json` is what the program says, and names every command that says it."""

from __future__ import annotations

from coach.cli.main import load
from coach.core.json_text import CONTRACT
from coach.practices import commands
from coach.shell.command import Parser
from tests.docs import json_page
from tests.docs.json_samples import SAMPLES

_ASKS = {"status"}
"""`--format json` instead: a prompt has other formats beside it."""


def _with_json() -> set[str]:
    found = set(_ASKS)
    for named in commands().values():
        for name in named:
            parser = Parser(load(name), prog=name)
            load(name).fill(parser)
            if parser.option("--json"):
                found.add(name)
    return found


def test_every_command_that_says_json_is_typed_once():
    assert {each.typed.split()[0] for each in SAMPLES} == _with_json()


def test_the_page_is_what_the_program_says():
    page = json_page.PAGE.read_text()
    assert json_page.in_page(page) == page, "`make json` draws it; a field that goes makes CONTRACT one more"
    assert f"now {CONTRACT}." in page


def test_settings_are_typed(shell):
    told = shell("config", "--json").json
    assert (told["limit"], told["plain"], told["day_ends"]) == (5, False, "04:00")
    assert shell("config", "plain", "--json").json == {"plain": False}
    assert shell("version", "--json").json["json"] == CONTRACT
