"""How a library comes into this very copy of coach, and stays when the copy is renewed. The name coach itself
is never installed: on an index it is somebody else's."""

from __future__ import annotations

import os
import sys

NEEDS = {"protect": "pynacl>=1.5,<2", "pdf": "typst>=0.14.8,<1", "keyring": "keyring>=25,<26"}
"""What each extra of pyproject.toml brings; a test holds the two together."""
NAME = "coach-tui"
"""As it is published; its command is `coach`."""
_MODULES = {"protect": "nacl", "pdf": "typst", "keyring": "keyring"}


def command_for(extra: str) -> str:
    """What to type, by how this copy was installed."""
    from shlex import join

    library, prefix = NEEDS[extra], os.path.realpath(sys.prefix)
    if _lies_in(prefix, "uv-receipt.toml"):
        # uv forgets at the next upgrade what was not asked for with the tool itself
        return join(["uv", "tool", "install", _with_extras(extra)])
    if _lies_in(prefix, "pipx_metadata.json"):
        return join(["pipx", "inject", os.path.basename(prefix), library])
    if not _is_there("pip") and _on_the_path("uv"):
        return join(["uv", "pip", "install", "--python", sys.executable, library])
    own = join([sys.executable, "-m", "pip", "install", library])
    return own if _is_there("pip") else f"{join([sys.executable, '-m', 'ensurepip'])} && {own}"


def _with_extras(extra: str) -> str:
    """The tool as it was asked for, with its extras of before and the new one."""
    there = sorted({extra, *(name for name, module in _MODULES.items() if _is_there(module))})
    asked = f"{NAME}[{','.join(there)}]"
    return f"{asked} @ {source}" if (source := _source()) else asked


def _source() -> str:
    """Where it came from, when that is no index."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        told = json.loads(distribution(NAME).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    url, of = str(told.get("url", "")), told.get("vcs_info", {})
    revision = f"@{of['requested_revision']}" if of.get("requested_revision") else ""
    below = f"#subdirectory={told['subdirectory']}" if told.get("subdirectory") else ""
    return f"{of['vcs']}+{url}{revision}{below}" if of.get("vcs") else f"{url}{below}"


def _is_there(module: str) -> bool:
    from importlib.util import find_spec

    return find_spec(module) is not None


def _on_the_path(program: str) -> bool:
    from shutil import which

    return which(program) is not None


def _lies_in(folder: str, name: str) -> bool:
    return os.path.exists(os.path.join(folder, name))
