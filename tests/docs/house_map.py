"""The map of the house in CONTRIBUTING.md, drawn from the first sentence of each package and file.

`python tests/docs/house_map.py` writes it anew; a test holds it to what is there.
"""

from __future__ import annotations

import ast
import re
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "CONTRIBUTING.md"
BEGINS, ENDS = "<!-- the map: make map -->\n```\n", "```\n<!-- here it ends -->"
_WIDTH, _LABEL = 110, 17


def drawn() -> str:
    """Folders with their rooms, and the files that lie at each root."""
    return "\n".join(
        line for root in ("coach", "screens", "assets", "tests") for line in _of_root(ROOT / root)
    )


def in_page(page: str) -> str:
    """The page with the map as it has to be."""
    head, rest = page.split(BEGINS)
    return f"{head}{BEGINS}{drawn()}\n{ENDS}{rest.split(ENDS)[1]}"


def _of_root(root: Path) -> list[str]:
    said = {
        "assets": "Texts, styles, templates and the demo's year.",
        "tests": "One folder a room, and more.",
    }
    lines = _line(f"{root.name}/", _first(root / "__init__.py") or said[root.name], 0)
    rooms = [path for path in sorted(root.iterdir()) if (path / "__init__.py").exists()]
    for path in rooms:
        lines += _line(f"{path.name}/", _first(path / "__init__.py"), 2)
    if rooms:
        for path in sorted(root.glob("[a-z]*.py")):
            lines += _line(path.name, _first(path), 2)
    return lines


def _first(path: Path) -> str:
    """The first sentence of a file."""
    said = (ast.get_docstring(ast.parse(path.read_text())) or "") if path.exists() else ""
    return re.split(r"(?<=\.)\s", " ".join(said.split()), maxsplit=1)[0]


def _line(name: str, said: str, indent: int) -> list[str]:
    first = f"{' ' * indent}{name:<{_LABEL}}"
    return textwrap.wrap(said, _WIDTH, initial_indent=first, subsequent_indent=" " * len(first))


if __name__ == "__main__":
    PAGE.write_text(in_page(PAGE.read_text()))
