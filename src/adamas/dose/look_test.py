import pytest
from msgspec.structs import replace

from adamas.dose.look import look
from adamas.dose.settings_test import dosing
from adamas.dose.subject import Exposure

ASKED = Exposure(grit_um=100, vacuum_kpa=20, passes=2)
LOOK = look(ASKED, dosing("cheek"), draws=512)


def test_a_look_shows_what_each_neighbouring_setting_would_do() -> None:
    taken = {(c.what, c.value): c.effect.removed for c in LOOK.changes}
    asked = taken["asked", 0.0]
    assert asked is not None
    for weaker, stronger in (
        (("grit", 80.0), ("grit", 125.0)),
        (("vacuum", 18.0), ("vacuum", 22.0)),
        (("passes", 1.0), ("passes", 3.0)),
    ):
        less, more = taken[weaker], taken[stronger]
        assert less is not None
        assert more is not None
        assert less.middle < asked.middle < more.middle


def test_the_barrier_begins_at_what_is_left_and_comes_back() -> None:
    removed = LOOK.effect.removed
    assert removed is not None
    assert LOOK.barrier is not None
    assert LOOK.barrier.middle[0] == pytest.approx(1 - removed.middle, abs=0.001)
    assert LOOK.barrier.low[-1] > 0.95
    assert list(LOOK.barrier.middle) == sorted(LOOK.barrier.middle)


def test_a_course_falls_at_each_visit_and_never_lower_than_the_first_time() -> None:
    assert LOOK.course is not None
    first = LOOK.course.low[0]
    assert min(LOOK.course.low) >= 0.9 * first
    assert sum(b < a for a, b in zip(LOOK.course.middle, LOOK.course.middle[1:], strict=False)) == 2


def test_a_stationary_tip_has_no_curve_and_no_share() -> None:
    still = look(replace(ASKED, pace_cm_s=0.0), dosing("cheek"), draws=512)
    assert still.effect.is_stationary
    assert still.effect.removed is None
    assert (still.barrier, still.layer, still.course) == (None, None, None)
    assert still.judged.result == "stopped"
