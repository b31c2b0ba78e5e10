from datetime import date, datetime

from adamas.aftercare.effects import expected_effects, red_flags
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.sections import SECTIONS, read_section

DAY = date(2026, 11, 21)
EFFECTS = read_section(SECTIONS["effects"], default_root())
LIBRARY = Library.of({"effects": EFFECTS}, digest="test")


def test_redness_is_gone_by_the_third_day() -> None:
    redness = {effect.effect: effect for effect in expected_effects(LIBRARY, DAY)}["redness"]
    assert redness.gone_by == date(2026, 11, 24)


def test_what_is_over_within_hours_names_no_day_to_be_over_by() -> None:
    for effect in expected_effects(LIBRARY, DAY):
        assert ("day" in effect.text.values) == (effect.gone_after_hours >= 24), effect.effect


def test_a_normal_effect_ends_and_an_abnormal_one_acts() -> None:
    for effect in EFFECTS.values():
        assert effect.seen_hours[0] <= effect.seen_hours[1], effect.id
        if effect.kind == "normal":
            assert effect.gone_after_hours is not None, effect.id
            assert effect.gone_after_hours >= effect.seen_hours[1], effect.id
        else:
            assert effect.gone_after_hours is None, effect.id
            assert effect.who != "client", effect.id
        assert (effect.course == "pauses") == (effect.pause_days > 0), effect.id


def test_the_gravest_flag_comes_first_and_at_once() -> None:
    first = red_flags(LIBRARY, DAY)[0]
    assert (first.effect, first.who, first.within_hours) == ("breathing-trouble", "emergency", 0)
    assert first.text.values["act"].values["soon"].id == "aftercare-at-once"  # type: ignore[union-attr]  # messages within


def test_a_flag_gives_a_deadline_and_a_day_for_the_next_visit() -> None:
    flags = {flag.effect: flag for flag in red_flags(LIBRARY, DAY)}
    assert flags["grouped-blisters"].act_by(datetime(2026, 11, 23, 20, 0)) == datetime(2026, 11, 24, 8, 0)  # noqa: DTZ001 - the clock on the client's wall
    assert flags["erosion"].next_visit_from(date(2026, 11, 22)) == date(2026, 12, 20)
    assert flags["dark-patch"].next_visit_from(date(2026, 12, 20)) is None


def test_home_devices_have_flags_of_their_own() -> None:
    salon = {flag.effect for flag in red_flags(LIBRARY, DAY)}
    home = {flag.effect for flag in red_flags(LIBRARY, DAY, scope="home-device")}
    assert home < salon
    assert "bruise-spots" in home
