"""What could not be read, in words: why, and what would be right.

The parsers beneath speak English and of their own types; here their complaints become sentences of ours.
"""

import errno
import re
from collections.abc import Iterable
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from adamas.errors import Told, told

# Compiled when the first mistake is explained: whoever makes none does not wait for it.
_STEP = r"\[(\.\.\.|\d+)\]|([^.\[\]]+)"
_OTHER_DAY = r"(\d\d?)[./-](\d\d?)[./-](\d{4})"


def did_you_mean(word: str, known: Iterable[object]) -> str:
    """A hint with the nearest known word, or with all of them when none is near."""
    words = sorted(str(item) for item in known)
    from difflib import get_close_matches

    near = get_close_matches(word[:80], words, n=1, cutoff=0.6)
    if near:
        return told("did-you-mean", "Did you mean '{near}'?", near=near[0])
    if len(words) > 12:
        return told("known-here-more", "Known here: {known} ...", known=tuple(words[:12]))
    return told("known-here", "Known here: {known}.", known=tuple(words)) if words else ""


def field_names(kind: Any) -> tuple[str, ...]:
    """The keys a typed value may have, as they are written in files."""
    encoded = getattr(kind, "__struct_encode_fields__", None)
    if encoded is None:
        arguments = [argument for argument in get_args(kind) if argument is not Ellipsis]
        encoded = getattr(arguments[-1], "__struct_encode_fields__", ()) if arguments else ()
    return tuple(encoded)


def explained(problem: str, data: Any, kind: Any) -> tuple[str, str, str]:
    """What msgspec complains of, what to do, and the path to it.

    problem: its message. data: what was to be converted to `kind`.
    """
    what, _, path = problem.partition(" - at `")
    path = _spelled_out(path.rstrip("`").removeprefix("$").removeprefix("."), data, kind)
    key = re.search(r"`([^`]*)`$", what)
    if "unknown field" in what and key:
        name = key[1]
        hint = did_you_mean(name, field_names(_kind_at(kind, path)))
        return told("key-unknown", "Unknown key '{key}'.", key=name), hint, f"{path}.{name}" if path else name
    if "missing required field" in what and key:
        missing = told("key-missing", "The key '{key}' is missing.", key=key[1])
        return missing, told("key-missing-hint", "Add it; nothing is filled in silently."), path
    if data is None:
        return (
            told("file-empty", "Nothing is written here."),
            told("file-empty-hint", "Fill in the file."),
            path,
        )
    return *_wrong_value(_value_at(data, path), _kind_at(kind, path)), path


def _spelled_out(path: str, data: Any, kind: Any) -> str:
    """The path with the key that msgspec leaves out of it, when it goes through a mapping of free keys."""
    head, dots, tail = path.partition("[...]")
    table = _value_at(data, head)
    if not dots or not isinstance(table, dict):
        return path
    part = _kind_at(kind, f"{head}[...]")
    found = next((key for key, value in table.items() if not _converts(value, part)), "...")
    return _spelled_out(f"{head}.{found}{tail}", data, kind)


def _converts(value: Any, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError:
        return False
    return True


def _wrong_value(value: Any, kind: Any) -> tuple[str, str]:
    if isinstance(value, str) and get_origin(kind) is Literal:
        return told("word-unknown", "'{word}' cannot stand here.", word=value), did_you_mean(
            value, get_args(kind)
        )
    if isinstance(value, str) and kind is date:
        return told("day-none", "'{word}' is not a day.", word=value), day_hint(value)
    wanted = _wanted(kind)
    if value is None or value == "":
        found = told("found-nothing", "nothing")
    elif isinstance(value, (str, int, float)):
        found = told("found-word", "'{word}'", word=str(value))
    else:
        found = (
            told("found-list", "a list")
            if isinstance(value, list)
            else told("found-keys", "keys with values")
        )
    return (
        told("value-wrong", "Here stands {found}, where {wanted} should stand.", found=found, wanted=wanted),
        told("value-wrong-hint", "Write it that way, or leave the key out."),
    )


def _wanted(kind: Any) -> Told:
    if kind is int:
        return told("wanted-whole", "a whole number")
    if kind is float:
        return told("wanted-number", "a number")
    if kind is bool:
        return told("wanted-truth", "true or false")
    if kind is date:
        return told("wanted-day", "a day")
    if kind is str or get_origin(kind) is Literal:
        return told("wanted-word", "a word")
    if get_origin(kind) in (tuple, list):
        return told("wanted-list", "a list such as [a, b]")
    return told("wanted-keys", "keys with their values")


def _kind_at(kind: Any, path: str) -> Any:
    """The type that a path such as ``diary.sun[0].from`` leads to."""
    for index, key in re.findall(_STEP, path):
        kind = _without_none(kind)
        arguments = get_args(kind)
        if hasattr(kind, "__struct_fields__"):
            names = dict(zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True))
            kind = get_type_hints(kind).get(names.get(key, ""), Any)
        elif index.isdigit() and arguments and Ellipsis not in arguments and get_origin(kind) is tuple:
            kind = arguments[min(int(index), len(arguments) - 1)]
        elif arguments:
            kind = [argument for argument in arguments if argument is not Ellipsis][-1]
    return _without_none(kind)


