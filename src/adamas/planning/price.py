"""What the visits of a course, or a home device, may cost somewhere, as far as any price was found."""

from collections.abc import Iterable

from msgspec import Struct

from adamas.knowledge.basis import Grade
from adamas.knowledge.library import Library
from adamas.knowledge.practice import Price
from adamas.knowledge.reason import because
from adamas.message import Message, message
from adamas.planning.plan import Estimate

_UNVERIFIED: frozenset[Grade] = frozenset({"opinion", "C+", "C", "C-", "P"})


class NoPrice(Struct, frozen=True, kw_only=True):
    """No price is known for a country, and why; `country` is the code as it was asked for."""

    country: str
    because: Message


def estimate(country: str, *, visits: int, library: Library) -> Estimate | NoPrice:
    """The cost of a number of visits in a country (ISO 3166 code), by its newest price, in its own currency.

    Raises ValueError for fewer than one visit.
    """
    if visits < 1:
        raise ValueError(f"A course of {visits} visits has no price.")
    code = country.strip().upper()
    known = _visit_prices(library)
    if code not in known:
        why = "price-country-unknown" if code else "price-country-not-said"
        return NoPrice(country=country, because=message(why, country=code, known=tuple(sorted(known))))
    price = known[code]
    why_this = because(
        library,
        "price-visits",
        ("prices", price.id),
        visits=visits,
        low=price.low,
        high=price.high,
        currency=price.currency,
    )
    return Estimate(
        low=price.low * visits,
        high=price.high * visits,
        currency=price.currency,
        country=code,
        visits=visits,
        year=price.year,
        because=why_this,
        doubts=doubts(price),
    )


def doubts(price: Price) -> tuple[Message, ...]:
    """Why a price is only a point of orientation."""
    dated = message("price-of-year", year=str(price.year)) if price.year else message("price-undated")
    return (dated, message("price-unverified")) if price.grade in _UNVERIFIED else (dated,)


def device_price(device: str, library: Library) -> Price | None:
    """The price of a device (its id), as far as one was named; the newest when there are several."""
    prices: dict[str, Price] = library.section("prices")
    return _newest(price for price in prices.values() if price.what == "home-device" and price.of == device)


def _visit_prices(library: Library) -> dict[str, Price]:
    prices: dict[str, Price] = library.section("prices")
    visits = [price for price in prices.values() if price.what == "visit"]
    found = {p.country: _newest(q for q in visits if q.country == p.country) for p in visits}
    return {country: price for country, price in found.items() if price is not None}


def _newest(prices: Iterable[Price]) -> Price | None:
    return min(prices, key=lambda price: (-(price.year or 0), price.id), default=None)
