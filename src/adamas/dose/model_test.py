import numpy as np
import pytest
from scipy.stats import qmc

from adamas.dose.model import Model, band, model_of, point_of
from adamas.errors import StatementInvalid
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.quantity import Parameter
from adamas.knowledge.sections import SECTIONS, read_section

PARAMETERS: dict[str, Parameter] = read_section(SECTIONS["parameters"], default_root())
LIBRARY = Library.of({"parameters": PARAMETERS}, digest="model")
UNCERTAIN = [name for name, entry in PARAMETERS.items() if entry.spread != "fixed"]


def test_every_world_of_a_parameter_lies_in_its_range_and_half_below_its_value() -> None:
    model = model_of(LIBRARY, draws=1000)
    for name, entry in PARAMETERS.items():
        worlds = model[name]
        assert np.all((entry.low - 1e-12 <= worlds) & (worlds <= entry.high + 1e-12)), name
        assert np.median(worlds) == pytest.approx(entry.value, rel=1e-2, abs=1e-2), name


def test_the_same_seed_gives_the_same_worlds_and_another_seed_others() -> None:
    one, same, other = (model_of(LIBRARY, draws=64, seed=seed) for seed in (1, 1, 2))
    assert np.array_equal(one["hand-pressure"], same["hand-pressure"])
    assert not np.array_equal(one["hand-pressure"], other["hand-pressure"])


def test_a_new_parameter_does_not_disturb_the_others() -> None:
    fewer = {name: entry for name, entry in PARAMETERS.items() if name != "tip-width"}
    without = model_of(Library.of({"parameters": fewer}, digest="fewer"), draws=64)
    assert np.array_equal(without["pace-exponent"], model_of(LIBRARY, draws=64)["pace-exponent"])


def test_the_draws_agree_with_a_sobol_design_of_sixteen_thousand() -> None:
    names = ["removed-per-pass", "hand-pressure", "vacuum-exponent", "grit-exponent"]
    sobol = qmc.Sobol(len(names), scramble=False).random_base2(14)
    columns = [np.interp(u, (0, 0.5, 1), _ends(name)) for name, u in zip(names, sobol.T, strict=True)]
    ours = model_of(LIBRARY)
    expected = band(np.prod([*columns], axis=0), "x")
    found = band(np.prod([_linear(ours, name) for name in names], axis=0), "x")
    assert (found.low, found.middle, found.high) == pytest.approx(
        (expected.low, expected.middle, expected.high), rel=0.03
    )


def _ends(name: str) -> tuple[float, float, float]:
    entry = PARAMETERS[name]
    return entry.low, entry.value, entry.high


def _linear(model: Model, name: str) -> np.ndarray:
    """The worlds as they would be if every parameter were spread evenly."""
    low, value, high = _ends(name)
    order = np.argsort(np.argsort(model[name]))
    return np.interp((order + 0.5) / len(order), (0, 0.5, 1), (low, value, high))


def test_a_parameter_can_be_held_at_a_value() -> None:
    held = model_of(LIBRARY, draws=8).but({"vacuum-exponent": 0.3})
    assert set(held["vacuum-exponent"]) == {0.3}
    assert point_of(LIBRARY)["vacuum-exponent"].tolist() == [0.5]


def test_a_parameter_that_is_not_there_is_named() -> None:
    with pytest.raises(StatementInvalid, match="'speed-of-light'"):
        point_of(LIBRARY)["speed-of-light"]
