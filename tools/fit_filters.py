"""Fits what tells processed photographs from untouched ones; prints the weights of `adamas.imaging.filters`.

    python -m tools.fit_filters     # about eight minutes; how often they are right: make validation (filters)

Every phantom is a person of another tone, seen by another camera in another light; half of the untouched ones
were sharpened a little, as phones do (at most 0.25).
"""

import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from scipy.optimize import minimize

from adamas.imaging import filters
from adamas.imaging.phantom.camera import Camera, shoot
from adamas.imaging.phantom.optics import Linear, melanin_for
from adamas.imaging.phantom.shade import Light, shade
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.photo import Capture, Photo, Pixels
from adamas.imaging.texture import Texture, texture_of
from tests.support import edits

Row = tuple[str, Texture]
FITTED = (*range(1000, 1220), *range(5000, 5120))
"""Seeds of the phantoms the weights were fitted to; all others may be used to try them."""
FALSE_ALARMS = {"smoothed": 0.008, "sharpened": 0.03, "blurred": 0.03}
UNFOCUSED = {
    "out of focus by 3 px": {"focus_px": 3.0},
    "out of focus by 4 px": {"focus_px": 4.0},
    "out of focus by 6 px": {"focus_px": 6.0},
    "shaken by 8 px": {"motion_px": 8.0, "motion_deg": 30.0},
}

WANTED = {"smoothed": set(edits.SMOOTHED), "sharpened": set(edits.SHARPENED), "blurred": set(UNFOCUSED)}


def scene(seed: int) -> tuple[Linear, Camera]:
    """A person, a light and a camera at random."""
    u = np.random.default_rng(seed).uniform
    blood = float(np.exp(u(np.log(0.01), np.log(0.03))))
    skin = Skin(
        seed=seed,
        size_mm=(28.0, 28.0),
        px_per_mm=u(7, 18),
        melanin=melanin_for(u(-60, 54), blood=blood),
        blood=blood,
        relief_mm=u(0.003, 0.009),
        shine=u(0.0, 0.05),
    )
    light = Light(azimuth_deg=u(0, 360), elevation_deg=u(35, 90), ambient=u(0.3, 0.8), gradient=u(0, 0.3))
    camera = Camera(
        soft_px=u(0.4, 1.0),
        focus_px=u(0.0, 1.0),
        noise=float(np.exp(u(np.log(12), np.log(60)))),
        read=u(0.0005, 0.0015),
        tone=u(0.0, 0.5),
        exposure_ev=u(-0.4, 0.4),
        gains=(u(0.96, 1.04), u(0.96, 1.04)),
    )
    return shade(sheet(skin), light), camera


def untouched(seed: int, **faults: float) -> Pixels:
    """What a camera makes of the scene, before it is saved. faults: of the camera, see `Camera`."""
    light, camera = scene(seed)
    camera = replace(camera, **faults)
    u = np.random.default_rng([seed, 1]).uniform
    pixels = shoot(light, camera, seed=seed).pixels
    return edits.sharpened(pixels, u(0.0, 0.25), u(0.8, 1.5)) if u() < 0.5 else pixels


def measured(pixels: Pixels, quality: int) -> Texture:
    """Save as the camera would, and measure."""
    saved = edits.compressed(pixels, quality)
    photo = Photo(pixels=saved, view="cheek", capture=Capture(), digest="")
    texture = texture_of(photo, np.ones(saved.shape[:2], bool))
    if texture is None:
        sys.exit("fit_filters: a phantom is too small to have tiles")
    return texture


def rows(seed: int) -> list[Row]:
    """One phantom, untouched and edited in every way."""
    quality = int(np.random.default_rng([seed, 2]).integers(88, 97))
    pixels = untouched(seed)
    found = [("untouched", measured(pixels, quality))]
    for name, edit in (edits.SMOOTHED | edits.SHARPENED | edits.EVERYDAY).items():
        once = name.startswith("JPEG")
        found.append((name, measured(edit(pixels), 97 if once else quality)))
    for name, edit in edits.COMPRESSED.items():
        found.append((name, measured(edit(pixels), 95 if name.endswith("again") else 100)))
    for name, faults in UNFOCUSED.items():
        found.append((name, measured(untouched(seed, **faults), quality)))
    return found


def gather(seeds: Iterable[int]) -> list[Row]:
    """All rows of these phantoms, by both cores."""
    with ProcessPoolExecutor(2) as pool:
        return [row for some in pool.map(rows, seeds) for row in some]


def fit(table: list[Row], wanted: set[str], *, false_alarms: float) -> NDArray[np.float64]:
    """Weights and constant of a logistic regression, 0 at the wished share of false alarms."""
    chosen = [(name, filters.shape(texture)) for name, texture in table if name in wanted | {"untouched"}]
    features = np.array([values for _, values in chosen])
    truth = np.array([name in wanted for name, _ in chosen], float)
    mean, spread = features.mean(axis=0), features.std(axis=0)
    design = np.column_stack([(features - mean) / spread, np.ones(len(features))])
    share = np.where(truth > 0, 0.5 / truth.mean(), 0.5 / (1 - truth.mean()))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        score = design @ weights
        ridge = np.append(weights[:-1], 0.0) * 1e-3
        slope = design.T @ (share * (1 / (1 + np.exp(-score)) - truth)) / len(truth)
        value = (share * (np.logaddexp(0, score) - truth * score)).mean() + ridge @ weights
        return float(value), slope + 2 * ridge

    weights = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B").x
    limit = np.quantile(design[truth == 0] @ weights, 1 - false_alarms)
    constant = weights[-1] - weights[:-1] @ (mean / spread) - limit
    return np.append(weights[:-1] / spread, constant)


def flags(texture: Texture) -> set[str]:
    """Names of what is not good."""
    found = filters.filters(texture, Capture())
    names = {finding.name for finding in found if finding.word != "good"}
    return names | ({"blurred"} if filters.index("blurred", texture) > 0 else set())


def main() -> None:
    """Fit and print the weights."""
    table = gather(FITTED)
    for name, wanted in WANTED.items():
        weights = fit(table, wanted, false_alarms=FALSE_ALARMS[name])
        print(f'"{name}":', ", ".join(f"{weight:.3f}" for weight in weights))


if __name__ == "__main__":
    main()
