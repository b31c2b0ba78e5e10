"""A pair of photographs through everything: admit, gate, align, compare, measure with overlays, conclude.

As a program: the most memory that takes, the page with its pictures included, in MB.
"""

import sys
from pathlib import Path

from adamas.imaging.admit import admit
from adamas.imaging.gate import inspect
from adamas.imaging.together import together
from adamas.outcome.calibration import default_calibration
from adamas.outcome.pair import Compared, compare_photos
from adamas.report import html
from adamas.report.comparison import compose_comparison
from adamas.report.words import Catalogue


def whole(pair: tuple[bytes, bytes]) -> Compared:
    """Compare two photographs as a clinic does."""
    before, after = together(lambda raw: inspect(admit(raw)), pair)
    return compare_photos([before], [after], default_calibration(), days=21)


def peak_mb() -> float:
    """Most memory this process ever held; `getrusage` would count that of who started it, too."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    compared = whole((Path(sys.argv[1]).read_bytes(), Path(sys.argv[2]).read_bytes()))
    html.render(compose_comparison(compared, Catalogue("en"), names=("before", "after")))
    print(peak_mb())
