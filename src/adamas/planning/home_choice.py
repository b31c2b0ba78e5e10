"""Home devices side by side, by criteria that are stated; what no source states is shown as not stated.

No device is ranked by effect: no trial of home devices was found. More power is no merit at home.
"""

from collections.abc import Callable

from msgspec import Struct

from adamas.answer import Answer
from adamas.knowledge.library import Library
from adamas.knowledge.practice import Device, Price
from adamas.knowledge.reason import Ground, ground
from adamas.message import Message, message
from adamas.planning.price import device_price

ABRASIVE = ("diamond", "sapphire")
FEW_HEADS = 6
"""Up to so many heads count as few: three to abrade and three to draw, as on the smallest of the article."""

_NOT_STATED = message("home-not-stated")


class Cell(Struct, frozen=True, kw_only=True):
    """What is known of one device by one criterion.

    answer: whether the criterion is met; None for what is told and never counted. says: the same in words.
    """

    criterion: str
    answer: Answer | None
    says: Message


class Compared(Struct, frozen=True, kw_only=True):
    """One device: whether it is made for untrained hands, what is known of it, and the id of its price."""

    device: str
    is_for_home: bool
    cells: tuple[Cell, ...]
    price: str
    rests_on: tuple[Ground, ...]


class Comparison(Struct, frozen=True, kw_only=True):
    """Devices side by side: those for untrained hands first, then by price; `order` says so."""

    criteria: tuple[str, ...]
    devices: tuple[Compared, ...]
    order: Message
    rests_on: tuple[Ground, ...]


def choose(library: Library) -> Comparison:
    """Compare every device that is sold for home or that anybody can buy, by the criteria of the house."""
    devices: dict[str, Device] = library.section("devices")
    offered = [
        device for device in devices.values() if device.use == "home" or device_price(device.id, library)
    ]
    return Comparison(
        criteria=tuple(_CRITERIA),
        devices=tuple(
            _compared(device, library) for device in sorted(offered, key=_by_use_and_price(library))
        ),
        order=message("home-choice-order"),
        rests_on=(ground(library, "protocols", "home-device-choice"),),
    )


def _by_use_and_price(library: Library) -> Callable[[Device], tuple[bool, float, str]]:
    def key(device: Device) -> tuple[bool, float, str]:
        price = device_price(device.id, library)
        return device.use != "home", price.low if price else float("inf"), device.id

    return key


def _compared(device: Device, library: Library) -> Compared:
    price = device_price(device.id, library)
    found = tuple(
        Cell(criterion=name, answer=answer, says=says)
        for name, judge in _CRITERIA.items()
        for answer, says in [judge(device, price)]
    )
    grounds = (ground(library, "devices", device.id),)
    return Compared(
        device=device.id,
        is_for_home=device.use == "home",
        cells=found,
        price=price.id if price else "",
        rests_on=(*grounds, ground(library, "prices", price.id)) if price else grounds,
    )


Judged = tuple[Answer | None, Message]


def _for_home(device: Device, _: Price | None) -> Judged:
    if device.use == "home":
        return Answer.PRESENT, message("home-for-oneself")
    return Answer.ABSENT, message("home-for-trained-hands")


def _adjustable(device: Device, _: Price | None) -> Judged:
    if device.adjustable and device.levels:
        return Answer.PRESENT, message("home-adjustable-levels", levels=device.levels)
    return _stated(device.adjustable)


def _portable(device: Device, _: Price | None) -> Judged:
    return _stated(device.portable)


def _few_heads(device: Device, _: Price | None) -> Judged:
    heads = sum(tip.count for tip in device.tips)
    return Answer.of(heads <= FEW_HEADS if heads else None), message("home-heads", heads=heads)


def _gentler_head(device: Device, _: Price | None) -> Judged:
    heads = sum(tip.count for tip in device.tips if tip.material in ABRASIVE)
    return Answer.of(heads > 1 if heads else None), message("home-abrasive-heads", heads=heads)


def _certified(_: Device, __: Price | None) -> Judged:
    return Answer.UNKNOWN, message("home-ask-for-certificate")


def _coating(device: Device, _: Price | None) -> Judged:
    found = sorted({tip.material for tip in device.tips if tip.material in ABRASIVE})
    return None, message(f"home-coating-{found[0]}") if found else _NOT_STATED


def _power(device: Device, _: Price | None) -> Judged:
    return None, message("home-watts", watts=device.power_w) if device.power_w else _NOT_STATED


def _functions(device: Device, _: Price | None) -> Judged:
    adds = tuple(message(f"home-adds-{name}") for name in device.adds)
    return None, message("home-adds", adds=adds) if adds else _NOT_STATED


def _price(_: Device, price: Price | None) -> Judged:
    if price is None:
        return None, _NOT_STATED
    return None, message("home-costs", amount=price.low, currency=price.currency)


def _stated(truth: bool | None) -> Judged:
    words = {True: message("home-stated-yes"), False: message("home-stated-no"), None: _NOT_STATED}
    return Answer.of(truth), words[truth]


_CRITERIA: dict[str, Callable[[Device, Price | None], Judged]] = {
    "for-home": _for_home,
    "adjustable": _adjustable,
    "portable": _portable,
    "few-heads": _few_heads,
    "gentler-head": _gentler_head,
    "certified": _certified,
    "coating": _coating,
    "power": _power,
    "functions": _functions,
    "price": _price,
}
"""Criterion (its title is the message ``home-criterion-<name>``) and how a device is judged by it."""
