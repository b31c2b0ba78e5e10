import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.knowledge.library import Library, default_root
from adamas.knowledge.sections import SECTIONS, read_section
from adamas.planning.plan import Estimate
from adamas.planning.price import NoPrice, device_price, estimate

ROOT = default_root()
LIBRARY = Library.of(
    {name: read_section(SECTIONS[name], ROOT) for name in ("prices", "devices")}, digest="test"
)
COUNTRIES = ("AU", "CA", "GB", "IN", "PL", "RU", "US")


def test_six_visits_in_russia_cost_six_times_one_visit() -> None:
    found = estimate("RU", visits=6, library=LIBRARY)
    assert isinstance(found, Estimate)
    assert (found.low, found.high, found.currency, found.year) == (24000, 36000, "RUB", None)


def test_a_russian_price_is_shown_as_undated_and_unverified() -> None:
    found = estimate("ru ", visits=1, library=LIBRARY)
    assert isinstance(found, Estimate)
    assert [doubt.id for doubt in found.doubts] == ["price-undated", "price-unverified"]


def test_a_dated_price_names_its_year() -> None:
    found = estimate("PL", visits=1, library=LIBRARY)
    assert isinstance(found, Estimate)
    assert found.doubts[0].values == {"year": "2021"}


@pytest.mark.parametrize(
    ("country", "why"), [("FR", "price-country-unknown"), ("", "price-country-not-said")]
)
def test_a_country_without_prices_gives_a_reason_and_no_number(country: str, why: str) -> None:
    found = estimate(country, visits=6, library=LIBRARY)
    assert isinstance(found, NoPrice)
    assert found.because.id == why
    assert found.because.values["known"] == COUNTRIES


def test_no_visits_have_no_price() -> None:
    with pytest.raises(ValueError, match="0 visits"):
        estimate("RU", visits=0, library=LIBRARY)


@given(st.sampled_from(COUNTRIES), st.integers(1, 30))
def test_one_visit_more_costs_more_and_low_is_never_above_high(country: str, visits: int) -> None:
    fewer = estimate(country, visits=visits, library=LIBRARY)
    more = estimate(country, visits=visits + 1, library=LIBRARY)
    assert isinstance(fewer, Estimate)
    assert isinstance(more, Estimate)
    assert 0 < fewer.low <= fewer.high
    assert fewer.low < more.low


def test_every_home_device_of_the_article_has_its_price() -> None:
    named = ("ckeyin", "beurer", "benefit", "t06", "btgirl")
    prices = [device_price(name, LIBRARY) for name in named]
    assert [price.low for price in prices if price] == [3200, 4100, 1500, 18000, 4800]


def test_a_device_nobody_priced_has_no_price() -> None:
    assert device_price("diamondtome", LIBRARY) is None
