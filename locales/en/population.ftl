# A whole population, screened at once.

population-title = Screening of a population
population-clients = { $clients ->
    [one] { $clients } client was screened.
   *[other] { $clients } clients were screened.
}
population-number = Clients
population-share = Share
population-statements = Statements
population-order = Counted in clients; those that fired most often stand first. Unknown: an answer is missing that decides.
population-statement = Statement
population-fired = Fired
population-silent = Silent
population-unknown = Unknown
population-knowledge = Knowledge { $knowledge }.
population-written = Verdicts of { $clients ->
    [one] { $clients } client
   *[other] { $clients } clients
} are in { $path }.
population-progress = { $clients ->
    [one] { $clients } client screened
   *[other] { $clients } clients screened
}
