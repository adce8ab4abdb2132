"""A comparison is made from what one has: files or pasted words in, a folder out that holds what was proposed."""

from sidebyside.record.making.narrowing import narrowed
from sidebyside.record.making.new import new
from sidebyside.record.making.pasted import Pasted
from sidebyside.record.making.renewing import renew
from sidebyside.record.making.trial import trial
from sidebyside.record.making.waiting import waiting

__all__ = ["Pasted", "narrowed", "new", "renew", "trial", "waiting"]
