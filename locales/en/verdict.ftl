# The verdict of screening.

decision-clear = clear
decision-caution = caution
decision-ask = ask
decision-defer = wait
decision-refer = see a doctor
decision-refuse = not now

verdict-title = Screening of { $client }
verdict-title-nameless = Screening
verdict-clear = Nothing speaks against a visit on { $on }.
verdict-caution = A visit on { $on } is possible, gentler than usual: see the limits.
verdict-ask = Before a visit on { $on } the questions below must be answered; what is not known never clears.
verdict-clear-from = No visit on { $on }. From what is known today, the first possible day is { $day }.
verdict-no-day = No visit on { $on }, and waiting alone will not change that.
verdict-no-day-yet = No visit on { $on }. The day depends on when the reason below has passed.
verdict-why = Why
verdict-ask-first = To be asked first
verdict-ask-more = And { $count } more: { $questions }.
verdict-limits = Limits for the plan
verdict-limits-overridden = Limits, should a physician decide otherwise
verdict-instead = What is possible instead
verdict-trace = Every statement that was weighed
verdict-count = { $silent ->
    [one] { $silent } of { $all } findings was silent
   *[other] { $silent } of { $all } findings were silent
}. Knowledge { $knowledge }.
not-a-diagnosis = Screening supports the judgement of the person who treats; it is no diagnosis and replaces no doctor.

zone = Zone
decision = Decision
first-day = First possible day
follows = Follows: { $claims }
sets-aside = Sets aside: { $claim }. { $reason }
grade = Evidence: { $grade }
not-reviewed = not yet clinically reviewed
speaks-until = This no longer speaks from { $day }.
excepted = relaxed by { $by }
lines = line { $lines }
answer-present = holds
answer-absent = does not hold
answer-unknown = unknown

present = present
absent = absent
unknown = unknown
never = never
not-due = does not apply
heard-intake = intake
heard-professional = seen by the professional
heard-client = said by the client
heard-does-not-apply = does not apply
heard-no-longer-counts = too old to count

grade-a = A, trials or reviews
grade-b = B, textbook, professional body or regulator
grade-b-minus = B−, a maker's instructions
grade-c-plus = C+, a vendor's statement
grade-c = C, practice reports
grade-c-minus = C−, weak practice reports
grade-opinion = opinion
grade-p = our own proposal

may-override-physician = A physician may decide otherwise, with { $needs }.
may-override-professional = The professional may decide otherwise, with { $needs }.
needs-reason = a written reason
needs-test-spot = a test spot
needs-diagnosis = a diagnosis
needs-antiviral-decision = a decision about antiviral cover
needs-cardiologist-letter = the cardiologist's letter
needs-written-consent = written consent

limit-vacuum-kpa-at-most = Vacuum at most { $value } kPa
limit-grit-um-at-most = Grit at most { $value } µm
limit-passes-at-most = Passes at most { $value }
limit-removed-at-most = At most { $value } % of the horny layer at one visit
limit-abrasion-factor = Abrasion reduced to { $value } % of the usual
limit-vascular-factor = Suction load reduced to { $value } % of the usual
limit-interval-days-at-least = At least { $value } days between visits
limit-sun-protection-factor-at-least = Sun protection SPF { $value } or higher
limit-test-spot = A test spot before the first visit
limit-exclude-modalities = Not with: { $value }
limit-exclude-zones = Leave out: { $value }
limit-exclude-goals = Not for: { $value }
limit-only-goals = Only for: { $value }
limit-exclude-products = Without: { $value }

unit-years = years
unit-months = months
unit-weeks = weeks
unit-days = days
unit-uvi = UVI
unit-degrees = °
unit-lesions = lesions
