"""The page of `--json`, drawn from what every command says over the sample year.

`python tests/docs/json_page.py` writes it anew; a test holds it to what is said.
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import sys
import tempfile
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from coach.cli.main import run
from coach.core.kinds import is_known
from coach.exchange.schema import schema
from tests.docs.json_samples import EMPTY, FILES, MORE, SAMPLES, Sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    Shape = dict[str, set[str]]

PAGE = Path(__file__).parents[2] / "docs" / "json.md"
BEGINS, ENDS = "<!-- drawn: make json -->\n", "<!-- here it ends -->"
NOW = "2026-11-20T21:00:00"
BY_NAME = {
    "answers", "asked", "new", "changed", "gone", "skills", "steps", "shares", "questions", "tags", "stands", "other",
    "scores", "called", "if_then",
}  # fmt: skip
"""Objects whose names are the person's, or those of questions: a name says nothing of the contract."""
RECORDS = {kind: set(told["properties"]) for kind, told in schema()["$defs"].items()}
SAID = {
    "id": r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "day": r"\d{4}-\d\d-\d\d",
    "moment": r"\d{4}-\d\d-\d\dT.*",
}


def drawn() -> str:
    """All of the page that the program says."""
    shapes: dict[str, Shape] = {name: dict(shape) for name, shape in EMPTY.items()}
    rows = []
    for sample, value in said():
        for each in value if sample.of == "array" else [value]:
            _into(shapes.setdefault(sample.gives, {}), each)
        rows.append(f"| `coach {re.sub('@[a-z]+', 'REF', sample.typed)}` | {_given(sample)} |")
    return "\n".join(
        [
            "## What each command gives\n\n| command | gives |\n|---|---|",
            *rows,
            *_objects({name: shape for name, shape in shapes.items() if not is_known(name)}),
            *_records(),
            "",
        ]
    )


def in_page(page: str) -> str:
    """The page as it has to be."""
    head, rest = page.split(BEGINS)
    return f"{head}{BEGINS}{drawn()}{ENDS}{rest.split(ENDS)[1]}"


def said() -> Iterator[tuple[Sample, Any]]:
    """What each sample gives, one after the other in one home."""
    with tempfile.TemporaryDirectory() as folder, _person(Path(folder)):
        _typed("demo", "--into", "home")
        os.environ["COACH_HOME"] = str(Path(folder) / "home")
        _typed("export", "-o", "archive.json")
        _typed("others", "form", "-o", "form.md", "--role", "peer")
        form = Path("form.md").read_text()
        Path("form.md").write_text(form.replace("OM1 = ", "OM1 = 2"))
        _typed("backup", "-o", "other.zip")
        for sample in SAMPLES:
            os.environ["COACH_NOW"] = sample.when or NOW
            words = [_reference(each) for each in shlex.split(sample.typed)]
            code, told, error = _typed(*words, *([] if "--format" in words else ["--json"]))
            assert told.strip(), (sample, code, error)
            yield sample, json.loads(told)


@contextmanager
def _person(folder: Path) -> Iterator[None]:
    """Somebody with a home, a clock and a folder of their own."""
    kept, where, stdin = dict(os.environ), Path.cwd(), sys.stdin
    os.environ.update(HOME=str(folder), COACH_NOW=NOW, TZ="Europe/Berlin")
    for name, text in FILES.items():
        (folder / name).write_text(text)
    os.chdir(folder)
    sys.stdin = io.TextIOWrapper(io.BytesIO())
    try:
        yield
    finally:
        sys.stdin = stdin
        os.chdir(where)
        os.environ.clear()
        os.environ.update(kept)


def _typed(*words: str) -> tuple[int, str, str]:
    out, error = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    with redirect_stdout(out), redirect_stderr(error):
        code = run(words)
    for stream in (out, error):
        stream.flush()
    return code, _read(out), _read(error)


