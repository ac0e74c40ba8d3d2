"""Turns a template and data into a PDF. A process of its own does it: it can be stopped, and it takes its
memory along when it is done. Whatever a person wrote comes in as data and is never read as markup."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from coach.core.errors import CoachError
from coach.core.installed import command_for
from coach.core.texts import filled, folder, words

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_EVERY = 0.1


def is_possible() -> bool:
    """Whether the typesetter is installed."""
    return find_spec("typst") is not None


def pdf(template: str, data: Any, look: Callable[[], None] = lambda: None) -> bytes:
    """The PDF of some data, by the name of its template. `look` is asked again and again, and may raise."""
    if not is_possible():
        raise CoachError(words.packet.pdf.absent, kept=words.packet.pdf.kept,
                         do=filled(words.packet.pdf.do, command=command_for("pdf")))  # fmt: skip
    command = [
        sys.executable,
        "-P",
        "-m",
        "coach.core.typeset",
        os.path.join(folder(), "templates", f"{template}.typ"),
    ]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment()
    ) as process:
        given: bytes | None = json.dumps(data).encode()
        while True:
            try:
                made, said = process.communicate(given, timeout=_LOOK_EVERY)
                break
            except subprocess.TimeoutExpired:
                given = None
                try:
                    look()
                except BaseException:
                    process.kill()
                    raise
            except BaseException:
                process.kill()
                raise
    if process.returncode:
        why = said.decode("utf-8", "replace").strip().splitlines()[-1:] or ["?"]
        raise CoachError(filled(words.packet.pdf.failed, why=why[0]), kept=words.packet.pdf.kept)
    return made


def _environment() -> dict[str, str]:
    """What the process needs to find this program and its fonts; not what lies in the folder one is in."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": os.path.dirname(os.path.dirname(os.path.abspath(__file__)))}


def _main() -> None:
    import typst

    with open(sys.argv[1], "rb") as file:
        template = file.read()
    files: Any = {"main.typ": template, "data.json": sys.stdin.buffer.read()}
    sys.stdout.buffer.write(typst.compile(files))


if __name__ == "__main__":
    _main()
