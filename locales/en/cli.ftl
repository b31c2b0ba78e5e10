# The command line.

cli-about = Adamas screens a client for diamond microdermabrasion, plans the course and the aftercare, and shows on whose word.
cli-exits = Exit codes: 0 done and nothing blocks; 1 the knowledge base is broken or a check found something; 2 the input cannot be understood; 3 questions are open; 4 the verdict blocks.
cli-screen = screen one client, or a whole population with --all
cli-plan = plan the course: method, settings, dates, preparation, price
cli-aftercare = what to do after a visit, until which day, and when to call
cli-home = compare home devices, or plan their use beside the course
cli-cream = choose a peeling cream by age and skin
cli-ask = ask a client the questions in the terminal and write the answers
cli-lint = check the knowledge base
cli-book = print the knowledge base with its reasons as one HTML page
cli-diff = show who would be treated differently under another knowledge base
cli-replay = recompute stored verdicts and compare
cli-schema = print the JSON Schema of a client file

cli-arg-lang = language of the output: en or ru
cli-arg-knowledge = folder of the knowledge base
cli-arg-on = the day that counts as today, as 2026-03-07
cli-arg-json = output for machines
cli-arg-client = the client's answers in YAML or JSON; - reads standard input
cli-arg-all = many clients: .jsonl or .parquet
cli-arg-verdicts = where to write the verdict of every client: .jsonl or .parquet
cli-arg-scope = what is asked about: salon, home-device or peel-cream
cli-arg-trace = show every statement that was weighed

cli-arg-reader = for whom the reasons are written: client or professional
cli-arg-html = also write it as a page
cli-arg-ics = also write the days as a calendar
cli-arg-last-visit = day of the last visit of the course
cli-arg-device = id of the device; without one the devices are compared
cli-arg-alone = leave the salon course of the same client out of account

argparse-usage = usage:{" "}
argparse-positional = positional arguments
argparse-options = options
argparse-help = show this help message and exit
argparse-version = show program's version number and exit
argparse-required = the following arguments are required: %s
argparse-one-of = one of the arguments %s is required
argparse-unrecognized = unrecognized arguments: %s
argparse-choice = invalid choice: %(value)r (choose from %(choices)s)
argparse-one = expected one argument
argparse-at-least-one = expected at least one argument
argparse-argument = argument %(argument_name)s: %(message)s
argparse-ignored = ignored explicit argument %r
argparse-ambiguous = ambiguous option: %(option)s could match %(matches)s
argparse-not-with = not allowed with argument %s
argparse-value = invalid %(type)s value: %(value)r
