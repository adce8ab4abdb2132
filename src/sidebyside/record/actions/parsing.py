"""A message becomes an action, or is refused in words."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias, get_args

from pydantic import Field, TypeAdapter, ValidationError

from sidebyside.errors import Refused
from sidebyside.record.actions.accepting import Accept
from sidebyside.record.actions.candidates import Reject, Reopen, Skip
from sidebyside.record.actions.coding import Code
from sidebyside.record.actions.creating import Create
from sidebyside.record.actions.deciding import Decide, Settle
from sidebyside.record.actions.editing import Edit
from sidebyside.record.actions.flagging import Flag, Unflag
from sidebyside.record.actions.merging import Merge
from sidebyside.record.actions.quoting import Quote
from sidebyside.record.actions.remembering import Remember
from sidebyside.record.actions.removing import Remove
from sidebyside.record.actions.splitting import Split
from sidebyside.record.checking import in_words, spelled
from sidebyside.record.yaml_file import YamlFile
from sidebyside.texts.passages import encodable

AnyAction: TypeAlias = (
    Decide | Edit | Quote | Accept | Reject | Skip | Flag | Unflag | Reopen | Create | Merge | Split | Remove | Code
    | Settle | Remember
)  # fmt: skip
ADAPTER: TypeAdapter[AnyAction] = TypeAdapter(Annotated[AnyAction, Field(discriminator="kind")])
KINDS = [action.model_fields["kind"].default for action in get_args(AnyAction)]
BRIEF = 60  # characters of what was found that are said again


def parse(message: object) -> AnyAction:
    """The action that a message means: plain data, a mapping with its `kind`.

    Raises Refused, naming the first field that is wrong and what would be right.

    >>> parse({"kind": "skip", "candidate": "d667dd37151c"}).did()
    'skipped a proposal'
    """
    try:
        return ADAPTER.validate_python(message)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
    if fault["type"].startswith("union_tag"):
        raise Refused("it is no action that is known", f"Use one of: {', '.join(KINDS)}", "kind")
    path = tuple(map(brief, fault["loc"][1:]))  # without the kind
    what, mend = in_words({**fault, "input": brief(fault["input"])}, path, YamlFile("message"))
    raise Refused(what, mend, spelled(path) if path else "")


def brief(found: Any) -> Any:
    """What was found, short enough to be said again: a message may hold anything."""
    if isinstance(found, str):
        return encodable(found if len(found) <= BRIEF else f"{found[:BRIEF]} …")
    if isinstance(found, int | float) and not abs(found) < 1e12:
        return "out of all bounds"
    return found
