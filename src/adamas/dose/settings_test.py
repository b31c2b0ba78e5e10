from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from adamas.dose.dosing import Dosing
from adamas.dose.settings import step_for
from adamas.dose.step import Step
from adamas.dose.subject import Skin
from adamas.intake.read import read
from adamas.knowledge.library import Library
from adamas.knowledge.practice import Device, Tip
from adamas.knowledge.reason import Because
from adamas.knowledge.statement import Limit
from adamas.planning.policy import limits as limits_of
from adamas.screening.screen import screen
from tests.support.planned import CRAFT, LIBRARY, ON, QUESTIONS, statement

ZONES = LIBRARY.section("zones")
CRAFT_ENTRIES = {name: LIBRARY.section(name) for name in CRAFT}

limits = st.builds(
    Limit,
    vacuum_kpa_at_most=st.none() | st.floats(1, 60),
    grit_um_at_most=st.none() | st.floats(20, 200),
    passes_at_most=st.none() | st.integers(1, 6),
    removed_at_most=st.none() | st.floats(0.05, 0.95),
    abrasion_factor=st.none() | st.floats(0.1, 1),
    vascular_factor=st.none() | st.floats(0.1, 1),
)
zones = st.sampled_from(sorted(ZONES))
tips = st.lists(st.floats(30, 200), min_size=1, max_size=4, unique=True)


def dosing(
    zone: str, *, given_limits: tuple[Limit, ...] = (), nth: int = 1, device: Device | None = None
) -> Dosing:
    """A client on whom exactly these limits lie."""
    statements = {
        f"limit-{n}": statement(f"limit-{n}", "pregnancy", "caution", limit=limit)
        for n, limit in enumerate((Limit(), *given_limits))
    }
    entries: dict[str, Any] = {**CRAFT_ENTRIES, "questions": QUESTIONS, "statements": statements}
    if device is not None:
        entries["devices"] = {device.id: device}
    library = Library.of(entries, digest="dose")
    known = read({"pregnancy": "present"}, library, on=ON, zones=(zone,))
    verdict = screen(known, library, on=ON)
    return Dosing(
        zone=library.section("zones")[zone],
        nth=nth,
        limits=limits_of(verdict, library, zone=zone),
        goals=(),
        device=device,
        library=library,
        skin=Skin(age=28, is_dry=False, has_fragile_vessels=False),
    )


def device_with(sizes: list[float]) -> Device:
    """A professional device with a tip of each grain."""
    found = tuple(
        Tip(id=f"t{n}", title=f"t{n}", material="diamond", grit_um=size) for n, size in enumerate(sizes)
    )
    return Device(id="own", grade="P", title="own", use="professional", tips=found, dial_unit="kPa")


@given(zones, st.lists(limits, max_size=2), limits, st.integers(1, 8))
def test_a_further_limit_never_makes_a_step_stronger(
    zone: str, given_limits: list[Limit], added: Limit, nth: int
) -> None:
    before = step_for(dosing(zone, given_limits=tuple(given_limits), nth=nth))
    after = step_for(dosing(zone, given_limits=(*given_limits, added), nth=nth))
    if isinstance(after, Step):
        assert isinstance(before, Step)
        assert after.grit_um.value <= before.grit_um.value
        assert after.vacuum_kpa.value <= before.vacuum_kpa.value
        assert after.passes.value <= before.passes.value


@given(zones, limits, st.integers(1, 8), tips)
def test_every_limit_is_kept_with_and_without_a_device(
    zone: str, limit: Limit, nth: int, sizes: list[float]
) -> None:
    entry = ZONES[zone]
    for device in (None, device_with(sizes)):
        step = step_for(dosing(zone, given_limits=(limit,), nth=nth, device=device))
        if isinstance(step, Because):
            continue
        assert step.grit_um.value <= min(entry.grit_um[1], limit.grit_um_at_most or 1000)
        assert step.vacuum_kpa.value <= min(entry.vacuum_kpa[1], limit.vacuum_kpa_at_most or 41, 41)
        assert step.passes.value <= min(entry.passes[1], limit.passes_at_most or 100)
        assert 1 - 0.7**step.passes.value <= min(limit.removed_at_most or 0.8, 0.8) + 1e-9
        if device is not None:
            assert step.grit_um.value in sizes


@given(zones, st.integers(1, 8))
def test_settings_never_fall_from_one_visit_to_the_next(zone: str, nth: int) -> None:
    now, then = (step_for(dosing(zone, nth=n)) for n in (nth, nth + 1))
    assert isinstance(now, Step)
    assert isinstance(then, Step)
    assert now.grit_um.value <= then.grit_um.value
    assert now.vacuum_kpa.value <= then.vacuum_kpa.value
    assert now.passes.value <= then.passes.value


def test_the_first_visit_takes_the_first_values_of_the_grid() -> None:
    step = step_for(dosing("cheek"))
    assert isinstance(step, Step)
    assert (step.grit_um.value, step.vacuum_kpa.value, step.passes.value) == (80.0, 17.0, 2.0)


@pytest.mark.parametrize(("nth", "grit_um"), [(2, 80.0), (3, 100.0), (4, 100.0)])
def test_the_cheek_gets_a_coarser_grain_from_the_third_treatment(nth: int, grit_um: float) -> None:
    step = step_for(dosing("cheek", nth=nth))
    assert isinstance(step, Step)
    assert step.grit_um.value == grit_um


@pytest.mark.parametrize(("removed", "passes"), [(0.29, None), (0.3, 1.0), (0.5, 1.0), (0.51, 2.0)])
def test_a_share_of_the_horny_layer_bounds_the_passes(removed: float, passes: float | None) -> None:
    step = step_for(dosing("cheek", given_limits=(Limit(removed_at_most=removed),)))
    assert (step.passes.value if isinstance(step, Step) else None) == passes


def test_of_equal_bounds_the_statement_is_named() -> None:
    step = step_for(dosing("forehead", given_limits=(Limit(grit_um_at_most=100),)))
    assert isinstance(step, Step)
    assert step.grit_um.because.rests_on[0].id == "limit-1"


def test_no_tip_fine_enough_means_no_step() -> None:
    why = step_for(dosing("cheek", device=device_with([100, 125])))
    assert isinstance(why, Because)
    assert why.client.id == "plan-no-tip-fine-enough"


def test_a_device_of_unknown_grain_is_planned_with_a_warning() -> None:
    device = replace(device_with([90]), tips=(Tip(id="one", title="one", material="diamond"),))
    step = step_for(dosing("cheek", device=device))
    assert isinstance(step, Step)
    assert step.tip == ""
    assert "plan-tip-grit-unknown" in {note.id for note in step.notes}


def test_a_dial_in_levels_that_nobody_measured_gives_no_reading() -> None:
    step = step_for(dosing("cheek", device=replace(device_with([80]), dial_unit="level")))
    assert isinstance(step, Step)
    assert step.dial is None
    assert "plan-dial-unknown" in {note.id for note in step.notes}


@pytest.mark.parametrize(
    "limit", [Limit(passes_at_most=2), Limit(removed_at_most=0.8), Limit(abrasion_factor=0.9)], ids=repr
)
@pytest.mark.parametrize("nth", [2, 3, 6])
def test_whoever_is_spared_in_anything_is_never_stepped_up(limit: Limit, nth: int) -> None:
    first, later = (step_for(dosing("cheek", given_limits=(limit,), nth=n)) for n in (1, nth))
    assert isinstance(first, Step)
    assert isinstance(later, Step)
    assert (later.grit_um.value, later.vacuum_kpa.value) == (first.grit_um.value, first.vacuum_kpa.value)
