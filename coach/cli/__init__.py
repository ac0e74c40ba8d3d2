"""The shell: arguments in, one service called, lines or JSON out."""
