"""The canary: what of Textual's inside is stood on is still there, and is known to one file."""

from __future__ import annotations

import ast
import inspect
from typing import Any

import pytest
from textual.app import App

from coach.practice import loaded
from screens import inside
from tests.helpers import ROOT


@pytest.mark.parametrize("place", inside.OVERRIDDEN)
def test_what_is_overridden_is_still_asked_for_in_the_same_way(place):
    for name, arguments in inside.OVERRIDDEN[place].items():
        found = inspect.getattr_static(loaded(place), name)
        function: Any = found.fget if isinstance(found, property) else found
        assert list(inspect.signature(function).parameters) == arguments, name


@pytest.mark.parametrize("place", inside.KEPT)
def test_what_is_read_is_still_kept(place):
    cls = loaded(place)
    source = "".join(
        inspect.getsource(each) for each in cls.__mro__ if each.__module__.startswith("textual.")
    )
    for name in inside.KEPT[place]:
        assert f"self.{name}" in source, name


def test_no_other_file_imports_a_private_module():
    for path in (ROOT / "screens").rglob("*.py"):
        if path.name == "inside.py":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            private = [each for each in names if each.startswith("textual") and "._" in each]
            assert private == [], path


def test_an_app_says_while_it_holds_its_drawing_back():
    app: App[None] = App()
    assert not inside.is_batched(app)
    with app.batch_update():
        assert inside.is_batched(app)
