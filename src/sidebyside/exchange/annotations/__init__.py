"""W3C Web Annotation: one annotation for each two sources that a verdict is on."""

from sidebyside.exchange.annotations.collection import write

__all__ = ["write"]
