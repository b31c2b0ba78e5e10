"""Care around the visits: aftercare, side effects, products, combinations and alternatives."""

from adamas.knowledge.basis import Basis


class AftercareRule(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to do or to avoid after a visit, and for how long."""

    title: str
    say: str


class Effect(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A side effect: cause, normal duration, and when it becomes a red flag."""

    title: str
    say: str


class Product(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cream or ingredient class for home peeling."""

    title: str
    say: str


class Combination(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another procedure, and the time to keep between it and a visit."""

    title: str
    say: str


class Alternative(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something safe to offer instead when a visit is refused or deferred."""

    title: str
    say: str
