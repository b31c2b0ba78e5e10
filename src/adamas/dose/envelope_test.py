from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from adamas.dose.dosing import Dosing
from adamas.dose.envelope import Judged, Override, envelope_of, judge
from adamas.dose.settings import step_for
from adamas.dose.settings_test import device_with, dosing, limits, zones
from adamas.dose.step import Step
from adamas.dose.subject import Exposure, Skin
from adamas.knowledge.statement import Limit
from adamas.knowledge.statement import Override as MayOverride

BY_WHOM = {"by": "professional", "reason": "seen and tried on the arm"}
GENTLE = Exposure(grit_um=80, vacuum_kpa=17, passes=1)
skins = st.builds(
    Skin,
    age=st.none() | st.floats(0, 100),
    is_dry=st.none() | st.booleans(),
    has_fragile_vessels=st.just(False),
)


def whats(found: Judged) -> set[str]:
    return {one.what for one in found.outside}


@given(zones, limits, st.integers(1, 8), skins)
def test_no_planned_step_leaves_its_envelope(zone: str, limit: Limit, nth: int, skin: Skin) -> None:
    asked = replace(dosing(zone, given_limits=(limit,), nth=nth), skin=skin)
    step = step_for(asked)
    if isinstance(step, Step):
        exposure = Exposure(
            grit_um=step.grit_um.value, vacuum_kpa=step.vacuum_kpa.value, passes=step.passes.value
        )
        assert judge(exposure, asked).result == "inside"
        assert step.margin >= 0


@given(zones, limits, st.sampled_from(["grit_um", "vacuum_kpa", "passes"]), st.floats(1.01, 4))
def test_what_lies_beyond_a_maximum_is_stopped_with_its_reason(
    zone: str, limit: Limit, setting: str, times: float
) -> None:
    asked = dosing(zone, given_limits=(limit,))
    envelope = envelope_of(asked)
    value = getattr(envelope, setting).value * times
    found = judge(replace(GENTLE, **{setting: value}), asked)
    assert found.result == "stopped"
    assert any(one.value == value and one.at_most < value for one in found.outside)


@given(zones, st.lists(limits, max_size=1), limits)
def test_a_further_limit_never_widens_the_envelope(
    zone: str, given_limits: list[Limit], added: Limit
) -> None:
    before = envelope_of(dosing(zone, given_limits=tuple(given_limits)))
    after = envelope_of(dosing(zone, given_limits=(*given_limits, added)))
    for name in ("grit_um", "vacuum_kpa", "passes"):
        assert getattr(after, name).value <= getattr(before, name).value


def test_gentle_settings_are_inside() -> None:
    assert judge(GENTLE, dosing("cheek")) == Judged(result="inside")


def test_a_tip_held_still_is_stopped_and_nobody_may_override_it() -> None:
    still = replace(GENTLE, pace_cm_s=0.0)
    found = judge(still, dosing("cheek"), override=Override(by="physician", reason="because"))
    assert found.result == "stopped"
    assert whats(found) == {"pace"}


def test_too_many_passes_are_stopped_by_grid_and_model() -> None:
    assert whats(judge(replace(GENTLE, passes=9), dosing("cheek"))) == {"passes", "removed"}


def test_a_professional_overrides_the_grid_with_a_reason_and_gets_it_back() -> None:
    coarser = replace(GENTLE, grit_um=110.0)
    override = Override(**BY_WHOM)  # type: ignore[arg-type]  # two words
    found = judge(coarser, dosing("cheek"), override=override)
    assert (found.result, found.override) == ("overridden", override)
    assert whats(found) == {"grit"}


@pytest.mark.parametrize("reason", ["", "   "])
def test_an_override_without_a_reason_stays_a_stop(reason: str) -> None:
    override = Override(by="physician", reason=reason)
    assert judge(replace(GENTLE, grit_um=110.0), dosing("cheek"), override=override).result == "stopped"


def test_nobody_overrides_the_ceiling_of_vacuum_or_of_removal() -> None:
    override = Override(by="physician", reason="because")
    for strong in (replace(GENTLE, vacuum_kpa=42.0), replace(GENTLE, passes=20)):
        assert judge(strong, dosing("cheek"), override=override).result == "stopped"


def _bound_by(may: MayOverride | None) -> Dosing:
    asked = dosing("cheek", given_limits=(Limit(vacuum_kpa_at_most=14),))
    bounding = [(replace(statement, may_override=may), limit) for statement, limit in asked.limits]
    return replace(asked, limits=bounding)


@pytest.mark.parametrize(
    ("may", "by", "result"),
    [
        (None, "physician", "stopped"),
        (MayOverride(who="physician", needs=("reason",)), "professional", "stopped"),
        (MayOverride(who="physician", needs=("reason",)), "physician", "overridden"),
        (MayOverride(who="professional", needs=("reason",)), "professional", "overridden"),
    ],
)
def test_a_statement_says_who_may_override_it_and_silence_means_nobody(
    may: MayOverride | None, by: Any, result: str
) -> None:
    found = judge(GENTLE, _bound_by(may), override=Override(by=by, reason="because"))
    assert found.result == result


def test_a_maximum_names_the_statement_that_sets_it() -> None:
    envelope = envelope_of(dosing("cheek", given_limits=(Limit(vacuum_kpa_at_most=14),)))
    assert envelope.vacuum_kpa.value == 14
    assert [ground.kind for ground in envelope.vacuum_kpa.because.rests_on] == ["statement"]


def test_a_device_bounds_what_it_cannot_exceed() -> None:
    weak = replace(device_with([80, 100]), vacuum_kpa_at_most=15)
    assert envelope_of(dosing("cheek", device=weak)).vacuum_kpa.value == 15


def test_older_and_dry_skin_starts_no_stronger() -> None:
    young = envelope_of(dosing("back")).start
    old = envelope_of(replace(dosing("back"), skin=Skin(age=80, is_dry=True, has_fragile_vessels=True))).start
    assert isinstance(young, Step)
    assert isinstance(old, Step)
    assert old.passes.value <= young.passes.value
    assert old.vacuum_kpa.value <= young.vacuum_kpa.value
