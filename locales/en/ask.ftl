# The conversation of `adamas ask`.

ask-welcome = Answer with a number, a word or a day. Enter alone: I do not know. ?: what is meant. Ctrl-C stops and keeps the answers.
ask-how-presence = [y yes · n no]
ask-how-date = [2026-03-07 or 7.3.2026 · never]
ask-how-day = [1990-03-07]
ask-how-number = [number, { $unit }]
ask-words-present = y yes present
ask-words-absent = n no absent
ask-words-never = never no n
ask-words-unknown = unknown
ask-no-help = There is no more to say about this; leave it open if you are not sure.
ask-which-zone = Which places? Numbers with spaces between them; Enter: not decided.
ask-which-goal = What for? Numbers with spaces between them; Enter: not decided.
ask-numbers = Numbers from 1 to { $last }, please.
ask-kept = Answers kept in { $file }.
cli-arg-go-on = answers given earlier, to go on with
cli-arg-answers = where to keep the answers
