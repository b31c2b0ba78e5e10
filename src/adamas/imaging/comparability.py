"""May two photographs of one person be compared? Each difference with its limit and a word, a score, a veto.

A pair that differs in how it was taken shows that difference, not the skin. What is vetoed is not measured
against each other; the advice says how to take the next photograph.
"""

from typing import Literal

import msgspec
from msgspec import Struct

from adamas.imaging import differences
from adamas.imaging.align import LEAST_RELIEF, Alignment
from adamas.imaging.finding import Limits
from adamas.imaging.finding import Word as Judged
from adamas.imaging.gate import Inspected
from adamas.message import Message, message

Word = Literal["good", "doubtful", "bad", "unknown"]
WORDS: tuple[Word, ...] = ("good", "unknown", "doubtful", "bad")
VETO_BELOW = 50
"""A vetoed pair scores less than this, every other one at least this."""

NEVER = 99.0
"""A limit that nothing reaches: such a difference is named and never a veto."""

YAW = Limits(doubtful=3.5, bad=4.6, unit="°", basis="a turn of 5° foreshortens one cheek by 4 %")
PITCH = Limits(doubtful=4.5, bad=6.0, unit="°", basis="nodding moves the light over forehead and chin")
SCALE = Limits(doubtful=3.5, bad=4.6, unit="%", basis="areas change by twice as much")
DISTANCE = Limits(doubtful=4.0, bad=8.0, unit="%", basis="at 450 mm a face is 8 % narrower than at 1.5 m")
RELIEF = Limits(
    doubtful=LEAST_RELIEF,
    bad=0.5,
    basis="below the first no texture is compared; opposite light gives 0.4-0.8",
)
SIDE = Limits(doubtful=0.25, bad=0.5, unit="EV", basis="one cheek against the other, in stops")
COLOUR = Limits(doubtful=180.0, bad=260.0, unit="K", basis="300 K move a* of skin by about 1.5")
EXPOSURE = Limits(doubtful=0.15, bad=0.21, unit="EV", basis="half the light changes pores by 11-19 %")
BLUR = Limits(
    doubtful=50.0,
    bad=60.0,
    unit="µm",
    basis="on phantoms 60 µm hide 9 % of the pores of a pair, before the sharper photo is softened",
)
BLUR_COARSE = Limits(
    doubtful=60.0, bad=75.0, unit="µm", basis="coarse photos read 70 µm in one of 20 pairs without any blur"
)
FINE_PX_PER_MM = 10.0
"""From this scale on a blur is read to 45 µm in 19 of 20 pairs, at 7 px/mm to 70 µm."""
CAMERA = Limits(doubtful=0.5, bad=NEVER, basis="another camera draws another skin, but a card may correct it")
HOURS = Limits(
    doubtful=3.0, bad=NEVER, unit="h", basis="skin is redder in the evening, swollen in the morning"
)
EXPRESSION = Limits(doubtful=0.3, bad=0.5, basis="a neutral face has 0-0.1, a smile 0.9")
OVERLAP = Limits(
    doubtful=60.0, bad=15.0, unit="%", basis="of what the first photo shows; less speaks for other skin"
)
VIEW = Limits(doubtful=0.5, bad=0.5, basis="another view shows other skin")


class Check(Struct, frozen=True, kw_only=True):
    """One difference of a pair. value: None when the photos do not say. limit: the one that counts."""

    name: str
    value: float | None
    limit: float
    word: Word
    unit: str = ""
    strain: float = 0.0
    what: tuple[str, ...] = ()

    @property
    def title(self) -> Message:
        """What was looked at."""
        return message(f"pair-{self.name}")

    @property
    def advice(self) -> Message | None:
        """What makes the next pair better; None when this is good."""
        return None if self.word == "good" else message(f"pair-{self.name}-advice")


class Point(Struct, frozen=True, kw_only=True):
    """One of the nine points of photographic care, and whether this pair kept it."""

    name: str
    word: Word

    @property
    def title(self) -> Message:
        """What the point asks for."""
        return message(f"pair-point-{self.name}")


class Comparability(Struct, frozen=True, kw_only=True):
    """Whether a pair may be compared. score: 0-100, below 50 when vetoed.

    vetoed_by: names of the checks that forbid it. checklist: position, expression, light, background, zoom,
    make-up, views, timing, description.
    """

    score: int
    checks: tuple[Check, ...]
    vetoed_by: tuple[str, ...]
    checklist: tuple[Point, ...]

    @property
    def is_vetoed(self) -> bool:
        """Nothing of this pair may be compared."""
        return bool(self.vetoed_by)

    @property
    def word(self) -> Word:
        """The worst word of all checks."""
        return max((check.word for check in self.checks), key=WORDS.index)

    def check(self, name: str) -> Check:
        """A check by its name; KeyError when there is none."""
        for check in self.checks:
            if check.name == name:
                return check
        raise KeyError(name)


def compare(
    before: Inspected,
    after: Inspected,
    alignment: Alignment,
    *,
    blur_um: float | None,
    is_described: bool | None = None,
) -> Comparability:
    """Hold a pair against the limits. alignment: of these two, by `adamas.imaging.align`.

    blur_um: how much more blurred the second is, by `adamas.imaging.sharpness`; None when nobody can say.
    is_described: whether the visit has notes on products, health and sun; None: nobody said.
    """
    checks = (
        *_place(before, after, alignment),
        *_light(before, after, alignment),
        *_taking(before, after, blur_um),
    )
    vetoed = tuple(check.name for check in checks if check.word == "bad")
    return Comparability(
        score=_score(checks),
        checks=checks,
        vetoed_by=vetoed,
        checklist=_checklist(before, after, {check.name: check for check in checks}, is_described),
    )


