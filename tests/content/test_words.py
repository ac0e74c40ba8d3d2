"""Sentences are reached as attributes: none is missing, and none lies about unused."""

from __future__ import annotations

import ast
import re
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coach.cli.main import load
from coach.core.quick import ENGLISH
from coach.core.texts import ContentError, words
from coach.practices import commands
from coach.shell.command import Parser
from tests.content import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SAID_BY_NAME = (
    "*.called.*",
    "*.palette.*",
    "*.draft.*",
    "*.help.**",
    "help.**",
    "*.command.**",
    "*.option.**",
)
"""By the register, for every practice."""


def test_the_types_of_the_sentences_are_those_of_the_files():
    assert typed.STUB.read_text("utf-8") == typed.stub(), "make words"


def test_no_sentence_lies_about_unused():
    used = [
        *SAID_BY_NAME,
        *(f"{file}.says.{name}" for file, name in ENGLISH),
        *(path for file in sources() for path in said_in(ast.parse(file.read_text("utf-8")))),
    ]
    known = {tuple(each.split(".")) for each in used if not each.startswith("*.**") and each != "**"}
    by_file: dict[str, list[tuple[str, ...]]] = {}
    for each in known:
        by_file.setdefault("*" if "*" in each[0] else each[0], []).append(each)

    def is_used(path: list[str]) -> bool:
        return any(is_said(path, each) for file in (path[0], "*") for each in by_file.get(file, ()))

    left = [path for path in sentences() if not is_used(path.split("."))]
    assert not left, "\n".join(left)


def test_what_a_capture_says_in_code_is_what_the_content_says():
    assert {path: words[path[0], "says", path[1]] for path in ENGLISH} == ENGLISH


def test_every_brace_of_a_sentence_is_filled():
    left = []
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "filled":
                given = {each.arg for each in node.keywords}
                for path in () if None in given else _paths(node.args[0]):
                    wanted = {brace for text in reached(path) for brace in re.findall(r"\{(\w+)\}", text)}
                    left += [f"{file.name}: {path} {brace}" for brace in wanted - given]
    assert not left, "\n".join(left)


def reached(path: str) -> list[str]:
    """The sentences a path may mean; of several, those that all share a star are looked at by their own rooms."""
    if "*" in path:
        return []
    found: Any = tomllib.loads(
        next(typed.CONTENT.glob(f"*/{path.split('.', maxsplit=1)[0]}.toml")).read_text("utf-8")
    )
    for name in path.split(".")[1:]:
        found = found[name]
    return [found] if isinstance(found, str) else []


def is_said(path: list[str], said: tuple[str, ...]) -> bool:
    """Whether one way of saying reaches a sentence; a star at its end reaches all below."""
    is_open = said[-1] == "**" and len(path) >= len(said)
    is_long_enough = len(path) == len(said) or is_open
    return is_long_enough and all(fnmatchcase(one, each) for one, each in zip(path, said, strict=False))


def sources() -> Iterator[Path]:
    """All code that can say something."""
    for folder in ("coach", "screens", "assets"):
        yield from (ROOT / folder).rglob("*.py")


def sentences() -> Iterator[str]:
    """Every sentence by its path; what stands in lists of tables is read by its own tests."""
    for file in typed.CONTENT.glob("*/*.toml"):
        yield from _in(file.stem, tomllib.loads(file.read_text("utf-8")))


def _in(path: str, table: dict[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _in(f"{path}.{key}", value)
        elif isinstance(value, str):
            yield f"{path}.{key}"


def said_in(tree: ast.Module) -> Iterator[str]:
    """The paths a module says: a star where a name is found out, two where a table is handed on whole."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Subscript)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Subscript):
            for path in _paths(node):
                yield path
                if id(node) not in inner and not path.endswith("*"):
                    yield f"{path}.**"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "table":
            yield ".".join([*(_names(each)[0] for each in node.args), "**"])


def _paths(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Name):
        return [""] if node.id == "words" else []
    if isinstance(node, ast.Attribute):
        return [f"{before}.{node.attr}".strip(".") for before in _paths(node.value)]
    if isinstance(node, ast.Subscript):
        found = _paths(node.value)
        for each in node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]:
            found = [f"{before}.{name}".strip(".") for before in found for name in _names(each)]
        return found
    return []


def _names(node: ast.expr) -> list[str]:
    """What a name may be."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)]
    if isinstance(node, ast.IfExp):
        return [*_names(node.body), *_names(node.orelse)]
    return ["*"]


def test_every_option_of_every_command_has_its_sentence():
    for name in (each for named in commands().values() for each in named):
        command = load(name)
        parser = Parser(command, prog=name)
        command.fill(parser)
        assert command.summary
        parser.format_help()
        assert all(action.help for action in parser._actions)


def test_no_option_is_described_that_is_not_there():
    described, there = set(), set()
    for name in (each for named in commands().values() for each in named):
        command = load(name)
        parser = Parser(prog=name)
        command.fill(parser)
        there |= {(name, action.dest) for action in parser._actions}
    for file in typed.CONTENT.glob("*/*.toml"):
        said = tomllib.loads(file.read_text("utf-8")).get("command", {})
        described |= {(name, option) for name, each in said.items() for option in each.get("option", {})}
    assert described <= there


def test_a_sentence_that_is_not_there_is_an_error_that_names_it():
    with pytest.raises(ContentError, match=r"weekly.*nonesuch"):
        words.weekly["nonesuch"]
    with pytest.raises(ContentError, match="title"):
        words.weekly["title", "deeper"]
