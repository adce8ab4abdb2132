"""The types that the files of a comparison share; a model is frozen and closed, and an unknown field is an error."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from sidebyside.reading import CERTAINTIES
from sidebyside.record.vocabulary import CONFIDENCES, VERDICTS


def one_or_many(value: Any) -> Any:
    """A single word where a list may stand counts as a list of one."""
    return [value] if isinstance(value, str) else value


def one_of(words: Iterable[str]) -> AfterValidator:
    """Lets only these words pass."""
    allowed = tuple(words)

    def checked(value: str) -> str:
        if value not in allowed:
            raise PydanticCustomError("one_of", "not one of the words allowed here", {"allowed": allowed})
        return value

    return AfterValidator(checked)


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
SourceKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z]?$")]
PassageId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z]?[1-9]\d*$")]
Certainty = Annotated[str, one_of(CERTAINTIES)]
Many = BeforeValidator(one_or_many)
Some = Field(min_length=1)  # a list that may not be empty
VerdictKey = Annotated[str, one_of(VERDICTS)]
Confidence = Annotated[str, one_of(CONFIDENCES)]


class Model(BaseModel):
    """Frozen, and closed: an unknown field is an error, not an oversight."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class QuoteEntry(Model):
    """Words of a source; `passage` is checked against the place where they are found."""

    quote: Words
    passage: PassageId | None = None
