# The check of the knowledge base.

lint-counts = { $claims } claims of { $sources } sources: { $followed } followed, { $aside } only set aside. { $statements } statements with { $cases } cases, { $questions } questions, { $conflicts } conflicts settled. { $problems ->
    [0] No problem found.
    [one] { $problems } problem found.
   *[other] { $problems } problems found.
}
