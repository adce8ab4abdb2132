"""How far coders agree: per cent, coefficients corrected for chance, n, and intervals from a bootstrap over points."""

from sidebyside.record.agreeing.coders import SETTLED, coded_by, found_by, paired
from sidebyside.record.agreeing.of_all import OF_ALL, agreement_of_all
from sidebyside.record.agreeing.of_two import AGREEMENT, agreement

__all__ = ["AGREEMENT", "OF_ALL", "SETTLED", "agreement", "agreement_of_all", "coded_by", "found_by", "paired"]
