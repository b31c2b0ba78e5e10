"""From one client file follow a verdict, a plan and the advice after each of its visits, or a refusal."""

from adamas.planning.plan import NotPlanned, Plan
from adamas_cli.course import device_days, salon_days
from tests.support.clients import CLEARED, HOME_DEVICE, REFUSED, course, heard, house_library


def test_every_visit_has_its_advice_about_the_zones_that_were_treated() -> None:
    found = course(CLEARED)
    assert isinstance(found.plan, Plan)
    assert [advice.visit_on for advice in found.aftercare] == [visit.on for visit in found.plan.visits]
    assert found.verdict.on == heard(CLEARED).on


def test_a_refusal_has_no_advice_and_no_days() -> None:
    found = course(REFUSED)
    assert isinstance(found.plan, NotPlanned)
    assert found.aftercare == ()
    assert salon_days(heard(REFUSED), house_library()) == ()


def test_the_days_of_the_salon_are_visits_and_maintenance_in_their_order() -> None:
    plan = course(CLEARED).plan
    assert isinstance(plan, Plan)
    days = salon_days(heard(CLEARED), house_library())
    assert days == tuple(sorted(days))
    assert set(days) == {visit.on for visit in (*plan.visits, *plan.maintenance)}


def test_only_a_home_device_has_days_of_its_own() -> None:
    assert device_days(heard(CLEARED), house_library(), salon_visits=()) == ()
    visits = salon_days(heard(HOME_DEVICE), house_library())
    days = device_days(heard(HOME_DEVICE), house_library(), salon_visits=visits)
    assert not set(days) & set(visits)
