import pytest

from adamas.dose.reading import grit_of_tip, read_grit, read_vacuum
from adamas.errors import UnitMismatch
from adamas.knowledge.library import default_root
from adamas.knowledge.practice import Device
from adamas.knowledge.sections import SECTIONS, read_section

DEVICES: dict[str, Device] = read_section(SECTIONS["devices"], default_root())


def test_a_bare_number_without_a_device_is_refused_with_the_three_vacuums_it_may_be() -> None:
    with pytest.raises(UnitMismatch) as refused:
        read_vacuum("12", None)
    assert str(refused.value).startswith(
        "12 without a unit may be 1.6 kPa (mmHg), 16.0 kPa (cmHg) or 40.6 kPa"
    )


@pytest.mark.parametrize(
    ("device", "kpa"), [("generic-mmhg", 1.6), ("generic-cmhg", 16.0), ("generic-inhg", 40.64)]
)
def test_a_bare_number_means_what_the_dial_of_the_device_says(device: str, kpa: float) -> None:
    assert read_vacuum("12", DEVICES[device]) == pytest.approx(kpa, abs=0.01)


def test_a_number_on_a_scale_nobody_measured_is_refused() -> None:
    with pytest.raises(UnitMismatch, match="generic-level"):
        read_vacuum("5", DEVICES["generic-level"])


def test_a_unit_counts_even_when_a_device_is_named() -> None:
    assert read_vacuum("20 kPa", DEVICES["generic-inhg"]) == 20


@pytest.mark.parametrize(("text", "um"), [("100", 100), ("100um", 100), ("0.1 mm", 100), ("82,5", 82.5)])
def test_a_grain_is_micrometres(text: str, um: float) -> None:
    assert read_grit(text) == pytest.approx(um)


def test_a_head_has_the_grain_its_maker_states() -> None:
    assert grit_of_tip("fine", DEVICES["generic-kpa"]) == 80
    with pytest.raises(UnitMismatch, match="coars"):
        grit_of_tip("coars", DEVICES["generic-kpa"])
