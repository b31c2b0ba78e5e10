"""What the dose model rests on: parameters with their doubt, and published values it is held against."""

from typing import Literal

from adamas.errors import StatementInvalid, told
from adamas.knowledge.basis import Basis


class Parameter(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One number of the dose model with its unit and the range it may lie in.

    value: the middle of belief: as likely too high as too low. low, high: it surely lies between them.
    spread: `even` spreads each half of the belief evenly over its side, `even-log` evenly over the logarithm,
    `fixed` leaves no doubt. fitted_from: ids of the validation rows the value is fitted to.
    Raises StatementInvalid when the value lies outside its range or a logarithm has no meaning.
    """

    title: str
    unit: str
    value: float
    low: float
    high: float
    spread: Literal["fixed", "even", "even-log"]
    tell: str
    fitted_from: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        is_ordered = self.low <= self.value <= self.high
        is_fixed = self.low == self.high
        if (
            not is_ordered
            or is_fixed != (self.spread == "fixed")
            or (self.spread == "even-log" and self.low <= 0)
        ):
            raise StatementInvalid(
                told(
                    "parameter-range",
                    "The range {low:g} to {high:g} does not suit the value {value:g}.",
                    low=self.low,
                    high=self.high,
                    value=self.value,
                ),
                where=f"knowledge/parameters/{self.id}.yaml",
                hint=told(
                    "parameter-range-hint",
                    "Write low <= value <= high; equal only when spread is fixed, above zero for even-log.",
                ),
            )


class ValidationRow(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One published value and the question to the model that it answers.

    kind: `calibration` rows set parameters; only `held-out` rows can validate; `identity` restates a formula,
    `safety` is a rule of design, `weak` shares its source with what it tests, `species` is about another one.
    quantity: what is asked (see `adamas.dose.questions`), of which input. at_least, at_most: the published
    value, equal when it is a single figure. tolerance: how exactly it can be read.
    """

    title: str
    kind: Literal["calibration", "held-out", "identity", "safety", "weak", "species"]
    quantity: str
    unit: str
    tell: str
    input: dict[str, float | str] = {}
    at_least: float | None = None
    at_most: float | None = None
    tolerance: float = 0.0
