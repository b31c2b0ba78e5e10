"""One file a measure; the folder is the list. Each says what it counts, in which unit, and where it may be trusted."""
