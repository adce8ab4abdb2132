"""Names that are held to be one, joined step by step; two that a person listed under different names never are."""

from __future__ import annotations

from collections.abc import Iterable


class Clusters:
    """Sets of folded names. `fixed` maps a listed name's key to itself: at most one of them stands in a set."""

    def __init__(self, fixed: Iterable[str] = ()) -> None:
        self._up: dict[str, str] = {}
        self._fixed: dict[str, str] = {name: name for name in fixed}

    def find(self, name: str) -> str:
        """The name by which a set is known at the moment."""
        top = name
        while (up := self._up.get(top, top)) != top:
            top = up
        while (up := self._up.get(name, name)) != top and name != top:
            self._up[name], name = top, up
        return top

    def join(self, one: str, other: str) -> None:
        """Makes one set of two, unless two listed names would come together."""
        first, second = sorted((self.find(one), self.find(other)))
        if first == second or (first in self._fixed and second in self._fixed):
            return
        self._up[second] = first
        if second in self._fixed:
            self._fixed[first] = self._fixed[second]

    def listed(self, name: str) -> str | None:
        """The key of the listed name in the set, if there is one."""
        return self._fixed.get(self.find(name))
