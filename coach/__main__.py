"""`python -m coach` and the `coach` command."""

import os
import sys

from coach.cli.main import run


def main() -> int:
    """The one exit point: an exit code, whatever happened."""
    code = run(sys.argv[1:])
    if "screens" not in sys.modules:
        os._exit(code)  # all is flushed and synced; tidying up would take a command 3 ms more
    return code


if __name__ == "__main__":
    sys.exit(main())
