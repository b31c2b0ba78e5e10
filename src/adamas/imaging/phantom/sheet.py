"""A sheet of synthetic skin: its colour under even light, its relief, and the truth about it.

Colour follows S. L. Jacques (see `optics`); relief is a height map of fine relief, pits, valleys and domes.
What real skin has and this has not: light spreading sideways under the surface, vellus hair
that shimmers, make-up, scales.
"""

from typing import cast

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.phantom import draw
from adamas.imaging.phantom.canvas import Canvas, blank
from adamas.imaging.phantom.fields import Field, Rows, Taken, noise, stream
from adamas.imaging.phantom.optics import Linear, ita_deg, linear_rgb, paint
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.phantom.truth import Kind, Lesion, Some, Truth

HAIR = 0.02
"""Linear grey of a dark hair."""


class Sheet(Struct, frozen=True, kw_only=True, eq=False):
    """Skin before any light falls on it; all maps have the same height and width.

    linear: colour under even light, without gloss. height_mm: relief. gloss: share of light mirrored, 0-1.
    log_melanin, log_blood: natural logarithms of volume fractions.
    """

    linear: Linear
    height_mm: Field
    gloss: Field
    log_melanin: Field
    log_blood: Field
    truth: Truth

    @property
    def px_per_mm(self) -> float:
        """Resolution."""
        return self.truth.px_per_mm

    def marked(self, *, melanin: float | None = None, blood: float | None = None) -> NDArray[np.bool_]:
        """Where melanin or blood is at least so many times that of the skin between the lesions."""
        melanin_limit = np.log(self.truth.melanin * (melanin or np.inf))
        blood_limit = np.log(self.truth.blood * (blood or np.inf))
        return np.asarray((self.log_melanin >= melanin_limit) | (self.log_blood >= blood_limit))


def sheet(skin: Skin, *, hidden: Taken = ()) -> Sheet:
    """Draw a skin. The same skin gives the same sheet, to the bit, on the same version of NumPy and OpenCV.

    Lesions keep their places when other kinds are added or removed, except close to what was added.
    hidden: points in mm and how far from them lesions are left out; patches of erythema lie anywhere.
    """
    canvas = blank(
        skin.shape, px_per_mm=skin.px_per_mm, melanin=skin.melanin, blood=skin.blood, hidden=hidden
    )
    lesions = _lesions(canvas, skin)
    _mottle(canvas, skin)
    if skin.relief_mm:
        canvas.height_mm += _relief(skin)
    draw.hairs(canvas, skin)
    colour = paint(canvas.log_melanin, canvas.log_blood)
    keep = canvas.cavity * (1 - canvas.hair) if skin.hairs else canvas.cavity
    colour *= keep[..., None]
    if skin.hairs:
        colour += HAIR * canvas.hair[..., None]
    truth = Truth(
        seed=skin.seed,
        size_mm=skin.size_mm,
        px_per_mm=skin.px_per_mm,
        melanin=skin.melanin,
        blood=skin.blood,
        ita_deg=float(ita_deg(linear_rgb(skin.melanin, skin.blood))),
        relief_mm=skin.relief_mm,
        shine=skin.shine,
        lesions=lesions,
    )
    return Sheet(
        linear=colour,
        height_mm=canvas.height_mm,
        gloss=_gloss(skin),
        log_melanin=canvas.log_melanin,
        log_blood=canvas.log_blood,
        truth=truth,
    )


def _lesions(canvas: Canvas, skin: Skin) -> tuple[Lesion, ...]:
    """Big ones first: small ones keep out of their way, so that each can be found for itself."""
    red = draw.blots(
        canvas, skin, "erythema", skin.erythema, taken=(), edge_mm=3.0, melanin=False, blood=True
    )
    lines = draw.lines(canvas, skin)
    taken: Taken = ((_along(lines), 0.6),)
    found: list[Lesion] = []
    flat: tuple[tuple[Kind, Some, float, bool, bool], ...] = (
        ("papule", skin.papules, 0.3, False, True),
        ("mark", skin.marks, 0.5, True, True),
        ("spot", skin.spots, 0.2, True, False),
        ("comedo", skin.comedones, 0.08, True, False),
        ("freckle", skin.freckles, 0.2, True, False),
    )
    for kind, some, edge, melanin, blood in flat:
        # A line may run over a spot, but not through a comedo.
        out = taken if kind == "comedo" else taken[1:]
        drawn = draw.blots(canvas, skin, kind, some, taken=out, edge_mm=edge, melanin=melanin, blood=blood)
        found += drawn
        taken += _around(drawn, some.size_mm[1])
    scars = draw.scars(canvas, skin, taken)
    taken += _around(scars, skin.scars.size_mm[1])
    hollow = tuple(one for one in found if one.kind in ("papule", "comedo"))
    places = ((_along(lines), 0.8), *_around(hollow, 4.0), *_around(scars, 3.0))
    return (*red, *lines, *found, *scars, *draw.pores(canvas, skin, places))


def _along(lines: tuple[Lesion, ...]) -> Rows:
    return np.asarray([point for line in lines for point in line.path_mm], np.float64).reshape(-1, 2)


def _around(lesions: tuple[Lesion, ...], size_mm: float) -> Taken:
    places = np.asarray([(one.x_mm, one.y_mm) for one in lesions], np.float64).reshape(-1, 2)
    return ((places, 0.8 * size_mm),)


def _mottle(canvas: Canvas, skin: Skin) -> None:
    """Skin is never of one colour: small and wide clouds of melanin and blood."""
    if not skin.mottle:
        return
    rng = stream(skin.seed, "mottle")
    for scale, share in ((0.5, 0.35), (1.2, 0.5), (8.0, 0.79)):
        for field, amount in ((canvas.log_melanin, skin.mottle), (canvas.log_blood, 2 * skin.mottle)):
            # In this order whatever the amount is: the same person stays the same.
            cloud = noise(rng, skin.size_mm, skin.shape, scale_mm=scale)
            cv2.scaleAdd(cloud, share * amount, field, field)


def _relief(skin: Skin) -> Field:
    """Furrows between plateaus: two scales of noise, the fine one sharpened downwards."""
    rng = stream(skin.seed, "relief")
    fine = noise(rng, skin.size_mm, skin.shape, scale_mm=0.14)
    wide = noise(rng, skin.size_mm, skin.shape, scale_mm=0.5)
    # -|x| of a Gaussian has mean -0.798 and standard deviation 0.603.
    relief = (0.7978846 - np.abs(fine)) / 0.6028103 * 0.8 + wide * 0.6
    return cast(Field, relief.astype(np.float32) * np.float32(skin.relief_mm))


def _gloss(skin: Skin) -> Field:
    """Oil lies in wide patches."""
    cloud = noise(stream(skin.seed, "gloss"), skin.size_mm, skin.shape, scale_mm=10.0)
    return cast(Field, np.clip(0.5 + 0.25 * cloud, 0, 1) * np.float32(skin.shine))
