"""What parsers and systems complain of becomes a sentence of ours; nothing of theirs is shown raw."""

import errno
import os
from datetime import date
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from adamas.errors import Told
from adamas.misread import day_hint, did_you_mean, explained, field_names, os_reason, read_day, yaml_reason


class Inner(Struct, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    count: int = 0


class Outer(Struct, kw_only=True, forbid_unknown_fields=True):
    name: str
    kind: Literal["salon", "home"] = "salon"
    inner: tuple[Inner, ...] = ()
    pair: tuple[int, Inner] | None = None
    table: dict[str, Inner] = {}
    share: float | None = None
    open: bool = False


def misread(**data: Any) -> tuple[str, str, str]:
    given_data = {"name": "x", **data}
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.convert(given_data, Outer, strict=False)
    return explained(str(refused.value), given_data, Outer)


@pytest.mark.parametrize(
    ("data", "what", "hint", "path"),
    [
        ({"nam": "y"}, "Unknown key 'nam'.", "Did you mean 'name'?", "nam"),
        (
            {"inner": [{"from": "2026-03-07", "cont": 1}]},
            "Unknown key 'cont'.",
            "Did you mean 'count'?",
            "inner[0].cont",
        ),
        ({"inner": [{}]}, "The key 'from' is missing.", "Add it; nothing is filled in silently.", "inner[0]"),
        ({"kind": "saloon"}, "'saloon' cannot stand here.", "Did you mean 'salon'?", "kind"),
        (
            {"inner": [{"from": "7.3.2026"}]},
            "'7.3.2026' is not a day.",
            "Day or month first?",
            "inner[0].from",
        ),
        (
            {"inner": [{"from": "2026-03-07", "count": "many"}]},
            "'many', where a whole number",
            "",
            "inner[0].count",
        ),
        ({"inner": "x"}, "'x', where a list", "", "inner"),
        ({"inner": ["x"]}, "'x', where keys with their values", "", "inner[0]"),
        ({"share": "half"}, "'half', where a number", "", "share"),
        ({"share": ""}, "nothing, where a number", "", "share"),
        ({"inner": None}, "nothing, where a list", "", "inner"),
        ({"name": True}, "'True', where a word", "", "name"),
        ({"open": "maybe"}, "'maybe', where true or false", "", "open"),
        ({"name": ["x"]}, "a list, where a word", "", "name"),
        ({"name": {"a": "b"}}, "keys with values, where a word", "", "name"),
        ({"pair": ["1", {"from": "x"}]}, "'x' is not a day", "like 2026-03-07", "pair[1].from"),
        (
            {"table": {"b": {"from": "2026-03-07"}, "a": {"from": "x"}}},
            "'x' is not a day",
            "like 2026-03-07",
            "table.a.from",
        ),
    ],
)
def test_a_misread_value_is_named_with_its_path(
    data: dict[str, Any], what: str, hint: str, path: str
) -> None:
    said = misread(**data)
    assert what in said[0]
    assert hint in said[1]
    assert said[2] == path
    assert isinstance(said[0], Told)
    assert "`" not in said[0] + said[1]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("12/03/2026", "Write 2026-03-12 (12 March) or 2026-12-03 (03 December)."),
        ("12.3.2026", "Write 2026-03-12 (12 March) or 2026-12-03 (03 December)."),
        ("25/03/2026", "Write 2026-03-25: year, month, day."),
        ("03-25-2026", "Write 2026-03-25: year, month, day."),
        ("03/03/2026", "Write 2026-03-03: year, month, day."),
        ("31/02/2026", "Write year-month-day, like 2026-03-07."),
        ("29.02.2024", "Write 2024-02-29: year, month, day."),
        ("2026-02-29", "The calendar has no such day"),
        ("2026-13-01", "The calendar has no such day"),
        ("0000-01-01", "The calendar has no such day"),
        ("yesterday", "Write year-month-day, like 2026-03-07."),
        ("20260307", "Write year-month-day, like 2026-03-07."),
    ],
)
def test_a_day_that_is_none_is_corrected_as_far_as_it_is_plain(word: str, hint: str) -> None:
    assert hint in day_hint(word)
    assert read_day(word) is None


@given(st.dates())
def test_a_day_is_read_as_it_is_written_and_in_no_other_way(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(day.strftime("%Y%m%d")) is None
    assert read_day(f" {day.isoformat()}") is None


@given(st.text())
def test_a_hint_is_found_for_whatever_was_typed(word: str) -> None:
    assert day_hint(word).endswith(".")
    assert did_you_mean(word, ["present", "absent"])


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOENT, "no such file"),
        (errno.EISDIR, "it is a folder"),
        (errno.ENOTDIR, "a part of the path is a file"),
        (errno.EACCES, "no permission"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EIO, "the system says"),
    ],
)
def test_a_refusal_of_the_system_is_told_in_our_words(code: int, said: str) -> None:
    assert said in os_reason(OSError(code, os.strerror(code)))


def test_a_name_no_file_can_have_is_told_too() -> None:
    assert os_reason(ValueError("embedded null byte")) == "a file cannot have this name"


def test_what_yaml_complains_of_is_never_shown_raw() -> None:
    reason, hint = yaml_reason("some complaint nobody has seen before")
    assert reason == "This is not well-formed YAML."
    assert hint


def test_keys_are_those_written_in_files() -> None:
    assert (
        field_names(Inner)
        == field_names(tuple[Inner, ...])
        == field_names(dict[str, Inner])
        == ("from", "count")
    )
    assert field_names(str) == ()
