# Headings of the sheets for home: devices, creams, aftercare check-ins.

home-choice-title = Home devices side by side
home-criterion = Criterion
home-device-column = Device
home-no-trial = No trial of these devices was found: nothing here says which of them works better.
home-title = At home with { $device }
home-summary = { $zones }; no more often than every { $days } days.
home-provisional = Provisional: do not begin until the questions below are answered.
home-how = How
home-interval-title = How often
home-passes-title = { $passes ->
    [one] { $passes } pass over each place
   *[other] { $passes } passes over each place
}
home-avoid = Leave out
home-stop = Stop and show somebody
home-strength-training = practise on one small place
home-strength-gentle = finest head, weakest setting
home-strength-medium = one step more
cream-title = Peeling at home
cream-summary = { $product } suits best.
cream-none = Nothing that takes skin off is advised.
cream-care = For every day
cream-considered = What was considered
cream-may-present = possible
cream-may-absent = no
cream-may-unknown = open
cream-ask = To be asked: { $questions }.
advice-not-cleared = By today's answers no visit on this day is cleared. This sheet is for whoever has been treated all the same; it is no permission.
advice-check-day = day { $day }
advice-check-how = Tell us on these days whether everything is as described. Anything under “When to act” does not wait for them.