def _read(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def _reference(word: str) -> str:
    if not word.startswith("@"):
        return word
    newest: str = json.loads(_typed("list", word[1:], "-n", "1", "--json")[1])[0]["id"]
    return newest[-12:-6]


def _into(shape: Shape, value: Any, path: str = "") -> None:
    """The names in a value with the types that stand there."""
    if isinstance(value, dict) and _name(path) not in BY_NAME:
        kind = _kind(value)
        own = {name: each for name, each in value.items() if not (kind and name in RECORDS[kind])}
        shape.setdefault(path, set()).add(f"all of [{kind}](#{kind})" if kind else "")
        for name, each in own.items():
            _into(shape, each, f"{path}.{name}" if path else name)
        return
    shape.setdefault(path, set()).add(_type(value))
    if isinstance(value, list):
        for each in value:
            _into(shape, each, f"{path}[]")


def _name(path: str) -> str:
    return path.rpartition(".")[2].removesuffix("[]")


def _kind(value: dict[str, Any]) -> str | None:
    """The kind of records whose fields all are there: the one with most of them."""
    fitting = [kind for kind, fields in RECORDS.items() if fields <= value.keys()]
    return max(fitting, key=lambda kind: len(RECORDS[kind]), default=None)


def _type(value: Any) -> str:
    if isinstance(value, str):
        return next((name for name, pattern in SAID.items() if re.fullmatch(pattern, value)), "text")
    if value is None:
        return "null"
    return {bool: "true or false", int: "number", float: "number", list: "array", dict: "object by name"}[
        type(value)
    ]


def _given(sample: Sample) -> str:
    name = sample.gives
    link = name if name in {"text", "any record"} else f"[{name}](#{name.replace(' ', '-')})"
    return f"an array of {link}" if sample.of == "array" else link


def _objects(shapes: dict[str, Shape]) -> Iterator[str]:
    yield "\n## Objects"
    for name, shape in sorted(shapes.items()):
        if name in {"text", "any record"}:
            continue
        yield f"\n### {name}\n"
        if whole := " or ".join(sorted(shape.get("", set()) - {"", "null"})):
            yield f"{whole[0].upper()}{whole[1:]}.\n"
        lines = [f"| `{path}` | {told} |" for path in shape if path and (told := _told(name, path, shape))]
        yield from (["| field | type |\n|---|---|", *lines] if lines else [])


def _told(name: str, path: str, shape: Shape) -> str:
    """What stands there; nothing where that follows from what is in it."""
    types = set(shape[path])
    if path.endswith("[]") or types == {""}:
        return ""
    of = sorted(each or "objects" for each in shape.get(f"{path}[]", set()) - {"array"})
    if "array" in types and of:
        types = types - {"array"} | {f"array of {' or '.join(of)}"}
    if more := MORE.get(f"{name}.{path}"):
        types = types - {"array"} | set(more.split(" or "))
    return " or ".join(sorted({each or "object" for each in types}, key=lambda each: (each == "null", each)))


def _records() -> Iterator[str]:
    """Those that are kept, as the archive's schema has them."""
    yield "\n## Records"
    for kind, told in schema()["$defs"].items():
        yield f"\n### {kind}\n\n{told['description']}\n\n| field | type |\n|---|---|"
        for name, each in told["properties"].items():
            yield f"| `{name}` | {_schema_type(each)} |"


def _schema_type(told: dict[str, Any]) -> str:
    if "anyOf" in told:
        return " or ".join(_schema_type(each) for each in told["anyOf"])
    if "enum" in told:
        return ", ".join(f"`{each}`" for each in told["enum"])
    if inner := told.get("items") or told.get("additionalProperties"):
        return f"{'array' if told['type'] == 'array' else 'object by name'} of {_schema_type(inner)}"
    name = told.get("format") or ("moment" if "pattern" in told else told["type"])
    said = {"string": "text", "boolean": "true or false", "integer": "number", "date": "day", "uuid": "id"}
    return said.get(name, name)


if __name__ == "__main__":
    PAGE.write_text(in_page(PAGE.read_text()))
