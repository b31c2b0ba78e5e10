from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from adamas.intake.facts import Diary, Period
from adamas.planning.budget import Rest, fits, is_delicate, place

ON = date(2026, 11, 21)
DAYS = st.integers(-60, 200).map(lambda days: ON + timedelta(days=days))
RESTS = st.builds(
    Rest,
    every_days=st.integers(1, 30),
    apart_days=st.integers(0, 20),
    before_visit=st.integers(0, 20),
    after_visit=st.integers(0, 20),
    before_sun=st.integers(0, 20),
    after_sun=st.integers(0, 20),
)
STAYS = st.tuples(DAYS, st.integers(0, 20)).map(
    lambda s: Period(first=s[0], last=s[0] + timedelta(days=s[1]))
)
ROBUST = {"age": 30.0, "sensitive-skin": False, "thin-skin": False, "skin-dryness": "normal"}
A_REST = Rest(every_days=7, apart_days=7, before_visit=7, after_visit=14, before_sun=14, after_sun=14)


@given(RESTS, st.lists(DAYS, max_size=8), st.lists(DAYS, max_size=4), st.lists(STAYS, max_size=2))
def test_no_use_ever_violates_the_budget(
    rest: Rest, visits: list[date], taken: list[date], stays: list[Period]
) -> None:
    days = place(
        rest, first=ON, uses=6, within_days=200, visits=visits, taken=taken, diary=Diary(sun=tuple(stays))
    )
    for day in days:
        assert all((visit - day).days >= rest.before_visit for visit in visits if visit > day)
        assert all((day - visit).days >= rest.after_visit for visit in visits if visit < day)
        assert rest.before_visit == 0 or rest.after_visit == 0 or day not in visits
        assert all(abs((other - day).days) >= rest.apart_days for other in taken)
        assert not any(stay.first <= day <= stay.last for stay in stays) or 0 in (
            rest.before_sun,
            rest.after_sun,
        )
    assert all((later - day).days >= rest.every_days for day, later in zip(days, days[1:], strict=False))


@given(RESTS, st.lists(DAYS, max_size=8), st.integers(1, 10))
def test_a_longer_interval_never_gives_more_uses(rest: Rest, visits: list[date], longer: int) -> None:
    rarer = Rest(
        every_days=rest.every_days + longer,
        apart_days=rest.apart_days,
        before_visit=rest.before_visit,
        after_visit=rest.after_visit,
    )
    usual = Rest(
        every_days=rest.every_days,
        apart_days=rest.apart_days,
        before_visit=rest.before_visit,
        after_visit=rest.after_visit,
    )
    counts = [len(place(r, first=ON, uses=99, within_days=90, visits=visits)) for r in (rarer, usual)]
    assert counts[0] <= counts[1]


def test_the_last_day_before_a_visit_is_the_rest_itself() -> None:
    visit = ON + timedelta(days=30)
    assert fits(visit - timedelta(days=7), A_REST, visits=[visit])
    assert not fits(visit - timedelta(days=6), A_REST, visits=[visit])


def test_the_first_day_after_a_visit_is_the_rest_itself() -> None:
    assert fits(ON + timedelta(days=14), A_REST, visits=[ON])
    assert not fits(ON + timedelta(days=13), A_REST, visits=[ON])
    assert not fits(ON, A_REST, visits=[ON])


def test_the_day_a_stay_in_the_sun_is_far_enough_is_the_rest_itself() -> None:
    stay = Diary(sun=(Period(first=ON + timedelta(days=20), last=ON + timedelta(days=25)),))
    assert [fits(ON + timedelta(days=n), A_REST, diary=stay) for n in (6, 7, 22, 38, 39)] == [
        True,
        False,
        False,
        False,
        True,
    ]


def test_between_fortnightly_visits_a_device_finds_no_day() -> None:
    visits = [ON + timedelta(days=14 * n) for n in range(6)]
    days = place(A_REST, first=ON, uses=2, within_days=365, visits=visits)
    assert days == (visits[-1] + timedelta(days=14), visits[-1] + timedelta(days=21))


def test_a_closed_day_is_passed_over() -> None:
    days = place(A_REST, first=ON, uses=1, within_days=30, is_open=lambda day: day.day == 1)
    assert days == (date(2026, 12, 1),)


def test_when_no_day_fits_there_is_none() -> None:
    assert place(A_REST, first=ON, uses=3, within_days=30, is_open=lambda day: False) == ()


def test_the_end_of_the_calendar_is_no_error() -> None:
    assert place(A_REST, first=date.max - timedelta(days=3), uses=3, within_days=30) != ()


def test_robust_skin_is_not_delicate() -> None:
    assert not is_delicate(ROBUST)


def test_thin_dry_sensitive_old_and_unasked_skin_is_delicate() -> None:
    changes: list[dict[str, object]] = [
        {"sensitive-skin": True},
        {"thin-skin": True},
        {"skin-dryness": "dry"},
        {"age": 75.0},
    ]
    assert all(is_delicate({**ROBUST, **change}) for change in changes)  # type: ignore[dict-item]  # values of the row
    assert all(
        is_delicate({k: v for k, v in ROBUST.items() if k != name})  # type: ignore[misc]  # values of the row
        for name in ("sensitive-skin", "thin-skin", "skin-dryness")
    )


def test_at_74_robust_skin_is_not_delicate() -> None:
    assert not is_delicate({**ROBUST, "age": 74.0})
