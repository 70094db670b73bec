"""The commands: arguments in, results out, nothing else. Results go to standard output, everything else to standard
error. Exit codes: 0 done, 1 something went wrong while working, 2 wrong use or wrong configuration.
"""

from mailbot.cli.main import main

__all__ = ["main"]
