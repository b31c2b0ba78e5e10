"""What can be wished of a phantom's skin."""

from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.phantom.truth import Some, Span

PORES = Some(per_cm2=12, size_mm=(0.18, 0.5), depth_mm=(0.04, 0.14))
LINES = Some(per_cm2=0.12, size_mm=(8, 25), depth_mm=(0.02, 0.12), width_mm=(0.25, 0.8))
SPOTS = Some(per_cm2=0.3, size_mm=(1.5, 6), strength=(1.4, 2.5))
FRECKLES = Some(per_cm2=0.4, size_mm=(0.8, 2), strength=(1.2, 1.5))
PAPULES = Some(per_cm2=0.08, size_mm=(1.8, 5), depth_mm=(0.05, 0.2), strength=(2, 4))
COMEDONES = Some(per_cm2=0.05, size_mm=(0.6, 1.4), depth_mm=(0.02, 0.06), strength=(2.5, 5))
MARKS = Some(per_cm2=0.04, size_mm=(2, 5), strength=(1.3, 1.8))
SCARS = Some(per_cm2=0.02, size_mm=(1, 3), depth_mm=(0.1, 0.3))
ERYTHEMA = Some(per_cm2=0.02, size_mm=(10, 35), strength=(1.3, 2.2))
NONE = Some()


class Skin(Struct, frozen=True, kw_only=True):
    """A person's skin. The same seed is the same person: change a number, and only what it means changes.

    size_mm: width, height of the sheet. px_per_mm: resolution; it does not change the skin.
    melanin: 0.013 (very light) to 0.43 (very dark). blood: 0.002 to 0.1. Volume fractions.
    relief_mm: standard deviation of the fine relief; mottle: of melanin, blood has twice of it (relative).
    hairs: number of strands. shine: share of light the oiliest places mirror, at most.
    """

    seed: int = 0
    size_mm: Span = (44.0, 44.0)
    px_per_mm: float = 16.0
    melanin: float = 0.03
    blood: float = 0.015
    pores: Some = PORES
    lines: Some = LINES
    spots: Some = SPOTS
    freckles: Some = FRECKLES
    papules: Some = PAPULES
    comedones: Some = NONE
    marks: Some = NONE
    scars: Some = NONE
    erythema: Some = ERYTHEMA
    relief_mm: float = 0.008
    mottle: float = 0.04
    hairs: int = 0
    shine: float = 0.02

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width of the sheet in pixels."""
        return round(self.size_mm[1] * self.px_per_mm), round(self.size_mm[0] * self.px_per_mm)


ORDINARY = Skin(
    lines=replace(LINES, per_cm2=0.04),
    spots=replace(SPOTS, per_cm2=0.05),
    freckles=replace(FRECKLES, per_cm2=0.15),
    papules=replace(PAPULES, per_cm2=0.015),
    erythema=replace(ERYTHEMA, per_cm2=0.008),
)
"""What a face has on average; the defaults of `Skin` crowd a small sheet."""
BARE = Skin(pores=NONE, lines=NONE, spots=NONE, freckles=NONE, papules=NONE, erythema=NONE, shine=0.0)
"""Skin without lesions and gloss: ``replace(BARE, pores=Some(count=40, ...))`` has pores alone."""
