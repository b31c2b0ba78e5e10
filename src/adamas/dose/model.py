"""The parameters of the dose model as arrays: one possible world in each place, drawn once and for all.

The draws are a Latin hypercube: of every parameter each of N equal slices of belief is used exactly once, so
every margin is exact with a few thousand worlds. They are fixed by a seed that is an argument, and each
parameter's by its own name: the same knowledge always gives the same band, on any machine, and a new
parameter does not disturb the others.
"""

from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from adamas.dose.expected import Band
from adamas.errors import StatementInvalid, told
from adamas.knowledge.library import Library
from adamas.knowledge.quantity import Parameter

Worlds = NDArray[np.float64]
"""One value for each possible world."""

DRAWS = 2048
"""Worlds behind the bands of a plan; `adamas dose` takes more."""
SEED = 20261121
_EDGES = (0.05, 0.5, 0.95)


class Model:
    """Every parameter by its id, in as many worlds as were drawn; one world is the point of middle belief."""

    def __init__(self, worlds: Mapping[str, Worlds]) -> None:
        self._worlds = worlds

    def __getitem__(self, name: str) -> Worlds:
        if name not in self._worlds:
            raise StatementInvalid(
                told("parameter-missing", "The dose model has no parameter '{name}'.", name=name),
                where=f"knowledge/parameters/{name}.yaml",
                hint=told(
                    "parameter-missing-hint",
                    "Add it with its unit, range and source; the model cannot guess it.",
                ),
            )
        return self._worlds[name]

    def __contains__(self, name: str) -> bool:
        return name in self._worlds

    def but(self, values: Mapping[str, float]) -> "Model":
        """The same model with some parameters held at a value."""
        held = {name: np.full_like(self[name], value) for name, value in values.items()}
        return Model({**self._worlds, **held})


@lru_cache(maxsize=8)
def model_of(library: Library, *, draws: int = DRAWS, seed: int = SEED) -> Model:
    """The model in `draws` possible worlds."""
    parameters: Mapping[str, Parameter] = library.section("parameters")
    return Model({name: _drawn(entry, draws, seed) for name, entry in parameters.items()})


@lru_cache(maxsize=8)
def point_of(library: Library) -> Model:
    """The model in the one world in which every parameter has its middle value."""
    parameters: Mapping[str, Parameter] = library.section("parameters")
    return Model({name: np.array([entry.value]) for name, entry in parameters.items()})


def band(worlds: Worlds, unit: str) -> Band:
    """The band of a quantity over its worlds."""
    low, middle, high = np.quantile(worlds, _EDGES)
    return Band(float(low), float(middle), float(high), unit)


def _drawn(parameter: Parameter, draws: int, seed: int) -> Worlds:
    if parameter.spread == "fixed":
        return np.full(draws, parameter.value)
    # RandomState is frozen for ever by NumPy's own promise (NEP 19); its newer generators may change.
    order = np.random.RandomState(seed ^ crc32(parameter.id.encode())).permutation(draws)
    belief = (order + 0.5) / draws
    ends = np.array([parameter.low, parameter.value, parameter.high])
    is_log = parameter.spread == "even-log"
    worlds: Worlds = np.interp(belief, (0.0, 0.5, 1.0), np.log(ends) if is_log else ends)
    return np.exp(worlds) if is_log else worlds
