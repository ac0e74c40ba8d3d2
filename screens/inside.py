"""What of Textual's inside this program stands on, all of it: no other file imports a private module. Each
name is here because nothing public does it; a test fails when one is gone, or is asked for otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument

if TYPE_CHECKING:
    from textual.app import App

__all__ = [
    "BRACKETED_PASTE_END",
    "BRACKETED_PASTE_START",
    "ChopsUpdate",
    "CompositorUpdate",
    "DocumentNavigator",
    "LayoutUpdate",
    "WrappedDocument",
    "XTermParser",
    "is_batched",
]

OVERRIDDEN = {
    "textual.app:App": {"_display": ["self", "screen", "renderable"]},
    "textual.screen:Screen": {"_compositor_refresh": ["self"]},
    "textual.widgets:TextArea": {
        "_set_document": ["self", "text", "language"],
        "_rewrap_and_refresh_virtual_size": ["self"],
    },
    "textual.widgets:Input": {"_value": ["self"]},
}
"""Methods that ours take the place of, or call, with what they are called with."""
KEPT = {
    "textual.app:App": ["_batch_count"],
    "textual.document._wrapped_document:WrappedDocument": ["_offset_to_line_info"],
    "textual.css.stylesheet:Stylesheet": ["_rules_map"],
    "textual.drivers.linux_driver:LinuxDriver": ["_debug"],
}
"""What is read of what Textual keeps for itself."""


def is_batched(app: App[Any]) -> bool:
    """Whether the app holds its drawing back for now."""
    return bool(app._batch_count)  # noqa: SLF001 - see above
