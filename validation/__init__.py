"""Studies that measure our measures on skin of which everything is known; `make validation` runs them all.

One file a study: a module here with a `STUDY` is found by its place. Its function yields `Step`s while it
works, and `Table`s, `Bar`s and `Figure`s when it has them. Results lie in `results/`, the printed page is
docs/imaging-validation.md; neither is written by hand.
"""
