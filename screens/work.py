"""What is being written, as it began: new, changed, or taken up where it was left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from zlib import crc32

from coach.content import words
from coach.daily.checkins import drafted_day
from coach.daily.drafts import without_last_line_end
from coach.days import instant
from coach.errors import NotFoundError, UsageError
from coach.ids import new_id
from coach.json_text import one_line
from coach.records import MODES, Checkin, Entry

if TYPE_CHECKING:
    from coach.content import Prompt
    from coach.daily.drafts import Draft
    from coach.records import Mode
    from screens.app import CoachApp

WELCOME = "welcome"


@dataclass(frozen=True, slots=True)
class Work:
    """What is being written, as it began."""

    draft: str
    text: str = ""
    tags: tuple[str, ...] = ()
    mode: Mode | None = None
    share: bool = False
    prompt: str | None = None
    entry: Entry | None = None
    """The entry that is changed; none for a new one."""
    is_taken_up: bool = False
    """Whether it was left as a draft before."""


def write(app: CoachApp, prompt: Prompt | None = None) -> None:
    """A new entry, perhaps to a question."""
    mode = prompt.mode if prompt else None
    work = Work(f"entry-{new_id(instant())}", mode=mode, prompt=prompt.id if prompt else None)
    _open(app, work)


def change(app: CoachApp, entry: Entry) -> None:
    """An entry, changed; what was begun and not saved is taken up."""
    app.attempt(partial(_change, app, entry))


async def _change(app: CoachApp, entry: Entry) -> None:
    name, drafts = f"change-{entry.id}", app.coach.drafts
    draft = await app.background.do(lambda: drafts.read_fields(name))
    if draft is not None:
        await _resume(app, draft)
        written = datetime.fromisoformat(draft.written)
        app.tell(f"This is your draft of {written:%H:%M}, not saved yet. f7 throws it away.")
        return
    work = changing(entry, name)
    left = await app.background.do(lambda: drafts.read(name))
    if left is not None:
        work = replace(work, text=without_last_line_end(left), is_taken_up=True)
        app.tell("This is what your editor left, not saved yet. f7 throws it away.")
    _open(app, work)


def resume(app: CoachApp, draft: Draft) -> None:
    """What was left unfinished, where it was left; what was thrown away since is not brought back."""
    app.attempt(partial(_as_it_lies, app, draft))


async def _as_it_lies(app: CoachApp, shown: Draft) -> None:
    drafts = app.coach.drafts
    draft = await app.background.do(lambda: drafts.read_fields(shown.name))
    if draft is None:
        app.tell(words("leaving", "thrown"))
        app.version += 1
        await app.look_again()
        return
    await _resume(app, draft)


async def _resume(app: CoachApp, draft: Draft) -> None:
    if draft.kind == WELCOME:
        from screens.welcome import WelcomeScreen  # noqa: PLC0415 - once in a life

        app.push_screen(WelcomeScreen(draft))
        return
    if draft.kind != Entry.kind:
        await _elsewhere(app, draft)
        return
    fields = draft.fields
    entry = None
    if fields.get("entry"):
        try:
            entry = await app.background.do(lambda: app.coach.journal.get(str(fields["entry"])))
        except NotFoundError:
            entry = None
        if entry is not None and fields.get("of", version(entry)) != version(entry):
            entry = None
    mode = fields.get("mode")
    name, drafts = draft.name, app.coach.drafts
    left = await app.background.do(lambda: drafts.read(name))
    text = str(fields.get("text", "")) if left is None else without_last_line_end(left)
    work = Work(
        name,
        text,
        tuple(map(str, fields.get("tags", ()))),
        mode if mode in MODES else None,
        bool(fields.get("share")),
        fields.get("prompt"),
        entry,
        is_taken_up=True,
    )
    _open(app, work)
    if fields.get("entry") and entry is None:
        app.tell("The entry was changed or deleted meanwhile. Saved, this draft is an entry of its own.")


def version(entry: Entry) -> str:
    """Which state of an entry a draft begins from."""
    return f"{crc32(one_line(entry.fields()).encode('utf-8', 'surrogatepass')):08x}"


def changing(entry: Entry, draft: str) -> Work:
    return Work(draft, entry.text, entry.tags, entry.mode, entry.share, entry.prompt, entry)


def _open(app: CoachApp, work: Work) -> None:
    from screens.editor import EditorScreen  # noqa: PLC0415 - loads the text area

    app.push_screen(EditorScreen(work))


async def _elsewhere(app: CoachApp, draft: Draft) -> None:
    """What is no text of the journal, on the page it was begun on."""
    if draft.kind == Checkin.kind:
        app.action_checkin(drafted_day(draft.name))
    elif draft.kind == "signals":
        from screens.sheets.signal import park  # noqa: PLC0415

        await park(app, draft)
    elif draft.kind == "reflections":
        await _look_back(app, draft)
    elif draft.kind == "reassessments":
        await _reassess(app, draft)
    elif draft.kind == "packets":
        from screens import packet  # noqa: PLC0415

        await packet.resume(app, draft)
    elif draft.kind in _ASSESSED:
        await _assessed(app, draft)
    elif draft.kind == "frames":
        from screens.frame import change_frame  # noqa: PLC0415

        await change_frame(app, draft)
    elif draft.kind == "seasons":
        from screens.cycle import open_season, pause_all  # noqa: PLC0415

        await (pause_all if draft.name.startswith("pause") else open_season)(app, draft)
    else:
        await _of_commitment(app, draft)


_ASSESSED = ("assessments", "diagnoses", "ladders", "rounds", "feedback")


async def _assessed(app: CoachApp, draft: Draft) -> None:
    """What is assessed, rated, practised or heard."""
    if draft.kind == "assessments":
        from screens.instrument import assess  # noqa: PLC0415 - each page is loaded when it is opened

        await assess(app, draft=draft)
    elif draft.kind == "diagnoses":
        from screens.five_questions import look_at  # noqa: PLC0415

        await look_at(app, draft=draft)
    elif draft.kind == "feedback":
        from screens import feedback  # noqa: PLC0415

        await feedback.resume(app, draft)
    elif draft.kind == "rounds":
        from screens import practising  # noqa: PLC0415

        await practising.resume(app, draft)
    else:
        from screens import ladders  # noqa: PLC0415

        await ladders.resume(app, draft)


async def _look_back(app: CoachApp, draft: Draft) -> None:
    if draft.name.startswith("review-"):
        from screens.weekly import review  # noqa: PLC0415 - each page is loaded when it is opened

        await review(app, draft)
    else:
        from screens import reflection  # noqa: PLC0415

        await reflection.resume(app, draft)


async def _reassess(app: CoachApp, draft: Draft) -> None:
    """One step of a window, or an emergency."""
    if draft.name.startswith("emergency"):
        from screens.sudden import emergency  # noqa: PLC0415

        await emergency(app, draft)
    else:
        from screens import reassessing  # noqa: PLC0415

        await reassessing.resume(app, draft)


async def _of_commitment(app: CoachApp, draft: Draft) -> None:
    from coach.holding import commitments_on  # noqa: PLC0415
    from screens.begun import offer_away  # noqa: PLC0415
    from screens.gate import pass_gate  # noqa: PLC0415
    from screens.holding import commit, renegotiate  # noqa: PLC0415

    coach = app.coach
    if not draft.fields.get("of"):
        await commit(app, draft)
        return
    day = coach.reader().today
    known = await app.background.do(lambda: commitments_on(coach, day, all_of_them=True))
    each = next((each for each in known if each.commitment.id == draft.fields["of"]), None)
    if each is None:
        await app.background.do(lambda: coach.drafts.discard(draft.name))
        app.tell(words("leaving", "gone"))
    elif draft.name.startswith("terms-"):
        await renegotiate(app, each, draft)
    else:
        try:
            await pass_gate(app, each, draft if draft.kind == "gates" else None)
        except UsageError:
            await offer_away(app, draft)
