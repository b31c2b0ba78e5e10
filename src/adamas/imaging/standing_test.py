"""What stands out is weighed by slopes: nothing jumps, the rim and the other colour weigh nothing."""

from itertools import pairwise

import numpy as np

from adamas.imaging import standing
from adamas.imaging.measures.papules import SIZE as RED
from adamas.imaging.measures.spots import SIZE as BROWN
from adamas.imaging.phantom.truth import Some
from tests.support.seen_skin import bare, seen

STEPS = np.linspace(1.05, 2.0, 12)


def brown(strength: float) -> float:
    """Amount of five spots of one strength, always at the same places."""
    skin = seen(bare(spots=Some(count=5, size_mm=(3.0, 4.0), strength=(strength, strength))))
    return float(standing.melanin(skin, BROWN).sum())


def test_a_spot_that_fades_step_by_step_never_jumps() -> None:
    amounts = [brown(float(strength)) for strength in STEPS]
    steps = [after - before for before, after in pairwise(amounts)]
    assert min(steps) > -0.02 * amounts[-1]
    assert max(steps) < 0.2 * amounts[-1]


def test_red_skin_weighs_as_blood_and_brown_skin_as_melanin() -> None:
    red = seen(bare(papules=Some(count=5, size_mm=(3.0, 4.0), depth_mm=(0.01, 0.02), strength=(3.0, 3.0))))
    spotted = seen(bare(spots=Some(count=5, size_mm=(3.0, 4.0), strength=(2.0, 2.0))))
    assert standing.blood(red, RED).sum() > 20 * standing.melanin(red, BROWN).sum()
    assert standing.melanin(spotted, BROWN).sum() > 20 * standing.blood(spotted, RED).sum()


def test_what_lies_within_a_millimetre_of_the_rim_weighs_nothing() -> None:
    skin = seen(bare(spots=Some(count=60, size_mm=(3.0, 4.0), strength=(2.0, 2.0))))
    rows, columns = np.nonzero(skin.mask)
    rim = skin.mask.copy()
    inset = int(standing.SHADY_MM * skin.px_per_mm)
    below, right = rows.max() + 1 - inset, columns.max() + 1 - inset
    rim[rows.min() + inset : below, columns.min() + inset : right] = False
    amount = standing.melanin(skin, BROWN)
    assert amount[rim].sum() == 0.0
    assert amount.sum() > 0.0
