"""`python -m sidebyside`: the command line."""

import sys

from sidebyside.cli import program

sys.exit(program("python -m sidebyside"))
