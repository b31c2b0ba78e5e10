# After a visit: what to do and until when, what is normal, what is not.

aftercare-until = { $what }: until { $until } inclusive.
aftercare-until-hours = { $hours ->
    [one] { $what }: for { $hours } hour, so until { $until } inclusive.
   *[other] { $what }: for { $hours } hours, so until { $until } inclusive.
}
aftercare-until-course-end = { $days ->
    [one] { $what }: through the whole course and { $days } day more, until { $until } inclusive.
   *[other] { $what }: through the whole course and { $days } days more, until { $until } inclusive.
}
aftercare-until-course-open = { $days ->
    [one] { $what }: through the whole course and { $days } day more, at least until { $until }.
   *[other] { $what }: through the whole course and { $days } days more, at least until { $until }.
}
aftercare-ask = { $what }. Guidance suggests a rest until { $day }; whether it suits you, only the doctor says.
aftercare-factor = sun protection factor { $factor } or more

aftercare-why-usual = This holds after every visit.
aftercare-why-usual-pro = Rule for every client; nothing known calls for longer.
aftercare-why-holds = Longer than usual because of: { $facts }.
aftercare-why-holds-pro = The longer rule holds, by: { $facts }.
aftercare-why-unknown = The longer time is kept until we know: { $facts }.
aftercare-why-unknown-pro = Not answered: { $facts }. The stricter rule is kept; unknown never shortens.
aftercare-why-factor = A higher protection factor is asked because of: { $statement }.
aftercare-why-factor-pro = Factor raised by the statement: { $statement }.

aftercare-normal = { $hours ->
    [one] { $what }: usual, and gone within { $hours } hour, by { $day }. If not: { $act }.
   *[other] { $what }: usual, and gone within { $hours } hours, by { $day }. If not: { $act }.
}
aftercare-normal-hours = { $hours ->
    [one] { $what }: usual, and gone within { $hours } hour. If not: { $act }.
   *[other] { $what }: usual, and gone within { $hours } hours. If not: { $act }.
}
aftercare-flag = { $what }: { $act }.
aftercare-act-client = look after it yourself as described { $soon }
aftercare-act-professional = tell your cosmetologist { $soon }
aftercare-act-doctor = see a doctor { $soon }
aftercare-act-emergency = call an ambulance or go to urgent care { $soon }
aftercare-at-once = at once
aftercare-within-hours = { $hours ->
    [one] within { $hours } hour
   *[other] within { $hours } hours
}
aftercare-within-days = { $days ->
    [one] within { $days } day
   *[other] within { $days } days
}
aftercare-course-goes-on = The course goes on.
aftercare-course-pauses = { $days ->
    [one] No visit for at least { $days } day.
   *[other] No visit for at least { $days } days.
}
aftercare-course-stops = No further visit until a physician has cleared it.
aftercare-check-in = { $on }, day { $day }: how is your skin?

aftercare-heading = After your visit on { $on }
aftercare-heading-do = Do
aftercare-heading-avoid = Leave out
aftercare-heading-ask = Ask your doctor
aftercare-heading-normal = What is normal
aftercare-heading-flags = When to act, and who
aftercare-heading-check-ins = We ask how you are
aftercare-unreviewed = Some of these rules are not yet clinically reviewed.
