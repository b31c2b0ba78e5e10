# Creams for home: which class, why, and when.

cream-daily-care = { $product }: for every day.
cream-daily-care-pro = { $product }: daily, no distance from visits needed.
cream-suits-best = { $product }: you may use it, and it suits your skin and age best.
cream-suits-best-pro = { $product }: condition and preference both hold.
cream-may-use = { $product }: allowed, but not needed.
cream-may-use-pro = { $product }: condition holds, no preference.
cream-may-not-use = { $product }: not for your skin or age.
cream-may-not-use-pro = { $product }: its condition does not hold.
cream-ask-first = { $product }: some questions come first.
cream-ask-first-pro = { $product }: its condition is unknown; unknown never allows.
cream-not-for-home = { $product }: not at home, at no age.
cream-not-for-home-pro = { $product }: a matter for professionals; named only to be ruled out.
cream-excluded = { $product }: not now ({ $statement }).
cream-excluded-pro = { $product }: excluded by the statement “{ $statement }”.

cream-chosen-best = We suggest: { $product }. Of what you may use it suits your skin and age best.
cream-chosen-best-pro = { $product }: the mildest of those whose preference holds.
cream-chosen-mildest = We suggest: { $product }. It is the mildest that you may use, and nothing speaks for more.
cream-chosen-mildest-pro = { $product }: no preference holds, so the mildest allowed.
cream-no-day = { $product } would suit you, but within a year no day is free between visits, device and strong sun.
cream-no-day-pro = { $product }: no day within the horizon keeps every rest.
cream-nothing = Nothing should take anything off your skin at home. A caring cream and sun cream are enough.
cream-nothing-pro = No exfoliating class is allowed.
cream-nothing-until-asked = Nothing should take anything off your skin until a few questions are answered. A caring cream and sun cream are enough for now.
cream-nothing-until-asked-pro = Every exfoliating class waits for an answer; unknown never allows.

cream-every = Once in { $days } days at most.
cream-every-pro = { $days } days for robust skin; our proposal.
cream-every-if-delicate = Once in { $days } days at most, because your skin is delicate or we do not know that it is robust.
cream-every-if-delicate-pro = { $days } days for thin, dry, sensitive or old skin, or when not asked.
cream-every-limit = Once in { $days } days at most ({ $statement }).
cream-every-limit-pro = The statement “{ $statement }” asks for { $days } days.
cream-sun = Sun cream of factor { $factor } every day; exfoliated skin burns and stains more easily.
cream-sun-pro = Factor { $factor } daily; acids keep skin sensitive to the sun for about a week after the last use.