def _place(before: Inspected, after: Inspected, alignment: Alignment) -> tuple[Check, ...]:
    """Pose, size, distance."""
    scale = abs(100 * (differences.scale(alignment) - 1))
    view = _judged("view", float(before.photo.view != after.photo.view), VIEW)
    if before.face is None or after.face is None:
        overlap = differences.overlap_percent(before.zones, after.zones, alignment)
        return view, _judged("overlap", overlap, OVERLAP), _judged("scale", scale, SCALE)
    turn = differences.turn(before.face, after.face, alignment)
    return (
        view,
        _judged("yaw", abs(turn.yaw_deg), YAW),
        _judged("pitch", abs(turn.pitch_deg), PITCH),
        _judged("scale", abs(100 * (turn.scale - 1)), SCALE),
        _judged("distance", abs(differences.distance_percent(before.face, after.face)), DISTANCE),
        _judged("expression", differences.expression(before.face, after.face), EXPRESSION),
    )


def _light(before: Inspected, after: Inspected, alignment: Alignment) -> tuple[Check, ...]:
    """Direction and colour of the light, exposure."""
    light = differences.light((before.photo, before.zones), (after.photo, after.zones))
    colour = light if before.balance.means == "none" else _corrected_light(before, after)
    return (
        _judged("light-direction", alignment.relief, RELIEF),
        _judged("light-side", None if light is None else abs(light.side_ev), SIDE),
        _judged("light-colour", None if colour is None else abs(colour.kelvin), COLOUR),
        _judged("exposure", None if light is None else abs(light.exposure_ev), EXPOSURE),
    )


def _corrected_light(before: Inspected, after: Inspected) -> differences.Light | None:
    """What a card leaves of the light; exposure is not asked here: no card takes away its noise."""
    return differences.light(
        (before.photo, before.zones),
        (after.photo, after.zones),
        corrections=(before.balance.matrix, after.balance.matrix),
    )


def _taking(before: Inspected, after: Inspected, blur: float | None) -> tuple[Check, ...]:
    """Sharpness, camera and settings, time of day."""
    is_fine = min(before.px_per_mm, after.px_per_mm) >= FINE_PX_PER_MM
    what = differences.settings(before.photo.capture, after.photo.capture)
    camera = _judged("camera", None if what is None else float(len(what)), CAMERA)
    hours = differences.hours_of_day(before.photo.capture, after.photo.capture)
    return (
        _judged("blur", None if blur is None else abs(blur), BLUR if is_fine else BLUR_COARSE),
        msgspec.structs.replace(camera, what=what or ()),
        _judged("time-of-day", hours, HOURS),
    )


def _judged(name: str, value: float | None, limits: Limits) -> Check:
    if value is None:
        limit = limits.doubtful if limits.bad == NEVER else limits.bad
        return Check(name=name, value=None, limit=limit, word="unknown", unit=limits.unit)
    word: Judged = limits.word(value)
    return Check(
        name=name,
        value=value,
        limit=limits.doubtful if word == "doubtful" or limits.bad == NEVER else limits.bad,
        word=word,
        unit=limits.unit,
        strain=_strain(value, limits),
    )


def _strain(value: float, limits: Limits) -> float:
    """How much of what is allowed was used up: 0 at best, 1 at the limit of the veto."""
    if limits.bad >= limits.doubtful:
        return max(0.0, value / limits.bad)
    # The best share is 100 %, the best correlation 1.
    best = 100.0 if limits.unit == "%" else 1.0
    return max(0.0, min(best - value, 2 * best) / (best - limits.bad))


def _score(checks: tuple[Check, ...]) -> int:
    """Half by the worst check, half by all; a check at its limit is worth half."""
    worth = [max(0.0, 1 - check.strain**2 / 2) for check in checks if check.value is not None]
    score = round(50 * min(worth) + 50 * sum(worth) / len(worth))
    is_vetoed = any(check.word == "bad" for check in checks)
    return min(score, VETO_BELOW - 1) if is_vetoed else max(score, VETO_BELOW)


def _checklist(
    before: Inspected, after: Inspected, checks: dict[str, Check], is_described: bool | None
) -> tuple[Point, ...]:
    def worst(*names: str) -> Word:
        found = [checks[name].word for name in names if name in checks]
        return max(found, key=WORDS.index, default="unknown")

    ground = differences.background(before, after)
    make_up = [one.finding("make-up") for one in (before, after)]
    said: dict[bool | None, Word] = {True: "good", False: "doubtful", None: "unknown"}
    words: dict[str, Word] = {
        "position": worst("yaw", "pitch"),
        "expression": worst("expression"),
        "light": worst("light-direction", "light-side", "light-colour", "exposure"),
        "background": "unknown" if ground is None else BACKGROUND.word(ground),
        "zoom": worst("scale", "distance"),
        # Unpainted lips do not say that the skin is bare: the operator has to look.
        "make-up": max(
            (one.word if one and one.word != "good" else "unknown" for one in make_up), key=WORDS.index
        ),
        "views": worst("view"),
        "timing": worst("time-of-day"),
        "description": said[is_described],
    }
    return tuple(Point(name=name, word=word) for name, word in words.items())


BACKGROUND = Limits(doubtful=8.0, bad=NEVER, unit="ΔE", basis="a coloured wall lights the skin")
