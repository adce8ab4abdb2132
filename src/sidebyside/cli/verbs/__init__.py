"""The verbs, in the order in which one needs them; each is a file with its help, its arguments and what it does."""

from sidebyside.cli.verbs import check, export, lab, new, propose, renew, report, unpack

VERBS = {
    "new": new,
    "check": check,
    "propose": propose,
    "lab": lab,
    "report": report,
    "export": export,
    "renew": renew,
    "unpack": unpack,
}

__all__ = ["VERBS"]
