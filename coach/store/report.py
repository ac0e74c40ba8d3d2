"""What nobody foresaw: a file that a person can read and send, with no word of theirs in it."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import TYPE_CHECKING

from coach import __version__
from coach.core.installed import NAME
from coach.core.texts import filled, words
from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from coach.core.paths import Paths

_FOLDER = "reports"
_PLACEHOLDER = "/OWNER/"
"""In the address of a copy that nobody has published yet."""


def leave(error: BaseException, paths: Paths, now: datetime) -> str:
    """Writes it, and gives a line about it that says where."""
    path = _write(error, paths, now)
    where = filled(words.shell["reported" if path else "unreported"], path=path)
    return f"{filled(words.shell.unforeseen, kind=type(error).__name__)} {where}"


def _write(error: BaseException, paths: Paths, now: datetime) -> str:
    """Gives where it lies; nothing where no disk takes it. The message of an error may quote a person, so
    only its kind and the places it came by are told."""
    moment = now.isoformat(timespec="seconds")
    head = (f"coach {__version__}: something unforeseen", moment, sys.version, sys.platform)
    send = filled(words.shell.send, address=address) if (address := where_to()) else words.shell.send_nowhere
    content = "\n".join((*head, send, *_told(error), "")).encode()
    beside = os.path.join(paths.home, _FOLDER) if os.path.isdir(paths.home) else tempfile.gettempdir()
    name = f"coach-report-{''.join(each for each in moment if each.isdigit())}-{os.getpid()}.txt"
    path = os.path.join(beside, name)
    try:
        files.make_folder(beside)
        files.write_atomically(path, content)
    except OSError:
        return ""
    return path


def where_to() -> str:
    """Where somebody reads reports: as this copy was published; nothing where it was not."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        told = metadata(NAME).get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    found = next((each.partition(", ")[2] for each in told if each.startswith("Issues,")), "")
    return "" if _PLACEHOLDER in found else found


def _told(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield ""
        yield type(error).__name__
        trace = error.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            yield f"  {_place(code.co_filename)}:{trace.tb_lineno} in {code.co_qualname}"
            trace = trace.tb_next
        error = error.__cause__ or error.__context__


def _place(path: str) -> str:
    """The file without the folders above it, which may bear a person's name."""
    return "/".join(path.split(os.sep)[-3:])
