"""A colour chart, a grey card or a marker, level and matt: on the skin of a phantom, or beside a face."""

from functools import cache
from pathlib import Path
from typing import Literal

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from adamas.imaging.phantom.optics import Linear
from adamas.imaging.phantom.sheet import Sheet
from adamas.imaging.phantom.truth import Lesion, Span
from adamas.imaging.scale import MARKER_MM, marker

CARD = Path(__file__).with_name("card.csv")
PATCH, FRAME, BLACK, GREY = 0.84, 0.35, 0.03, 0.18
"""Side of a patch and width of the frame as shares of the distance of patches; light of frame, grey card."""

HELD_MM = {"chart": (6.0, 9.5), "grey-card": (6.0, 14.0)}
"""A held card: room between it and the corner of the picture, and the distance of its patches."""
CELL_PX = 32
INK, PAPER = 0.03, 0.75
"""Light of what is printed and of what it is printed on."""
Kind = Literal["chart", "grey-card"]
Shares = NDArray[np.floating]


@cache
def patches() -> Linear:
    """(4, 6, 3) linear sRGB of the classic chart of 24 patches."""
    return np.loadtxt(CARD, delimiter=",", comments="#", skiprows=3, dtype=np.float32).reshape(4, 6, 3)


def with_chart(skin: Sheet, *, centre_mm: Span, width_mm: float, turn_deg: float = 0.0) -> Sheet:
    """The skin with a chart on it. width_mm: of its six columns. Lesions below it are gone."""
    return _covered(skin, patches(), centre_mm=centre_mm, pitch_mm=width_mm / 6, turn_deg=turn_deg)


def with_grey_card(skin: Sheet, *, centre_mm: Span, width_mm: float, turn_deg: float = 0.0) -> Sheet:
    """The skin with a grey card of 18 % on it, three parts wide and two high."""
    grey = np.full((2, 3, 3), GREY, np.float32)
    pitch = width_mm / 3
    return _covered(skin, grey, centre_mm=centre_mm, pitch_mm=pitch, turn_deg=turn_deg, patch=1.0, frame=0.0)


def held(scene: Linear, kind: Kind, *, px_per_mm: float) -> Linear:
    """A lit face with a card held into the lower left corner of the picture, turned to the lamp like it."""
    colours = patches() if kind == "chart" else np.full((2, 3, 3), GREY, np.float32)
    room, pitch = HELD_MM[kind]
    side, gap = round(pitch * px_per_mm), round(pitch * px_per_mm * (1 - PATCH) / 2)
    left, below = round((room + pitch * FRAME) * px_per_mm), round((room + pitch * FRAME) * px_per_mm)
    whole = np.repeat(np.repeat(colours, side, axis=0), side, axis=1)
    if kind == "chart":
        for place in range(side):
            if place < gap or place >= side - gap:
                whole[place::side], whole[:, place::side] = BLACK, BLACK
    frame = round(FRAME * side) if kind == "chart" else 0
    card = np.full((whole.shape[0] + 2 * frame, whole.shape[1] + 2 * frame, 3), BLACK, np.float32)
    card[frame : frame + whole.shape[0], frame : frame + whole.shape[1]] = whole
    out = scene.copy()
    bottom = out.shape[0] - below + frame
    out[bottom - card.shape[0] : bottom, left - frame : left - frame + card.shape[1]] = card
    return out


def with_marker(scene: Linear, *, corner_mm: Span, px_per_mm: float, number: int = 0) -> Linear:
    """Lit skin with a printed marker on it. corner_mm: of its white rim."""
    drawn = marker(number, cell_px=CELL_PX).astype(np.float32) / 255
    side = round(MARKER_MM * drawn.shape[0] / (6 * CELL_PX) * px_per_mm)
    printed = cv2.resize(drawn, (side, side), interpolation=cv2.INTER_AREA) * (PAPER - INK) + INK
    left, top = (round(part * px_per_mm) for part in corner_mm)
    out = scene.copy()
    out[top : top + side, left : left + side] = printed[..., None]
    return out


def _covered(
    skin: Sheet,
    colours: Linear,
    *,
    centre_mm: Span,
    pitch_mm: float,
    turn_deg: float,
    patch: float = PATCH,
    frame: float = FRAME,
) -> Sheet:
    rows, columns = colours.shape[:2]
    height, width = skin.height_mm.shape
    scale = skin.px_per_mm
    x = ((np.arange(width) + 0.5) / scale - centre_mm[0])[None, :] / pitch_mm
    y = ((np.arange(height) + 0.5) / scale - centre_mm[1])[:, None] / pitch_mm
    right, down = _turned(x, y, turn_deg)
    right, down = right + columns / 2, down + rows / 2
    sharp = pitch_mm * scale
    beyond = np.maximum(np.abs(right - columns / 2) - columns / 2, np.abs(down - rows / 2) - rows / 2)
    cover = np.clip((frame - beyond) * sharp + 0.5, 0, 1)[..., None].astype(np.float32)
    away = np.maximum(np.abs(right % 1 - 0.5), np.abs(down % 1 - 0.5))
    whole = patch == 1.0
    inside = np.where(whole, 1.0, np.clip((patch / 2 - away) * sharp + 0.5, 0, 1)) * (beyond < 0)
    which = colours[np.clip(down, 0, rows - 1).astype(int), np.clip(right, 0, columns - 1).astype(int)]
    card = BLACK + inside[..., None].astype(np.float32) * (which - np.float32(BLACK))
    bare = 1 - cover[..., 0]
    smooth = cv2.GaussianBlur(skin.height_mm, (0, 0), 1.5 * scale)
    return msgspec.structs.replace(
        skin,
        linear=np.asarray(skin.linear * (1 - cover) + card * cover, np.float32),
        height_mm=np.asarray(smooth + (skin.height_mm - smooth) * bare, np.float32),
        gloss=skin.gloss * bare,
        truth=msgspec.structs.replace(skin.truth, lesions=tuple(_free(skin, bare))),
    )


def _turned(x: Shares, y: Shares, turn_deg: float) -> tuple[Shares, Shares]:
    turn = np.radians(turn_deg)
    return x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)


def _free(skin: Sheet, bare: NDArray[np.float32]) -> list[Lesion]:
    places = np.round(skin.truth.centres_px()).astype(int)
    rows, columns = (np.clip(places[:, axis], 0, bare.shape[1 - axis] - 1) for axis in (1, 0))
    seen = bare[rows, columns] == 1
    return [one for one, is_seen in zip(skin.truth.lesions, seen, strict=True) if is_seen]
