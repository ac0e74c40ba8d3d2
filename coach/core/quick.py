"""The few sentences a capture says. In code, because reading a file of texts costs a capture 7 ms; the tests
hold them to the content, which another language says otherwise."""

from __future__ import annotations

from coach.core.texts import filled, language, words

ENGLISH = {
    ("journal", "saved"): "Saved {ref} {when}.",
    ("journal", "at"): "at {time}",
    ("journal", "undo_added"): "added entry {what}",
    ("signals", "parked"): "Parked {ref}. It is answered in the window.",
    ("signals", "undo_parked"): "parked a signal",
}


def quick(file: str, name: str, **values: str) -> str:
    """One of them, with what stands in its braces."""
    return filled(words[file, "says", name] if language() else ENGLISH[file, name], **values)
