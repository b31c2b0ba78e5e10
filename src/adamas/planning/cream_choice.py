"""Which classes of cream a client may use, which suits best, and why the others were not taken."""

from datetime import date

from msgspec import Struct

from adamas.answer import Answer
from adamas.intake.facts import Facts
from adamas.knowledge.care import Product
from adamas.knowledge.grammar import facts_of
from adamas.knowledge.library import Library
from adamas.knowledge.reason import Because, because, because_of_statement
from adamas.knowledge.truth import Truth, bind
from adamas.message import Title
from adamas.planning.policy import limits
from adamas.screening.verdict import Verdict


class Considered(Struct, frozen=True, kw_only=True):
    """One class of cream: whether this client may use it, whether it suits best, and why.

    may_use: unknown when something must be asked first (ask_first).
    """

    product: str
    may_use: Answer
    suits_best: bool
    because: Because
    ask_first: tuple[str, ...] = ()


def choose(considered: tuple[Considered, ...], library: Library) -> Product | None:
    """Of the classes that may be used, the mildest of those that suit best; else the mildest; else none."""
    products: dict[str, Product] = library.section("products")
    allowed = [
        one for one in considered if one.may_use is Answer.PRESENT and products[one.product].strength > 0
    ]
    best = min(allowed, key=lambda one: (not one.suits_best, products[one.product].strength), default=None)
    return products[best.product] if best else None


def mildest(library: Library) -> Product:
    """The class that takes nothing off."""
    products: dict[str, Product] = library.section("products")
    return min(products.values(), key=lambda product: (product.strength, product.id))


def consider(verdict: Verdict, facts: Facts, library: Library, *, on: date) -> tuple[Considered, ...]:
    """Every class of cream for one client on a day, mildest first."""
    products: dict[str, Product] = library.section("products")
    ordered = sorted(products.values(), key=lambda product: (product.strength, product.id))
    return tuple(_consider(product, verdict, facts, library, on=on) for product in ordered)


def _consider(product: Product, verdict: Verdict, facts: Facts, library: Library, *, on: date) -> Considered:
    title, own = Title("product", product.id), ("products", product.id)
    excluded_by = _excluded_by(product, verdict, library)
    if excluded_by:
        why = because_of_statement(library, "cream-excluded", excluded_by, product=title)
        return Considered(product=product.id, may_use=Answer.ABSENT, suits_best=False, because=why)
    if product.use == "professional":
        why = because(library, "cream-not-for-home", own, product=title)
        return Considered(product=product.id, may_use=Answer.ABSENT, suits_best=False, because=why)
    condition = f"product/{product.id}"
    may_use = Answer.of(_truth(condition, facts, library, on=on) if product.when else True)
    suits = bool(product.suits_when and _truth(f"{condition}/suits", facts, library, on=on))
    return Considered(
        product=product.id,
        may_use=may_use,
        suits_best=suits and may_use is Answer.PRESENT,
        because=because(library, _reason(product, may_use, suits=suits), own, product=title),
        ask_first=_unknown(condition, facts, library, on=on) if may_use is Answer.UNKNOWN else (),
    )


def _reason(product: Product, may_use: Answer, *, suits: bool) -> str:
    if may_use is Answer.ABSENT:
        return "cream-may-not-use"
    if may_use is Answer.UNKNOWN:
        return "cream-ask-first"
    if product.strength == 0:
        return "cream-daily-care"
    return "cream-suits-best" if suits else "cream-may-use"


def _excluded_by(product: Product, verdict: Verdict, library: Library) -> str:
    names = {product.id, *product.ingredients}
    for zone in (None, *verdict.zones):
        for statement, limit in limits(verdict, library, zone=zone):
            if names & set(limit.exclude_products):
                return statement.id
    return ""


def _truth(condition: str, facts: Facts, library: Library, *, on: date) -> Truth:
    return bind(library.conditions[condition], on)(facts.row(on))


def _unknown(condition: str, facts: Facts, library: Library, *, on: date) -> tuple[str, ...]:
    row = facts.row(on)
    return tuple(name for name in facts_of(library.conditions[condition]) if name not in row)
