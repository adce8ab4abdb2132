"""What a person can ask for: each action is a small model of a message, and says what changes it means."""

from sidebyside.record.actions.action import Action
from sidebyside.record.actions.parsing import AnyAction, parse
from sidebyside.record.actions.selecting import quote_at

__all__ = ["Action", "AnyAction", "parse", "quote_at"]
