# What changes between two verdicts: `adamas diff` and `adamas replay`.

diff-title = From knowledge { $old } to { $new }
diff-count = { $different ->
    [0] None of { $all } clients would be treated differently.
    [one] { $different } of { $all } clients would be treated differently.
   *[other] { $different } of { $all } clients would be treated differently.
}
diff-who = Who
replay-title = Recorded verdicts, computed again
replay-count = { $different ->
    [0] Every verdict comes out as it was recorded: { $all }.
    [one] { $different } of { $all } verdicts comes out differently.
   *[other] { $different } of { $all } verdicts come out differently.
}
change-zone = { $zone }: decided differently
change-day = First possible day: { $old } → { $new }
change-no-day = none
change-gone = No longer speaks: { $statement }
change-new = Speaks now: { $statement }
change-limits = Other limits for the plan
change-questions = Questions open: { $old } → { $new }
cli-arg-old = the knowledge base as it was
cli-arg-new = the knowledge base as it is to be
cli-arg-clients = client files
cli-arg-records = folder written by screen --record
cli-arg-under = compute under this knowledge base instead
cli-arg-record = keep the verdict there, with the answers and the knowledge base it rests on