def _without_none(kind: Any) -> Any:
    """Of `x | None` only x; of several types the one that has keys."""
    if get_origin(kind) not in (Union, UnionType):
        return kind
    some = [one for one in get_args(kind) if one is not type(None)]
    return next((one for one in some if hasattr(one, "__struct_fields__")), some[0])


def _value_at(data: Any, path: str) -> Any:
    for index, key in re.findall(_STEP, path):
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and index.isdigit():
            data = data[int(index)]
        else:
            return data
    return data


def day_hint(word: str) -> Told:
    """What to write instead of a word that is not a day; a swapped day and month are spelled out."""
    word = word.strip()
    other = re.fullmatch(_OTHER_DAY, word)
    if other:
        one, two, year = int(other[1]), int(other[2]), int(other[3])
        meant = [day for month, n in ((two, one), (one, two)) if (day := _day(year, month, n)) is not None]
        if len(meant) == 2 and meant[0] != meant[1]:
            first, second = (day.isoformat() for day in meant)
            return told(
                "day-unclear",
                "Day or month first? Write {first} ({first_day:%d %B}) or {second} ({second_day:%d %B}).",
                first=first,
                first_day=meant[0],
                second=second,
                second_day=meant[1],
            )
        if meant:
            return told("day-other-order", "Write {day}: year, month, day.", day=meant[0].isoformat())
    if _looks_iso(word):
        return told("day-not-there", "The calendar has no such day; write year-month-day, like 2026-03-07.")
    return told("day-form", "Write year-month-day, like 2026-03-07.")


FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
"""The days a client's life and plans can lie between; beyond them a year was mistyped."""


def is_plausible(day: date) -> bool:
    """Whether a day can be meant at all."""
    return FIRST_DAY <= day <= LAST_DAY


def read_day(word: str) -> date | None:
    """A day written as year-month-day, or None."""
    if not _looks_iso(word):
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


def _looks_iso(word: str) -> bool:
    """True for four characters, two and two: Python reads other forms of the standard too, we do not."""
    return len(word) == 10 and word[4] == word[7] == "-" and word.replace("-", "").isdecimal()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_OS_REASONS = {
    errno.ENOENT: told("os-missing", "there is no such file or folder"),
    errno.EISDIR: told("os-folder", "it is a folder"),
    errno.EEXIST: told("os-no-folder", "a part of the path is a file, not a folder"),
    errno.ENOTDIR: told("os-no-folder", "a part of the path is a file, not a folder"),
    errno.EACCES: told("os-permission", "you have no permission"),
    errno.EPERM: told("os-permission", "you have no permission"),
    errno.ENOSPC: told("os-full", "the disk is full"),
    errno.EROFS: told("os-read-only", "the disk is read-only"),
    errno.ENAMETOOLONG: told("os-long-name", "the name is too long"),
}


def os_reason(problem: Exception) -> Told:
    """Why the system would not open or write a file."""
    if not isinstance(problem, OSError):
        return told("os-name", "a file cannot have this name")
    known = _OS_REASONS.get(problem.errno or 0)
    return known or told("os-other", "the system says '{reason}'", reason=problem.strerror or str(problem))


_YAML_REASONS = {
    "mapping values are not allowed": told(
        "yaml-colon", "A colon stands where none is expected, or the line is indented too far."
    ),
    "block sequence entries are not allowed": told("yaml-dash", "A list cannot begin on this line."),
    "cannot start any token": told("yaml-start", "No text can begin with this character (a tab, @, ` or %)."),
    "unexpected end of stream": told("yaml-quote", "A quote is opened and never closed."),
    "',' or ']'": told("yaml-bracket", "A list in [ ] lacks a comma or its closing bracket."),
    "',' or '}'": told("yaml-brace", "Keys in braces lack a comma or the closing brace."),
    "expected key": told("yaml-key", "This line is indented differently from those it belongs to."),
    "expected '-' indicator": told("yaml-list", "A list breaks off here: a dash is expected."),
    "could not find expected ':'": told("yaml-no-colon", "This line has no colon after its key."),
    "another document": told("yaml-second", "A second document begins here; one is expected."),
}
_YAML_HINT = told(
    "yaml-hint", "Check the indentation and the quotes there; a text with ': ' or '#' needs quotes."
)
_YAML_SECOND = told("yaml-second-hint", "Put each client in a file of its own.")


def yaml_reason(problem: str) -> tuple[Told, Told]:
    """Why a text is not YAML, and what to do."""
    for part, reason in _YAML_REASONS.items():
        if part in problem:
            return reason, _YAML_SECOND if part == "another document" else _YAML_HINT
    return told("yaml-broken", "This is not well-formed YAML."), _YAML_HINT
