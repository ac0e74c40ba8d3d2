"""A person's own questions and templates, in files beside the settings: read when wanted, and checked."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.core.errors import CoachError, UsageError
from coach.core.record import MODES
from coach.core.safe_text import safe_text
from coach.core.tags import clean_tags
from coach.core.texts import filled, words
from coach.journal.prompt import OWN, PLACES, Prompt

if TYPE_CHECKING:
    from coach.core.paths import Paths
    from coach.core.record import Mode

QUESTIONS, TEMPLATES = "prompts.toml", "templates"
_ENDING, _FENCE = ".md", "---"
_LONGEST, _LARGEST, _MOST = 500, 100_000, 200
_FIELDS = {"text", "kind", "mode", "place"}


class Template(NamedTuple):
    """A page that begins with words of its own."""

    name: str
    text: str
    tags: tuple[str, ...] = ()
    mode: Mode | None = None


def questions_path(paths: Paths) -> str:
    """Where own questions are written."""
    return os.path.join(os.path.dirname(paths.config), QUESTIONS)


def templates_path(paths: Paths) -> str:
    """The folder of own templates."""
    return os.path.join(os.path.dirname(paths.config), TEMPLATES)


class Own(NamedTuple):
    """The questions of a file that make sense, and what is wrong with the others."""

    questions: tuple[Prompt, ...] = ()
    faults: tuple[CoachError, ...] = ()


def own_questions(paths: Paths) -> Own:
    """Those of the file; a file that is none at all is an error."""
    path = questions_path(paths)
    if not os.path.exists(path):
        return Own()
    import tomllib  # most people have no such file

    try:
        table = tomllib.loads(_read(path))
    except (ValueError, RecursionError) as error:
        raise _broken(path, str(error)) from error
    given = table.get("prompt", [])
    if set(table) - {"prompt"} or not isinstance(given, list) or len(given) > _MOST:
        raise _broken(path, words.own.shape)
    found: dict[str, Prompt] = {}
    faults = []
    for number, each in enumerate(given, 1):
        try:
            question = _question(path, number, each)
        except CoachError as error:
            faults.append(error)
        else:
            found.setdefault(question.id, question)
    return Own(tuple(found.values()), tuple(faults))


def _question(path: str, number: int, given: Any) -> Prompt:
    where = filled(words.own.number, number=number)
    if (
        not isinstance(given, dict)
        or set(given) - _FIELDS
        or not all(isinstance(each, str) for each in given.values())
    ):
        raise _broken(path, f"{where}: {filled(words.own.fields, fields=', '.join(sorted(_FIELDS)))}")
    text = " ".join(safe_text(given.get("text", "")).split())
    if not text or len(text) > _LONGEST:
        raise _broken(path, f"{where}: {filled(words.own.length, most=_LONGEST)}")
    for name, allowed in (("mode", MODES), ("place", PLACES)):
        if name in given and given[name] not in allowed:
            raise _broken(path, f"{where}: {filled(words.own.one_of, name=name, allowed=', '.join(allowed))}")
    mode: Any = given.get("mode", "both")
    kind = " ".join(safe_text(given.get("kind", "")).split()).lower()
    return Prompt(OWN + text, "", mode, text, kind=kind, place=given.get("place", PLACES[0]))


def own_templates(paths: Paths) -> list[Template]:
    """Each file of the folder that makes sense, by name."""
    found = []
    for path in _template_files(paths):
        with suppress(CoachError):
            found.append(_template(path))
    return found


def _template_files(paths: Paths) -> list[str]:
    folder = templates_path(paths)
    try:
        names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    except OSError as error:
        raise _broken(folder, error.strerror or str(error)) from error
    own = [each for each in names if each.endswith(_ENDING) and not each.startswith(".")]
    return [os.path.join(folder, each) for each in own[:_MOST]]


def _name_of(path: str) -> str:
    return os.path.basename(path).removesuffix(_ENDING)


def own_template(paths: Paths, name: str) -> Template:
    """The one of this name; one that makes no sense is an error that says what is wrong with it."""
    found = _template_files(paths)
    chosen = next((each for each in found if _name_of(each).casefold() == name.strip().casefold()), None)
    if chosen is None:
        known = ", ".join(_name_of(each) for each in found) or words.own.none
        do = filled(words.own.there_are, known=known, folder=templates_path(paths))
        raise UsageError(filled(words.own.no_template, name=name), do=do)
    return _template(chosen)


def _template(path: str) -> Template:
    text, tags, mode = _read(path), list[str](), None
    if text.startswith(f"{_FENCE}\n"):
        head, is_closed, text = text.removeprefix(f"{_FENCE}\n").partition(f"\n{_FENCE}\n")
        if not is_closed:
            raise _broken(path, words.own.fence)
        for line in filter(None, map(str.strip, head.splitlines())):
            name, _, value = line.partition(":")
            if name == "tags":
                tags = clean_tags(value.split(","))
            elif name == "mode" and (found := next((each for each in MODES if each == value.strip()), None)):
                mode = found
            else:
                raise _broken(path, filled(words.own.head, line=line))
    return Template(_name_of(path), text.strip("\n"), tuple(tags), mode)


def _read(path: str) -> str:
    try:
        if not os.path.isfile(path):  # a pipe would be waited for
            raise _broken(path, words.own.no_text)
        with open(path, "rb") as file:
            found = file.read(_LARGEST + 1)
        if len(found) > _LARGEST:
            raise _broken(path, words.own.too_large)
        return found.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _broken(path, words.own.no_text) from error
    except OSError as error:
        raise _broken(path, error.strerror or str(error)) from error


def _broken(path: str, why: str) -> CoachError:
    return UsageError(filled(words.own.broken, path=path, why=why), do=words.own.broken_do)
