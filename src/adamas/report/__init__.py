"""Words for people: verdicts, plans and advice rendered in a language for a reader."""
