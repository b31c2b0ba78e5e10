# The book of knowledge, and conditions in words.

condition-one-of = { $fact }: { $choices }
condition-at-least = { $fact } at least { $limit } { $unit }
condition-over = { $fact } over { $limit } { $unit }
condition-at-most = { $fact } at most { $limit } { $unit }
condition-under = { $fact } under { $limit } { $unit }
condition-within = { $fact } less than { $span } ago
condition-ahead = { $fact } within the next { $span }
condition-not = not { $part }
condition-and = {" "}and{" "}
condition-or = {" "}or{" "}
span-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-week = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
span-month = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
span-year = { $count ->
    [one] { $count } year
   *[other] { $count } years
}

book-title = What Adamas holds true, and on whose word
book-preface = Every statement below is a decision of Adamas. Under it stands what it follows and what it sets aside, with the reason, and the cases it is tried on. A clinician signs an entry by its digest; when the text changes, the signature falls.
book-signed = { $signed } of { $all } entries are signed by a clinician.
book-statements = Statements: who may be treated, and how
book-conflicts = Contradictions and how they were settled
book-goals = Goals and what to expect
book-modalities = Methods side by side
book-zones = Zones and their starting settings
book-protocols = Course, preparation, visit
book-aftercare = Aftercare
book-effects = Side effects and red flags
book-combinations = Other procedures and the time between
book-devices = Devices
book-products = Creams
book-prices = Prices
book-parameters = The dose model: its numbers and their doubt
book-validation = The dose model against published values
book-alternatives = Safe alternatives
book-questions = Questions
book-claims = Claims by source
book-when = When: { $condition }
book-to-client = To the client: { $said }
book-to-professional = To the professional: { $said }
book-case = Day
book-no-answer = nothing answered
book-answers = Answers
book-applies-to = Applies to: { $scopes }
book-affected = Only in the zones named
book-exception = Relaxes: { $statement }
book-in-force = In force from { $since }; to be read again by { $review }
book-hazards = Hazards held back: { $hazards }
book-follows = follows
book-aside = sets aside
book-confesses = Simplified: { $said }
book-signed-entry = signed by a clinician
book-digest = Digest { $digest }
book-settled = { $kind }; settled by { $method }
book-field = Data, by its name in the file
book-value = Value
book-question = Question
book-keeps = Answer keeps
book-codes = Codes
book-claim = Claim
book-where = Where
book-says = What it says
book-written = { $statements } statements written to { $file }.
cli-arg-page = where to write the page

scope-salon = salon
scope-home-device = home device
scope-device-choice = choice of a device
scope-peel-cream = peeling cream
scope-dermabrasion = dermabrasion
scope-crystal = crystal method
scope-oxygen = oxygen method
scope-wet-diamond = wet diamond method
scope-alternative = alternative
scope-any = any procedure

conflict-contradiction = a contradiction
conflict-different-populations = different people are meant
conflict-different-strength = different strength
conflict-different-number = different numbers
conflict-outdated = one is out of date
conflict-scope = different procedures are meant
method-strictest-safe = the strictest that is safe
method-best-evidence = the best evidence
method-by-setting = who treats
method-by-fact = a fact about the client
method-clinic-choice = the clinic's choice
method-by-scope = the procedure that is meant

kind-presence = yes / no / not known
kind-choice = a choice
kind-number = a number
kind-date = a day / never / not known
keeps-always = always
keeps-visit = until the next visit
read-whole = read whole
read-abstract = abstract read
read-excerpt = excerpt read
