"""What no setting may exceed, whatever the visit: the house, the device, the statements."""

from math import floor, log

from adamas.dose.candidates import Candidate
from adamas.dose.dosing import Dosing, of_limits
from adamas.knowledge.reason import because, number
from adamas.message import Title


def pass_bounds(dosing: Dosing) -> list[Candidate]:
    """What no number of passes may exceed, whatever the visit: the device, the statements, the removal."""
    library, device = dosing.library, dosing.device
    found: list[Candidate] = []
    if device is not None and device.passes_at_most is not None:
        why = because(
            library, "plan-passes-device", ("devices", device.id), device=Title("device", device.id)
        )
        found.append(Candidate(float(device.passes_at_most), why))
    return found + of_limits(dosing, "passes_at_most", "plan-passes-limit") + _of_removal(dosing)


def _of_removal(dosing: Dosing) -> list[Candidate]:
    """Passes that stay under a share of the horny layer even when each takes the most claimed of one."""
    library = dosing.library
    per_pass: float = library.section("parameters")["removed-per-pass"].high
    ceiling = number(library, "course-removal", "removed-at-most")
    why = because(library, "plan-passes-removal", ("protocols", "course-removal"), share=ceiling)
    limited = of_limits(dosing, "removed_at_most", "plan-passes-removal-limit")
    return [
        Candidate(_passes_under(ceiling, per_pass), why),
        *(Candidate(_passes_under(one.value, per_pass), one.because, rank=0) for one in limited),
    ]


def _passes_under(removed: float, per_pass: float) -> float:
    return float(floor(log(1 - min(removed, 0.999)) / log(1 - per_pass) + 1e-9))


def vacuum_bounds(dosing: Dosing) -> list[Candidate]:
    """What no vacuum may exceed, whatever the visit: the house, the device, the statements."""
    library, device = dosing.library, dosing.device
    ceiling = because(library, "plan-vacuum-ceiling", ("protocols", "course-removal"))
    found = [Candidate(number(library, "course-removal", "vacuum-kpa-at-most"), ceiling)]
    if device is not None and device.vacuum_kpa_at_most is not None:
        why = because(
            library, "plan-vacuum-device", ("devices", device.id), device=Title("device", device.id)
        )
        found.append(Candidate(device.vacuum_kpa_at_most, why))
    return found + of_limits(dosing, "vacuum_kpa_at_most", "plan-vacuum-limit")
