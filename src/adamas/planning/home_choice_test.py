from adamas.answer import Answer
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.sections import SECTIONS, read_section
from adamas.planning.home_choice import choose

LIBRARY = Library.of(
    {name: read_section(SECTIONS[name], default_root()) for name in ("devices", "prices", "protocols")},
    digest="test",
)


def test_the_five_devices_stand_home_first_then_by_price() -> None:
    comparison = choose(LIBRARY)
    assert [row.device for row in comparison.devices] == ["benefit", "ckeyin", "beurer", "btgirl", "t06"]


def test_what_the_article_does_not_state_is_not_stated() -> None:
    rows = {row.device: {cell.criterion: cell for cell in row.cells} for row in choose(LIBRARY).devices}
    assert rows["t06"]["portable"].answer is Answer.UNKNOWN
    assert {row["certified"].answer for row in rows.values()} == {Answer.UNKNOWN}
    assert rows["benefit"]["power"].says.values == {"watts": 5.0}


def test_power_and_functions_are_never_counted() -> None:
    told = {"coating", "power", "functions", "price"}
    cells = [cell for row in choose(LIBRARY).devices for cell in row.cells]
    assert {cell.criterion for cell in cells if cell.answer is None} == told
