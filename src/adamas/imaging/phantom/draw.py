"""Draws the lesions of a skin on a canvas, one function a kind; each returns what it drew."""

from math import log, pi

import numpy as np

from adamas.imaging.phantom.canvas import Canvas
from adamas.imaging.phantom.fields import Rows, Taken, scatter, spread, stream, trees_of, wanted_count
from adamas.imaging.phantom.optics import linear_rgb
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.phantom.truth import Kind, Lesion, Some

STEP_MM = 0.5
LINE_TRIES = 60


def occlusion(depth_mm: Rows, opening_mm: Rows) -> Rows:
    """Part of the light a pit keeps from its ground, from wherever it comes; 0.3 when as deep as wide."""
    # With more of it pores would look alike in every light, and real fine relief does not.
    return np.asarray(0.6 * depth_mm / (depth_mm + opening_mm))


def contrast(skin: Skin, melanin: Rows, blood: Rows) -> Rows:
    """Share of green light lost where melanin and blood are multiplied by these factors."""
    base = linear_rgb(skin.melanin, skin.blood)[1]
    return np.asarray(1 - linear_rgb(skin.melanin * melanin, skin.blood * blood)[..., 1] / base)


def lines(canvas: Canvas, skin: Skin) -> tuple[Lesion, ...]:
    """Wrinkles, mostly level, gently bent, never crossing."""
    rng, some = stream(skin.seed, "line"), skin.lines
    drawn: list[Lesion] = []
    points = np.empty((0, 2))
    hidden, placed = trees_of(canvas.hidden), 0
    for traits in rng.random((wanted_count(some, skin.size_mm) * LINE_TRIES, 8)):
        if placed == wanted_count(some, skin.size_mm):
            break
        path = _path(traits, skin)
        near = len(points) and np.hypot(*(path[:, None] - points[None]).transpose(2, 0, 1)).min() < 2.0
        off = path.min() < 1.5 or (path > np.asarray(skin.size_mm) - 1.5).any()
        if near or off:
            continue
        placed += 1
        if any(tree.query(path)[0].min() < distance for tree, distance in hidden):
            continue
        points = np.vstack([points, path])
        width, depth = (spread(traits[5:6], some.width_mm), spread(traits[6:7], some.depth_mm))
        dark = float(occlusion(depth, width)[0])
        canvas.valley(path, width_mm=float(width[0]), depth_mm=float(depth[0]), occlusion=dark)
        drawn.append(_line(path, width=float(width[0]), depth=float(depth[0]), dark=dark))
    return tuple(drawn)


def _path(traits: Rows, skin: Skin) -> Rows:
    length = float(spread(traits[3], skin.lines.size_mm))
    turn = (traits[2] - 0.5) * pi / 3
    along = np.linspace(-length / 2, length / 2, max(8, int(length / STEP_MM)))
    across = (traits[4] - 0.5) * 0.5 * (along**2 / length - length / 12)
    across += 0.012 * length * np.sin(2 * pi * (along / 7.0 + traits[7]))
    cos, sin = np.cos(turn), np.sin(turn)
    return np.asarray(
        traits[:2] * skin.size_mm + np.stack([along * cos - across * sin, along * sin + across * cos], axis=1)
    )


