"""`python -m coach` and the `coach` command."""

import os
import sys


def not_here() -> int:
    """What rests on POSIX is not even loaded."""
    from coach.core.texts import words

    print(words.shell.windows, file=sys.stderr)
    return 1


def main() -> int:
    """The one exit point: an exit code, whatever happened."""
    if sys.platform == "win32":
        return not_here()
    from coach.cli.main import run

    code = run(sys.argv[1:])
    if "screens" not in sys.modules:
        os._exit(code)  # all is flushed and synced; tidying up would take a command 3 ms more
    return code


if __name__ == "__main__":
    sys.exit(main())
