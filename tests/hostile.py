"""D11: text that would steer a terminal, break a layout or be taken for markup, and what may reach a terminal."""

from __future__ import annotations

import re

from coach.shell.terminal import ASK

STRINGS = (
    "\x1b[2J\x1b[H clears",
    "\x1b[31;5m blinks \x1b[0m",
    "\x1b]52;c;aGVsbG8=\x07 the clipboard",
    "\x1b]0;the title\x1b\\",
    "\x1b]8;;http://evil.example\x1b\\a link\x1b]8;;\x1b\\",
    "\x1bP1$r0m\x1b\\ asks back \x1b[6n\x1b[c",
    "\x9b31m and \x9d52;c;eA==\x9c are C1",
    "null \x00 bell \x07 back \x08\x08\x08 delete \x7f form \x0c vertical \x0b",
    "carriage\rreturn",
    "bidi \u202egnp.exe\u202c \u2066isolated\u2069 \u200fmark",
    "zero\u200bwidth \u2060joined \ufeffmarked \U000e0041tagged",
    "half a pair \ud800 and \udfff",
    "[/ [bold] [/bold] [@click=app.bell]press[/] [red]",
    "[@click=app.action_leave()]leave[/]",
    "$primary {0} %s ${HOME} `id` $(id)",
    "<script>alert(1)</script> &amp; ![x](http://evil.example/x.png)",
    '=HYPERLINK("http://evil.example") +1 -1 @x',
    "e" + "\u0301" * 200 + " stacked",
    "\u4e2d\u6587" * 60 + " wide",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 family \U0001f1e9\U0001f1ea flag",
    "tab\tstop\u2028line\u2029paragraph",
    "\ue000\U000f0000 private",
    "../../etc/passwd\x00.json",
    "word" * 500,
)  # fmt: skip

# What Textual and we ourselves send: colours and styles, the cursor, modes of the terminal, questions to it.
_EXPECTED = re.compile(
    r"\x1b\[(?:[0-9;]*)m|\x1b\[[0-9;]*[HABCDJKu]|\x1b\[[<>=?][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[6n"
    r"|\x1b\[[0-9;]*t|\x1b\]22;[a-z-]+\x07|\x1b\[c|\r|\n"
)
_NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLINKS = re.compile(r"\x1b\[31;5m|\x1b\[2J|\x1b\[c|\x1b\[6n")


def unexpected(written: bytes, *, by_an_app: bool = False) -> list[str]:
    """What reached a terminal and should not have, with what stands around it."""
    text = written.replace(ASK, b"", by_an_app).decode("utf-8", "surrogateescape")
    found = [text[max(each.start() - 20, 0) : each.end() + 20] for each in _BLINKS.finditer(text)]
    bare = _EXPECTED.sub("", text) if by_an_app else text.replace("\n", "").replace("\r", "")
    bare = bare.replace("\t", " ") if not by_an_app else bare
    found += [bare[max(each.start() - 20, 0) : each.end() + 20] for each in _NEVER.finditer(bare)]
    return [repr(each) for each in found]
