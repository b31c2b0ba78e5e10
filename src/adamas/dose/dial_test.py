import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.dose.dial import ATMOSPHERE_KPA, dial_reading, dial_vacuum, measured, misread_dials
from adamas.errors import StatementInvalid
from adamas.knowledge.library import default_root
from adamas.knowledge.practice import Device
from adamas.knowledge.sections import SECTIONS, read_section

DEVICES: dict[str, Device] = read_section(SECTIONS["devices"], default_root())


def a_device(**fields: object) -> Device:
    return Device(**{"id": "x", "title": "X", "use": "professional", "grade": "P", **fields})  # type: ignore[arg-type]  # fields vary


SCALE = a_device(dial_unit="level", dial=((1, 8.0), (4, 20.0), (10, 35.0)))


def test_four_inches_of_mercury_are_thirteen_and_a_half_kilopascal() -> None:
    assert dial_vacuum(4, DEVICES["diamondtome"]) == pytest.approx(13.546, abs=0.001)


def test_the_same_number_means_three_different_vacuums_on_three_gauges() -> None:
    units = ("generic-mmhg", "generic-cmhg", "generic-inhg")
    assert [dial_vacuum(12, DEVICES[name]) for name in units] == pytest.approx([1.6, 16.0, 40.64], abs=0.01)


def test_below_the_lowest_setting_of_a_device_there_is_no_reading() -> None:
    assert dial_reading(13.0, DEVICES["diamondtome"]) is None
    assert dial_reading(13.5, DEVICES["diamondtome"]) is not None


def test_a_scale_nobody_measured_has_no_reading() -> None:
    assert dial_reading(20.0, DEVICES["generic-level"]) is None
    assert dial_vacuum(5, DEVICES["generic-percent"]) is None


def test_a_measured_point_reads_as_it_was_measured() -> None:
    assert [dial_reading(kpa, SCALE) for _, kpa in SCALE.dial] == [1, 4, 10]
    assert [dial_vacuum(reading, SCALE) for reading, _ in SCALE.dial] == [8.0, 20.0, 35.0]


def test_halfway_between_two_points_lies_halfway() -> None:
    assert dial_vacuum(7, SCALE) == pytest.approx(27.5)


@pytest.mark.parametrize("reading", [0.9, 10.1, -1])
def test_nothing_is_said_beyond_the_measured_points(reading: float) -> None:
    assert dial_vacuum(reading, SCALE) is None


@pytest.mark.parametrize(
    "dial", [((1, 8.0),), ((1, 8.0), (2, 8.0)), ((1, 8.0), (2, 7.0)), ((1, 8.0), (1, 9.0))]
)
def test_points_that_do_not_rise_are_refused(dial: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(StatementInvalid, match="do not rise"):
        dial_reading(8.0, a_device(dial_unit="level", dial=dial))


@given(st.floats(0, ATMOSPHERE_KPA))
def test_reading_and_vacuum_undo_each_other(vacuum_kpa: float) -> None:
    for device in (SCALE, *DEVICES.values()):
        reading = dial_reading(vacuum_kpa, device)
        if reading is not None:
            assert dial_vacuum(reading, device) == pytest.approx(vacuum_kpa, abs=1e-9)


@given(st.floats(8, 35), st.floats(8, 35))
def test_a_stronger_vacuum_never_has_a_lower_reading(one: float, other: float) -> None:
    low, high = sorted((one, other))
    weaker, stronger = dial_reading(low, SCALE), dial_reading(high, SCALE)
    assert weaker is not None
    assert stronger is not None
    assert weaker <= stronger + 1e-9


def test_every_dial_of_the_library_rises() -> None:
    assert all(isinstance(measured(device), tuple) for device in DEVICES.values())


def test_a_table_of_the_clinic_takes_the_place_of_the_unit() -> None:
    gauge = a_device(dial_unit="kPa", dial=((10, 12.0), (30, 33.0)))
    assert dial_vacuum(10, gauge) == 12.0


def test_every_dial_that_means_nothing_is_found_before_anybody_plans_with_it() -> None:
    falling = a_device(id="falling", dial_unit="level", dial=((1, 8.0), (4, 6.0)))
    single = a_device(id="single", dial_unit="level", dial=((1, 8.0),))
    found = [problem.where for problem in misread_dials([falling, SCALE, single])]
    assert found == ["knowledge/devices/falling.yaml (dial)", "knowledge/devices/single.yaml (dial)"]
    assert list(misread_dials(DEVICES.values())) == []
