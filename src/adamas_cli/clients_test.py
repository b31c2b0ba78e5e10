import json
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from adamas.errors import InputError
from adamas_cli.clients import Asked, Group, groups_in
from tests.support.small_library import small_library

LIBRARY = small_library()
DAY = date(2026, 11, 21)
NOTHING_ASKED = Asked(None, None)


def lines(path: Path, *clients: dict[str, Any] | str) -> Path:
    text = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in clients)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def groups(path: Path, asked: Asked = NOTHING_ASKED) -> list[Group]:
    return [group for batch in groups_in(path, LIBRARY, asked) for group in batch]


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        groups(path)
    return caught.value


def test_clients_under_the_same_statements_are_screened_together(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "c.jsonl",
        {"client": "a", "on": "2026-11-21"},
        {"client": "b", "on": "2026-11-20"},
        "",
        {"client": "c", "on": "2027-06-01"},
        {"client": "d", "on": "2026-11-21", "scope": "home-device"},
    )
    found = [(g.scope, g.client, g.row, g.on.to_list()) for g in groups(path)]
    assert found == [
        ("salon", ["a", "b"], [1, 2], [DAY, date(2026, 11, 20)]),
        ("salon", ["c"], [4], [date(2027, 6, 1)]),
        ("home-device", ["d"], [5], [DAY]),
    ]


def test_the_command_line_decides_day_and_scope(tmp_path: Path) -> None:
    path = lines(tmp_path / "c.jsonl", {"on": "2026-11-20"}, {"scope": "home-device", "on": "2026-11-19"})
    (group,) = groups(path, Asked(DAY, "home-device"))
    assert (group.on.to_list(), group.scope) == ([DAY, DAY], "home-device")


def test_numbers_and_nulls_are_read_as_in_a_client_file(tmp_path: Path) -> None:
    answers = {"age": 30, "latitude": 55.75, "pregnancy": None, "tattoo": False}
    (group,) = groups(lines(tmp_path / "c.jsonl", {"on": "2026-11-21", "answers": answers}))
    row = group.frame.row(0, named=True)
    assert (row["age"], row["latitude"], row["pregnancy"], row["tattoo"]) == (30.0, 55.75, None, False)


def test_a_table_says_the_same_as_lines(tmp_path: Path) -> None:
    lined = lines(
        tmp_path / "c.jsonl",
        {"client": "a", "on": "2026-11-21", "zones": ["chin"], "answers": {"tattoo": "yes", "age": 30}},
        {"client": "b", "on": "2026-11-21", "answers": {"tattoo": {"is": "yes", "zones": ["nose"]}}},
    )
    tabled = tmp_path / "c.parquet"
    pl.DataFrame(
        {
            "client": ["a", "b"],
            "on": [DAY, DAY],
            "zones": [["chin"], None],
            "tattoo": [True, True],
            "tattoo.zones": [None, ["nose"]],
            "age": [30.0, None],
        }
    ).write_parquet(tabled)
    (one,), (other,) = groups(lined), groups(tabled)
    assert one.frame.equals(other.frame)
    assert (one.client, one.row, one.scope) == (other.client, other.row, other.scope)
    assert one.on.to_list() == other.on.to_list()


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        ('{"on": "2026-11-21"', "not JSON", "as one JSON object"),
        ("[1, 2]", "", ""),
        ('{"on": "2026-11-21", "answers": {"tatoo": "yes"}}', "No question is called 'tatoo'", "'tattoo'"),
        ('{"on": "2026-11-21", "answers": {"tattoo": "perhaps"}}', "'perhaps'", "present, absent"),
        ('{"on": "2026-11-21", "on": "2026-11-20"}', "'on' stands twice", "Remove one"),
        ('{"zones": ["knee"]}', "knee", ""),
        ('{"wishes": 1}', "wishes", ""),
    ],
)
def test_a_bad_line_is_named_with_file_and_line(tmp_path: Path, line: str, what: str, hint: str) -> None:
    path = lines(tmp_path / "c.jsonl", {"on": "2026-11-21"}, line)
    problem = refusal(path)
    assert problem.where.startswith(f"{path}:2")
    assert what in problem.what
    assert hint in problem.hint


def test_a_bad_row_is_named_with_file_and_row(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    pl.DataFrame({"on": [DAY, DAY], "scope": ["salon", "garage"]}).write_parquet(path)
    assert refusal(path).where == f"{path}:2 (scope)"


@pytest.mark.parametrize("on", [20000, "yesterday"])
def test_what_is_no_day_is_not_taken_for_one(tmp_path: Path, on: object) -> None:
    path = tmp_path / "c.parquet"
    pl.DataFrame({"on": [on]}).write_parquet(path)
    assert "about the client cannot be read" in refusal(path).what


def test_the_days_of_a_table_may_be_words(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    pl.DataFrame({"on": ["2026-11-20", "2026-11-21"]}).write_parquet(path)
    assert [day for group in groups(path) for day in group.on] == [date(2026, 11, 20), DAY]


@pytest.mark.parametrize("name", ["c.csv", "c.parquet", "missing.jsonl", "latin.jsonl"])
def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "c.parquet").write_bytes(b"not a table")
    (tmp_path / "latin.jsonl").write_bytes(b'{"client": "\xe9"}\n')
    problem = refusal(tmp_path / name)
    assert str(tmp_path / name) in problem.where
    assert problem.hint
