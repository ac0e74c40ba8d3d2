"""In a browser: the app draws where Textual's own server tells it to, and a check-in comes through."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import select
import shutil
import socket
import subprocess
import sys
import time
from datetime import date
from typing import Any

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.paths import Paths
from tests.helpers import ROOT, environment

PATIENCE = 30


class Served:
    """What a server of Textual apps does with one: packets in and out."""

    def __init__(self, env: dict[str, str]) -> None:
        served = {"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver", "COLUMNS": "80", "ROWS": "24"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "coach"], env=env | served, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.written = b""

    def until(self, wanted: bytes) -> None:
        """Reads until this was drawn."""
        assert self.process.stdout is not None
        deadline = time.monotonic() + PATIENCE
        while wanted not in self.written:
            assert time.monotonic() < deadline, self.written[-500:]
            if select.select([self.process.stdout], [], [], 0.5)[0]:
                piece = os.read(self.process.stdout.fileno(), 1 << 16)
                assert piece, self.written[-500:]
                self.written += piece

    def send(self, kind: bytes, data: bytes) -> None:
        """A packet, as keys or as word from the server."""
        assert self.process.stdin is not None
        self.process.stdin.write(kind + len(data).to_bytes(4, "big") + data)
        self.process.stdin.flush()


def test_a_served_app_takes_a_check_in(paths):
    build(paths, Clock()).journal.write("not new")
    served = Served(environment(paths))
    with served.process:
        check_in(served, paths)


def check_in(served: Served, paths: Paths) -> None:
    """From the first frame to the disk, and out again."""
    served.until(b"__GANGLION__")
    served.until(b"Check in")
    served.send(b"D", b"c")
    served.until(b"Mostly")
    served.send(b"D", b"4")
    served.send(b"D", b"\x13")
    deadline = time.monotonic() + PATIENCE
    while not any(build(paths, Clock()).checkins.between(date(2000, 1, 1), date(2100, 1, 1)).values()):
        assert time.monotonic() < deadline
    served.send(b"M", json.dumps({"type": "quit"}).encode())
    assert served.process.wait(PATIENCE) == 0


BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.long
@pytest.mark.skipif(BROWSER is None, reason="needs chromium")
async def test_a_check_in_from_a_browser(paths, tmp_path):
    pytest.importorskip("textual_serve")
    build(paths, Clock()).journal.write("not new")
    port, control = free_port(), free_port()
    code = (
        f"from textual_serve.server import Server; Server('{sys.executable} -m coach', port={port}).serve()"
    )
    env = environment(paths, PYTHONPATH=os.pathsep.join([str(ROOT), *sys.path]))
    server = subprocess.Popen([sys.executable, "-c", code], env=env, stdout=subprocess.DEVNULL)
    browser = subprocess.Popen(
        [str(BROWSER), "--headless", "--no-sandbox", f"--user-data-dir={tmp_path}",
         f"--remote-debugging-port={control}", "about:blank"], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        await in_the_browser(f"http://127.0.0.1:{port}/", control, paths)
    finally:
        for process in (browser, server):
            process.kill()
            process.wait(PATIENCE)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    return number


async def in_the_browser(address: str, control: int, paths: Paths) -> None:
    """Opens the page, clicks into it, presses the keys of a check-in, until it is on the disk."""
    import aiohttp  # type: ignore[import-not-found,unused-ignore] # comes with textual-serve

    async with aiohttp.ClientSession() as session:
        pages = await patiently(session, f"http://127.0.0.1:{control}/json")
        await patiently(session, address, is_json=False)
        page = next(each for each in pages if each["type"] == "page")
        async with session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket_:

            async def call(number: int, method: str, **parameters: object) -> None:
                await socket_.send_json({"id": number, "method": method, "params": parameters})
                while (await socket_.receive_json()).get("id") != number:
                    pass

            await call(1, "Page.navigate", url=address)
            for number in range(2, 200):
                if any(build(paths, Clock()).checkins.between(date(2000, 1, 1), date(2100, 1, 1)).values()):
                    return
                where = {"x": 300, "y": 300, "button": "left", "clickCount": 1}
                kind = ("mousePressed", "mouseReleased")[number % 2]
                await call(number * 10, "Input.dispatchMouseEvent", type=kind, **where)
                step = number % 6 // 2
                if step < len("c4"):
                    await call(number * 10 + 1, "Input.insertText", text="c4"[step])
                else:
                    keys = {"key": "s", "code": "KeyS", "modifiers": 2, "windowsVirtualKeyCode": 83}
                    await call(number * 10 + 1, "Input.dispatchKeyEvent", type="rawKeyDown", **keys)
                await asyncio.sleep(0.3)
    raise AssertionError("no check-in came through the browser")


async def patiently(session: Any, address: str, *, is_json: bool = True) -> Any:
    """What is served there, once it is."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            async with session.get(address) as answer:
                found = await answer.json(content_type=None) if is_json else await answer.text()
            if found:
                return found
        await asyncio.sleep(0.1)
    raise AssertionError(f"nothing is served at {address}")
