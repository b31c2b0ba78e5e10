"""The hazard log: what could go wrong with a client because of us, and what holds it back."""

from pathlib import Path
from typing import Literal

from msgspec import Struct

from adamas import strict


class Hazard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way in which Adamas could bring harm.

    harm: what would happen to whom. causes: how it could come about. severity, likelihood: before controls.
    left: the risk that remains. controls: what holds it back beside the statements that name this
    hazard: `code:` a module or property, `test:` a test, `person:` something a human must do.
    """

    title: str
    harm: str
    causes: tuple[str, ...]
    severity: Literal["minor", "significant", "considerable", "major"]
    likelihood: Literal["very-low", "low", "medium", "high"]
    left: Literal["acceptable", "tolerable", "unacceptable"]
    controls: tuple[str, ...]


class _Log(Struct, frozen=True, forbid_unknown_fields=True):
    hazards: dict[str, Hazard]


def read_hazards(path: Path) -> dict[str, Hazard]:
    """The hazard log by id; raises StatementInvalid when it is missing or not understood."""
    return strict.load(path, _Log).hazards


def hazard_log(knowledge: Path) -> Path:
    """Where the log lies: `safety/hazards.yaml` beside the folder `knowledge`."""
    return knowledge.parent / "safety" / "hazards.yaml"
