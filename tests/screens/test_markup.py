"""D11: no widget and no line over the page takes text for markup. Read off the source, so that a new one that does
cannot slip in; and that the reading itself notices is tried on samples."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.helpers import ROOT

SCREENS = sorted((ROOT / "screens").rglob("*.py"))
# Widgets of Textual that draw a text as it is typed, without a thought of markup.
HARMLESS = {"Input", "TextArea"}
DRAWN = {"border_title", "border_subtitle", "tooltip", "title", "sub_title", "loading_message", "help"}
PARSERS = {"from_markup", "visualize", "render_str", "markup_to_content", "print", "escape"}


Classes = dict[str, ast.ClassDef]


def classes(*sources: str) -> Classes:
    """Every class of these files by its name."""
    nodes = (node for source in sources for node in ast.walk(ast.parse(source)))
    return {node.name: node for node in nodes if isinstance(node, ast.ClassDef)}


OURS = classes(*(path.read_text() for path in SCREENS))


def bases(of: ast.ClassDef) -> list[str]:
    return [ast.unparse(base).partition("[")[0] for base in of.bases]


def widgets_of_textual(tree: ast.AST) -> set[str]:
    """The names this file has from `textual.widgets`."""
    return {
        each.asname or each.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets")
        for each in node.names
    }


def takes_markup(name: str, ours: Classes, theirs: set[str]) -> bool:
    """Whether a class draws what it is given as Textual's `Static` does."""
    if name in ours:
        return any(takes_markup(base, ours, theirs | {"Static"}) for base in bases(ours[name]))
    return name in theirs - HARMLESS


def says_no(call: ast.Call) -> bool:
    return any(
        each.arg == "markup" and isinstance(each.value, ast.Constant) and each.value.value is False
        for each in call.keywords
    )


def forgets_itself(name: str, ours: Classes) -> bool:
    """Whether a class of ours leaves `markup=False` to who makes one."""
    if name not in ours:
        return True
    inside = [each for each in ast.walk(ours[name]) if isinstance(each, ast.Call)]
    if made := [each for each in inside if ast.unparse(each.func) == "super().__init__"]:
        return not any(says_no(each) for each in made)
    return all(forgets_itself(base, ours) for base in bases(ours[name]))


def faults(source: str, ours: Classes) -> list[str]:
    """What of a file could take a person's text for markup."""
    tree = ast.parse(source)
    theirs = widgets_of_textual(tree)
    return [said for node in ast.walk(tree) for said in (*call(node, ours, theirs), *drawn(node))]


def call(node: ast.AST, ours: Classes, theirs: set[str]) -> list[str]:
    if not isinstance(node, ast.Call):
        return []
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
    parses = name in PARSERS
    parses |= name == "notify" and not says_no(node)
    parses |= takes_markup(name, ours, theirs) and not says_no(node) and forgets_itself(name, ours)
    return [f"{node.lineno}: {name}"] if parses else []


def drawn(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Content("):
        return []
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    names = [each.attr for each in targets if isinstance(each, ast.Attribute) and each.attr in DRAWN]
    return [f"{name} is drawn as markup" for name in names]


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_is_taken_for_markup(path: Path):
    assert faults(path.read_text(), OURS) == []


@pytest.mark.parametrize(
    "line",
    [
        "Static(text)",
        "Label(text, markup=True)",
        "Button(text)",
        "OptionList(text)",
        "self.app.notify(text)",
        "self.border_title = text",
        "self.border_title = safe_text(text)",
        "self.tooltip = text",
        "self.app.sub_title += text",
        "Content.from_markup(text)",
        "Told(text)",
    ],
)
def test_one_that_would_is_noticed(line):
    source = "from textual.widgets import Button, Label, OptionList, Static\n\n\nclass Told(Static):\n    pass\n\n\n"
    harmless = 'Static(text, markup=False)\nself.notify(text, markup=False)\nTold("", markup=False)'
    assert faults(source + line, classes(source))
    assert not faults(source + harmless, classes(source))
