# Headings and phrases of the printed course plan; the reasons stand in plan.ftl.

plan-title = Course plan
plan-none-title = No course yet
plan-summary = { $visits ->
    [one] { $visits } visit on { $first }.
   *[other] { $visits } visits, at least { $days } days apart, from { $first } to { $last }.
}
plan-provisional = This plan is provisional: no visit may be booked until the questions below are answered.
plan-method = Method
plan-not-chosen = Why not another method
plan-goals = What to expect
plan-evidence = evidence { $level }
plan-seen-from = A change can be looked for from { $day }, not earlier.
plan-needs-physician = Only together with a physician's treatment.
plan-goals-declined = Not planned for
plan-zones-declined = Zones left out
plan-declined-until = Until { $day }.
plan-instead = Instead: { $instead }.
effect-none = no effect to be expected
effect-small = small effect
effect-mild = mild effect
effect-good = good effect
effect-conflicting = the trials disagree
plan-dates = Dates
plan-event = { $visits ->
    [0] No visit fits before it; the last day for one would be { $last }.
    [one] { $visits } visit fits before it; the last day for one is { $last }.
   *[other] { $visits } visits fit before it; the last day for one is { $last }.
}
plan-avoided = no visit until { $last }
plan-number = Why so many visits
plan-interval = Why so far apart
plan-review = Look back after visit { $visit }
plan-maintenance = Afterwards
plan-not-bookable = To be asked before booking: { $questions }.
plan-not-yet = Not to be booked yet.
visit-test-spot = test spot on a small place
visit-treatment = visit { $number }, { $minutes } minutes
visit-maintenance = maintenance visit { $number }, { $minutes } minutes
plan-settings = Settings
plan-settings-of = { $count ->
    [one] Visit { $visits }
   *[other] Visits { $visits }
}
plan-settings-why = Why these settings
plan-all-zones = all zones
plan-stay-off = Never touched
plan-grit = Grit, µm
plan-vacuum = Vacuum, kPa
plan-passes = Passes
plan-minutes = Minutes
plan-bounded = { $value } (≤ { $bound })
from-to = { $first } to { $last }
plan-preparation = Before the visit of { $day }
plan-preparation-each = The same holds before every visit, counted from its own day.
plan-visit-steps = Steps of a visit
plan-sun = Sun protection SPF { $factor } every day
plan-price = What it may cost
plan-price-range = { $low } to { $high } { $currency } for { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
}; prices of { $year }.
plan-price-no-year = an unknown year
plan-alternatives = Other ways
plan-grounds = What this rests on
plan-knowledge = Knowledge { $knowledge }.
plan-not-reviewed = Parts of this plan are proposals: not yet clinically reviewed.
plan-no-promise = What to expect is what trials saw, not a promise.
calendar-prepare = { $what } (before { $visit })
dial-kpa = kPa
dial-inhg = inHg
dial-cmhg = cmHg
dial-mmhg = mmHg
dial-mbar = mbar
dial-bar = bar
dial-psi = psi
dial-percent = %
dial-level = on the scale
