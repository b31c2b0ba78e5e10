# Polishing at home: comparison of devices and the plan for one of them.

home-not-stated = not stated
home-stated-yes = yes
home-stated-no = no

home-criterion-for-home = For whom
home-criterion-adjustable = Strength can be set
home-criterion-portable = Fits the hand
home-criterion-few-heads = Few heads
home-criterion-gentler-head = A gentler head to begin with
home-criterion-certified = Certificate and warranty
home-criterion-coating = Coating
home-criterion-power = Power
home-criterion-functions = What else it does
home-criterion-price = Price

home-choice-order = Devices for untrained hands stand first, then the cheaper before the dearer. Nobody has compared their effect, so there is no best one.
home-for-oneself = for oneself
home-for-trained-hands = sold to professionals; without training it can hurt the skin
home-adjustable-levels = { $levels ->
    [one] { $levels } strength
   *[other] { $levels } strengths
}
home-heads = { $heads ->
    [one] { $heads } head
   *[other] { $heads } heads
}
home-abrasive-heads = { $heads ->
    [one] one head that polishes: no gentler one to begin with
   *[other] { $heads } heads that polish
}
home-ask-for-certificate = not stated: ask the seller
home-coating-diamond = diamond
home-coating-sapphire = sapphire, not diamond
home-watts = { $watts } W; more power is no merit at home
home-adds = { $adds }
home-adds-vacuum = vacuum
home-adds-massage-heads = massage
home-adds-ionisation = ionisation
home-adds-touch-display = touch display
home-costs = { $amount } { $currency }

home-device-for-trained-hands = { $device } is made for trained hands. At home it can hurt your skin.
home-device-for-trained-hands-pro = { $device } is a professional device; home use without training is refused.
home-come-back-device = Choose a device made for home, or have the polishing done in the salon.

home-zone-salon-only = { $zone }: not at home, the skin there belongs in trained hands.
home-zone-salon-only-pro = { $zone } is not among the zones for home polishing.
home-zone-blocked = { $zone }: not now ({ $statement }).
home-zone-blocked-pro = { $zone } is blocked by the statement “{ $statement }”.
home-no-day = Within a year no day is free between your visits, creams and stays in the sun.
home-no-day-pro = No day within the horizon keeps every rest.

home-interval = Once in { $days } days at most: the skin needs that long to close again.
home-interval-pro = Makers' frequency for home devices; { $days } days.
home-interval-delicate = Once in { $days } days at most, because your skin is delicate or we do not know that it is robust.
home-interval-delicate-pro = Thin, dry, sensitive or old skin, or not asked: twice the usual interval, { $days } days.
home-interval-maker = Once in { $days } days at most, as the maker asks.
home-interval-maker-pro = Maker's minimum: { $days } days.
home-interval-limit = Once in { $days } days at most ({ $statement }).
home-interval-limit-pro = The statement “{ $statement }” asks for { $days } days.
home-passes = { $passes ->
    [one] One pass over each place, then stop, even if it feels like too little.
   *[other] { $passes } passes over each place at most.
}
home-passes-pro = Makers' limit for home; repeating a place leaves red marks and scabs.
home-passes-maker = { $passes ->
    [one] One pass over each place, as the maker asks.
   *[other] { $passes } passes over each place at most, as the maker asks.
}
home-passes-maker-pro = Maker's maximum: { $passes }.

home-use-training = A try on one small place with the finest head and the weakest setting. Look at it the next day.
home-use-training-pro = Training use: technique and tolerance, one small place.
home-use-gentle = The finest head on its weakest setting.
home-use-gentle-pro = Gentle phase of the step-up.
home-use-medium = You may go one step up, if nothing has stung, bled or stayed red until the next day.
home-use-medium-pro = Medium step after an uneventful gentle phase; coarse never at home.

home-starts-today = Nothing stands in the way from today on.
home-starts-today-pro = No rest and no statement holds it back.
home-starts-after-wait = From { $day } on, because of: { $statement }.
home-starts-after-wait-pro = First open day { $day }; held back by “{ $statement }”.
home-starts-beside-visits = From { $day } on: at least { $after } days after a visit to the salon and { $before } days before the next. While your course runs close together, the device rests.
home-starts-beside-visits-pro = First use { $day }: { $after } days after and { $before } days before any visit, from one exfoliation budget.
home-starts-when-free = From { $day } on, the first day free of creams and strong sun.
home-starts-when-free-pro = First use { $day }, by the rests from other exfoliation and sun.

home-avoid-pressing = Do not press and do not stop on one place.
home-avoid-second-pass = Do not go over a place again, even if it feels rough.
home-avoid-eyes-and-lips = Keep off eyelids, temples, lips and moles.
home-avoid-broken-skin = Keep off pimples, scratches, cold sores and anything that stings.
home-avoid-other-exfoliation = No acids, retinol creams from the shop or scrubs for seven days before. Leave a prescribed cream to the doctor who prescribed it.
home-avoid-sun = Not in summer and not before strong sun; sun cream every day.
home-avoid-lending = Never lend the head or use somebody else's.
