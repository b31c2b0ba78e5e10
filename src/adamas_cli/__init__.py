"""The command line of Adamas: reads files, asks the core, prints for people."""

import sys

if "msgspec" not in sys.modules and "typing_extensions" not in sys.modules:
    # msgspec prefers typing_extensions when it is there. Loading it takes a tenth of our whole start-up and
    # gives msgspec nothing that Python 3.11 lacks, so it is told that there is none; others still find it.
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # what Python means by "not there"
    import msgspec  # noqa: F401 - imported only to be loaded while typing_extensions is out of sight

    del sys.modules["typing_extensions"]
