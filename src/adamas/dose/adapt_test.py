import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from adamas.dose.adapt import Change, Reaction, adapt, change_after
from adamas.dose.subject import Exposure
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.sections import SECTIONS, read_section

LIBRARY = Library.of({"protocols": read_section(SECTIONS["protocols"], default_root())}, digest="adapt")
CALM = Reaction(redness_hours=2, has_petechiae=False, flaking_days=0, pain=1)
LAST = Exposure(grit_um=100, vacuum_kpa=20, passes=2)
PLANNED = Exposure(grit_um=125, vacuum_kpa=22, passes=3)

reactions = st.builds(
    Reaction,
    redness_hours=st.none() | st.floats(0, 200),
    has_petechiae=st.none() | st.booleans(),
    flaking_days=st.none() | st.floats(0, 30),
    pain=st.none() | st.floats(0, 10),
)
exposures = st.builds(
    Exposure, grit_um=st.floats(40, 150), vacuum_kpa=st.floats(5, 41), passes=st.integers(1, 6)
)


def worse(one: Reaction, *, sign: str, more: float) -> Reaction:
    if sign == "has_petechiae":
        return replace(one, has_petechiae=True)
    told = getattr(one, sign)
    return replace(one, **{sign: (told or 0.0) + more})


@given(reactions, exposures, exposures, st.sampled_from(Reaction.__struct_fields__), st.floats(0, 50))
def test_a_stronger_reaction_never_leads_to_a_stronger_visit(
    reaction: Reaction, last: Exposure, planned: Exposure, sign: str, more: float
) -> None:
    if getattr(reaction, sign) is None:
        return
    before = adapt(last, planned, reaction, LIBRARY)
    after = adapt(last, planned, worse(reaction, sign=sign, more=more), LIBRARY)
    assert after.change >= before.change
    if after.exposure is not None:
        assert before.exposure is not None
        for name in ("grit_um", "vacuum_kpa", "passes"):
            assert getattr(after.exposure, name) <= getattr(before.exposure, name)


@given(reactions, exposures, exposures)
def test_the_next_visit_is_never_stronger_than_planned(
    reaction: Reaction, last: Exposure, planned: Exposure
) -> None:
    found = adapt(last, planned, reaction, LIBRARY).exposure
    if found is not None:
        for name in ("grit_um", "vacuum_kpa", "passes"):
            assert getattr(found, name) <= getattr(planned, name)


@given(reactions, st.sampled_from(Reaction.__struct_fields__))
def test_what_was_not_recorded_never_allows_a_step_up(reaction: Reaction, sign: str) -> None:
    assert change_after(replace(reaction, **{sign: None}), LIBRARY) >= Change.REPEAT


@pytest.mark.parametrize(
    ("reaction", "change"),
    [
        ({}, Change.STEP_UP),
        ({"redness_hours": 24}, Change.STEP_UP),
        ({"redness_hours": 25}, Change.REPEAT),
        ({"redness_hours": 48}, Change.REPEAT),
        ({"redness_hours": 49}, Change.STEP_BACK),
        ({"redness_hours": 72}, Change.STEP_BACK),
        ({"redness_hours": 73}, Change.PAUSE),
        ({"flaking_days": 3}, Change.STEP_UP),
        ({"flaking_days": 4}, Change.REPEAT),
        ({"flaking_days": 7}, Change.STEP_BACK),
        ({"flaking_days": 11}, Change.PAUSE),
        ({"pain": 4}, Change.STEP_UP),
        ({"pain": 5}, Change.REPEAT),
        ({"pain": 7}, Change.STEP_BACK),
        ({"pain": 9}, Change.PAUSE),
        ({"has_petechiae": True}, Change.STEP_BACK),
        ({"has_petechiae": True, "pain": 5}, Change.STEP_BACK),
        ({"has_petechiae": True, "pain": 7}, Change.PAUSE),
    ],
)
def test_the_written_rule_is_kept_at_every_bound(reaction: dict[str, float], change: Change) -> None:
    assert change_after(replace(CALM, **reaction), LIBRARY) is change


def test_a_calm_skin_goes_on_as_planned() -> None:
    assert adapt(LAST, PLANNED, CALM, LIBRARY).exposure == PLANNED


def test_repeating_means_no_more_than_the_last_visit() -> None:
    found = adapt(LAST, PLANNED, replace(CALM, pain=5), LIBRARY)
    assert found.exposure == LAST
    assert found.because.client.id == "dose-next-repeat"


def test_a_step_back_weakens_every_setting() -> None:
    found = adapt(LAST, PLANNED, replace(CALM, has_petechiae=True), LIBRARY)
    assert found.exposure == Exposure(grit_um=80, vacuum_kpa=16, passes=1)


def test_after_a_pause_there_is_no_visit_to_prepare() -> None:
    assert adapt(LAST, PLANNED, replace(CALM, redness_hours=100), LIBRARY).exposure is None