def _line(path: Rows, *, width: float, depth: float, dark: float) -> Lesion:
    length = float(np.hypot(*np.diff(path, axis=0).T).sum())
    middle = path[len(path) // 2]
    return Lesion(
        kind="line",
        x_mm=float(middle[0]),
        y_mm=float(middle[1]),
        diameter_mm=width,
        depth_mm=depth,
        contrast=dark,
        area_mm2=length * width,
        length_mm=length,
        path_mm=tuple(map(tuple, path.tolist())),
    )


def pores(canvas: Canvas, skin: Skin, taken: Taken) -> tuple[Lesion, ...]:
    """Round to oval pits, a little darker inside."""
    some = skin.pores
    gap = 1.6 * some.size_mm[1] + 0.1
    rows = scatter(
        stream(skin.seed, "pore"),
        some,
        skin.size_mm,
        gap_mm=gap,
        margin_mm=1.0,
        avoid=taken,
        hidden=canvas.hidden,
    )
    diameter, depth = spread(rows[:, 2], some.size_mm), spread(rows[:, 3], some.depth_mm)
    dark = occlusion(depth, diameter)
    stretch, turn = 1 + 0.4 * rows[:, 4], pi * rows[:, 5]
    canvas.pits(rows[:, :2], diameter_mm=diameter, depth_mm=depth, occlusion=dark, stretch=stretch, turn=turn)
    return _round("pore", rows, diameter, depth=depth, contrast=dark)


def blots(
    canvas: Canvas,
    skin: Skin,
    kind: Kind,
    some: Some,
    *,
    taken: Taken,
    edge_mm: float,
    melanin: bool,
    blood: bool,
) -> tuple[Lesion, ...]:
    """Patches of more melanin, more blood, or both; papules rise, comedones sink, the others are flat."""
    big = some.size_mm[1]
    # Patches of erythema may reach over the edge; what is counted or outlined may not.
    margin = 0.0 if kind == "erythema" else 0.8 * big + 2 * edge_mm
    rng = stream(skin.seed, kind)
    hidden = () if kind == "erythema" else canvas.hidden
    rows = scatter(
        rng, some, skin.size_mm, gap_mm=1.2 * big + 1, margin_mm=margin, avoid=taken, hidden=hidden
    )
    diameter, strength = spread(rows[:, 2], some.size_mm), spread(rows[:, 3], some.strength)
    depth = spread(rows[:, 4], some.depth_mm)
    rise = {"papule": 1.0, "comedo": -1.0}.get(kind, 0.0)
    for row, wide, strong, deep in zip(rows, diameter, strength, depth, strict=True):
        waves = np.stack([0.16 * row[5] / np.arange(1, 4), 2 * pi * (row[6] + row[7] * np.arange(3))], axis=1)
        where, blot = canvas.blot(row[0], row[1], diameter_mm=wide, edge_mm=edge_mm, waves=waves)
        if melanin:
            canvas.log_melanin[where] += log(strong) * blot
        if blood:
            canvas.log_blood[where] += log(strong) * blot
        if rise:
            canvas.dome(row[0], row[1], diameter_mm=wide, height_mm=rise * deep)
    lost = contrast(skin, strength**melanin, strength**blood)
    return _round(kind, rows, diameter, depth=depth, strength=strength, contrast=lost)


def scars(canvas: Canvas, skin: Skin, taken: Taken) -> tuple[Lesion, ...]:
    """Wide, shallow pits of the colour of the skin."""
    some = skin.scars
    gap, margin = 2 * some.size_mm[1], 1.2 * some.size_mm[1]
    rows = scatter(
        stream(skin.seed, "scar"),
        some,
        skin.size_mm,
        gap_mm=gap,
        margin_mm=margin,
        avoid=taken,
        hidden=canvas.hidden,
    )
    diameter, depth = spread(rows[:, 2], some.size_mm), spread(rows[:, 3], some.depth_mm)
    for row, wide, deep in zip(rows, diameter, depth, strict=True):
        canvas.dome(row[0], row[1], diameter_mm=wide, height_mm=-deep)
    return _round("scar", rows, diameter, depth=depth)


def _round(kind: Kind, rows: Rows, diameter: Rows, **traits: Rows) -> tuple[Lesion, ...]:
    area = pi / 4 * diameter**2
    columns = {"x_mm": rows[:, 0], "y_mm": rows[:, 1], "diameter_mm": diameter, "area_mm2": area}
    columns |= {f"{name}_mm" if name == "depth" else name: values for name, values in traits.items()}
    each = zip(*(values.tolist() for values in columns.values()), strict=True)
    return tuple(Lesion(kind=kind, **dict(zip(columns, values, strict=True))) for values in each)


def hairs(canvas: Canvas, skin: Skin) -> None:
    """Strands 3-12 mm long, 0.03-0.08 mm wide."""
    for traits in stream(skin.seed, "hair").random((skin.hairs, 8)):
        length, turn = 3 + 9 * traits[2], 2 * pi * traits[3]
        along = np.linspace(0, length, 24)
        bend = (traits[4] - 0.5) * 0.12 * along
        path = np.stack([along * np.cos(turn + bend), along * np.sin(turn + bend)], axis=1)
        canvas.strand(traits[:2] * skin.size_mm + path, width_mm=0.03 + 0.05 * traits[5])
