"""One file a measure; the folder is the list. Each says what it counts, its unit, and where to trust it."""
