"""What the core wants to say to a person: the id of a message and its values, never the words themselves.

The words stand in `locales/<lang>/*.ftl` under the same id; `adamas.report.words` puts the two together.
"""

from datetime import date

from msgspec import Struct


class Title(Struct, frozen=True, tag="title"):
    """The title of an entry of the knowledge base, in the reader's language: ``Title("zone", "cheek")``."""

    kind: str
    id: str


class Message(Struct, frozen=True, tag="message"):
    """One sentence by its id. Values may be words, numbers, days, titles, other messages or lists of them."""

    id: str
    values: "dict[str, Value]" = {}


Value = str | int | float | date | Title | Message | tuple["str | int | float | date | Title | Message", ...]


def message(name: str, /, **values: "Value") -> Message:
    """Build a message; keyword names are the variables of its text, with `_` for `-`."""
    return Message(name, {key.replace("_", "-"): value for key, value in values.items()})
