"""How a library comes into this very copy of coach. Its own name is never installed: on an index it may be
somebody else's."""

from __future__ import annotations

import os
import sys
from shlex import quote

NEEDS = {"protect": "pynacl>=1.5,<2", "pdf": "typst>=0.13,<1", "keyring": "keyring>=25"}
"""What each extra of pyproject.toml brings; a test holds the two together."""


def command_for(extra: str) -> str:
    """What to type, by how this copy was installed."""
    library, prefix = quote(NEEDS[extra]), os.path.realpath(sys.prefix)
    parts = prefix.split(os.sep)
    if parts[-3:-1] == ["uv", "tools"]:
        return f"uv pip install --python {quote(sys.executable)} {library}"
    if parts[-3:-1] == ["pipx", "venvs"]:
        return f"pipx inject {parts[-1]} {library}"
    return f"{quote(sys.executable)} -m pip install {library}"
