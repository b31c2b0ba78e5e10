"""Exit codes, the same for every command."""

DONE = 0
"""Done; for `screen` and `plan`: nothing blocks and nothing is left to ask."""
BROKEN = 1
"""The knowledge base is broken, or `lint`, `diff` or `replay` found something."""
WRONG_INPUT = 2
"""A file, an answer or an argument cannot be understood, nothing was written; or a photograph is no use."""
OPEN = 3
"""The verdict is *ask*: questions are open."""
BLOCKED = 4
"""The verdict is *defer*, *refer* or *refuse*; for `dose`: the settings lie outside the envelope;
for `compare`: the photographs cannot be compared."""
INTERRUPTED = 130
"""Stopped from the keyboard."""
