"""What devices, creams, combinations and prices owe each other, the statements and their readers."""

from typing import Any

import pytest

from adamas.knowledge.care import Combination, Product
from adamas.knowledge.grammar import Within, atoms
from adamas.knowledge.library import compile_library, default_root
from adamas.knowledge.practice import Device
from adamas.units import KPA_PER

LIBRARY = compile_library(default_root())
COMBINATIONS: dict[str, Combination] = LIBRARY.section("combinations")
PRODUCTS: dict[str, Product] = LIBRARY.section("products")
DEVICES: dict[str, Device] = LIBRARY.section("devices")
PRICES = LIBRARY.section("prices")
HOME_PEELS = sorted(
    (p for p in PRODUCTS.values() if p.use == "home" and p.strength), key=lambda p: p.strength
)
WINDOWS = {
    "botulinum": "botulinum-recent",
    "filler": "filler-recent",
    "superficial-peel": "superficial-peel-recent",
    "medium-peel": "medium-peel-recent",
    "deep-peel": "deep-peel-recent",
    "ablative-laser": "ablative-laser-recent",
    "light-laser": "light-laser-recent",
    "hair-removal": "hair-removal-recent",
}


@pytest.mark.parametrize(("combination", "statement"), WINDOWS.items())
def test_a_combination_waits_exactly_as_long_as_screening_does(combination: str, statement: str) -> None:
    condition = LIBRARY.conditions[f"statement/{statement}"]
    waits = [atom.count for atom in atoms(condition) if isinstance(atom, Within) and atom.unit == "day"]
    assert waits == [COMBINATIONS[combination].days_before_visit]


@pytest.mark.parametrize("combination", COMBINATIONS.values(), ids=list(COMBINATIONS))
def test_only_what_is_fine_may_share_the_day_of_a_visit(combination: Combination) -> None:
    days = (combination.days_before_visit, combination.days_after_visit)
    assert (days == (0, 0)) == (combination.verdict == "fine")
    assert min(days) >= 0


def test_acids_before_a_course_are_set_aside() -> None:
    assert "lim-acid-first" in COMBINATIONS["superficial-peel"].sets_aside


def test_the_caring_cream_is_for_everybody_and_nothing_else_is() -> None:
    free = [product.id for product in PRODUCTS.values() if not product.when and product.use == "home"]
    assert free == ["caring-cream"]
    assert PRODUCTS["caring-cream"].strength == 0


@pytest.mark.parametrize("product", HOME_PEELS, ids=lambda product: product.id)
def test_delicate_skin_is_never_peeled_more_often_or_nearer_to_a_visit(product: Product) -> None:
    assert product.every_days_if_sensitive >= product.every_days >= 7
    assert product.days_before_visit_if_sensitive >= product.days_before_visit
    assert product.days_after_visit_if_sensitive >= product.days_after_visit


@pytest.mark.parametrize("product", HOME_PEELS, ids=lambda product: product.id)
def test_no_cream_is_used_while_preparation_or_aftercare_forbids_it(product: Product) -> None:
    leave_from = LIBRARY.section("protocols")["preparation-acids"].days_before[0]
    aftercare = LIBRARY.section("aftercare")
    assert product.days_before_visit > leave_from
    assert product.days_after_visit * 24 >= aftercare["actives"].lasts_hours
    assert product.days_after_visit_if_sensitive * 24 >= aftercare["actives-slow-skin"].lasts_hours


@pytest.mark.parametrize("product", HOME_PEELS, ids=lambda product: product.id)
def test_no_cream_that_peels_is_for_anybody_under_15(product: Product) -> None:
    assert "age at least 15 years" in product.when or "age at least 18 years" in product.when


def test_sensitive_skin_is_left_with_the_mildest_only() -> None:
    open_to_sensitive = [product.id for product in HOME_PEELS if "not sensitive-skin" not in product.when]
    assert open_to_sensitive == [HOME_PEELS[0].id] == ["gommage"]


@pytest.mark.parametrize("device", DEVICES.values(), ids=list(DEVICES))
def test_a_scale_without_a_unit_has_no_reading_until_it_is_measured(device: Device) -> None:
    assert device.dial_unit == "" or device.dial_unit in ("level", "%") or device.dial_unit.lower() in KPA_PER
    assert not device.dial  # every calibration is a clinic's own; none was published


@pytest.mark.parametrize("price", PRICES.values(), ids=list(PRICES))
def test_a_price_runs_from_low_to_high_in_a_named_currency(price: Any) -> None:
    assert 0 < price.low <= price.high
    assert len(price.currency) == 3
    assert len(price.country) == 2
    assert price.of == "" or price.of in DEVICES
    assert (price.of != "") == (price.what == "home-device")
