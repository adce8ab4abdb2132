"""The command line: a file for each verb, results on stdout, messages on stderr, no traceback for what a user does."""

from sidebyside.cli.program import main, program

__all__ = ["main", "program"]
