"""What a browser may ask of the bench: a few small closed messages; anything else is answered with what is wrong."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from sidebyside.errors import Refused
from sidebyside.record.fields import Model, PassageId

View = Annotated[str, StringConstraints(max_length=40)]


class Message(Model):
    """`view` and `n` say which view asks, and which of its messages this is: both come back with the answer."""

    view: View = ""
    n: Annotated[int, Field(ge=0, le=10**9)] = 0


class Hello(Message):
    """Everything there is to show."""

    do: Literal["hello"]


class Candidates(Message):
    """The machine's proposals."""

    do: Literal["candidates"]


class Look(Message):
    """What others changed meanwhile."""

    do: Literal["look"]


class Read(Message):
    """What was read in a passage."""

    do: Literal["read"]
    passage: PassageId


class Act(Message):
    """A decision, to be proven and kept."""

    do: Literal["act"]
    action: dict[str, Any]


class Back(Message):
    """One's own last decision is taken back, or made again; `past` is one that cannot be, and is let stand."""

    do: Literal["undo", "redo"]
    past: Annotated[str, StringConstraints(max_length=64)] = ""


class Held(Message):
    """A decision that is kept but not in force is put in force over what others made, or given up."""

    do: Literal["insist", "drop"]
    entry: Annotated[str, StringConstraints(max_length=64)]


AnyMessage = Hello | Candidates | Look | Read | Act | Back | Held
FORM: TypeAdapter[AnyMessage] = TypeAdapter(Annotated[AnyMessage, Field(discriminator="do")])


def understood(message: object) -> AnyMessage:
    """The message; Refused where it is none."""
    try:
        return FORM.validate_python(message)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ", ".join(map(str, first["loc"])) or "message"
        raise Refused(f"the bench does not understand this message: {first['msg']}", "Reload the page", where) from None
