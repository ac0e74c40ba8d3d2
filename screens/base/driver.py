"""Reading the terminal, whatever it sends: bytes that are no text, a paste that never ends.

Textual reads strictly: one such byte would end the app, an unclosed paste would swallow every key. What is
private to Textual here is held by `tests/screens/test_driver.py`.
"""

from __future__ import annotations

import os
import re
import selectors
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

from screens.inside import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser

if TYPE_CHECKING:
    from collections.abc import Callable

_GLANCE = 0.1
_PASTE = BRACKETED_PASTE_START.encode()
_AT_ONCE = 1 << 12
_ANSWER_BEGINS = b"\x1b]11;"
_ANSWER = re.compile(rb"\x1b\]11;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[0n")
_LONGEST_ANSWER = 40
_LONGEST_PAUSE = 50
"""Glances without a byte in the middle of a paste, until it is over: a slow line pauses for less."""


class Driver(LinuxDriver):
    """The driver of a terminal that may send anything."""

    def run_input_thread(self) -> None:
        """Hands on what comes, until the app ends."""
        parser = XTermParser(self._debug)
        pasting = Pasting()
        late = Late()
        is_first = True
        decode: Callable[[bytes], str] = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            early: bytes = late.without(getattr(self._app, "typed", b"")).replace(b"\n", b"\r")
            for event in parser.feed(decode(early)) if early else ():
                self.process_message(event)
            while not self.exit_event.is_set():
                raw = os.read(self.fileno, _AT_ONCE) if selector.select(_GLANCE) else None
                raw = late.without(raw) if raw else raw
                if is_first and raw and _PASTE not in raw:
                    # What was typed before the terminal was ours was translated: Enter is a line feed.
                    raw = raw.replace(b"\n", b"\r")
                is_first = is_first and not raw
                if raw == b"":  # the terminal is gone; whoever leaves the app notices
                    self.exit_event.wait(_GLANCE)
                for event in parser.feed(text) if (text := pasting.whole(decode(raw or b""))) else ():
                    self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)


class Late:
    """What a terminal says of its ground when nobody waits for it any more."""

    def __init__(self) -> None:
        self._held = b""

    def without(self, raw: bytes) -> bytes:
        """What was typed, and nothing of such an answer; one that is not whole yet is held."""
        raw = _ANSWER.sub(b"", self._held + raw)
        begins = raw.rfind(_ANSWER_BEGINS)
        self._held = raw[begins:] if begins >= 0 and len(raw) - begins < _LONGEST_ANSWER else b""
        return raw[: len(raw) - len(self._held)]


class Pasting:
    """Whether a paste is under way, and when it has been for too long."""

    def __init__(self) -> None:
        self._is_open = False
        self._ends_with = ""
        self._pauses = 0

    def whole(self, text: str) -> str:
        """The text, with the end of a paste behind it that nobody sends any more."""
        if not text:
            self._pauses += self._is_open
            return self._close() if self._pauses > _LONGEST_PAUSE else ""
        self._pauses = 0
        seen = self._ends_with + text
        begins, ends = seen.rfind(BRACKETED_PASTE_START), seen.rfind(BRACKETED_PASTE_END)
        if begins >= 0 or ends >= 0:
            self._is_open = begins > ends
        self._ends_with = seen[-len(BRACKETED_PASTE_START) + 1 :]
        return text

    def _close(self) -> str:
        self._is_open, self._pauses, self._ends_with = False, 0, ""
        return BRACKETED_PASTE_END
