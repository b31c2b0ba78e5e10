"""What a face does: 52 expressions from its landmarks, 0-1 each."""

import numpy as np
from numpy.typing import NDArray

from adamas.imaging.networks import networks

# What the network looks at and says: `face_blendshapes_graph.cc` of MediaPipe (Apache-2.0). Its left is the
# person's left.
_SUBSET = [
    0, 1, 4, 5, 6, 7, 8, 10, 13, 14, 17, 21, 33, 37, 39, 40, 46, 52, 53, 54, 55, 58, 61, 63, 65, 66, 67,
    70, 78, 80, 81, 82, 84, 87, 88, 91, 93, 95, 103, 105, 107, 109, 127, 132, 133, 136, 144, 145, 146,
    148, 149, 150, 152, 153, 154, 155, 157, 158, 159, 160, 161, 162, 163, 168, 172, 173, 176, 178, 181,
    185, 191, 195, 197, 234, 246, 249, 251, 263, 267, 269, 270, 276, 282, 283, 284, 285, 288, 291, 293,
    295, 296, 297, 300, 308, 310, 311, 312, 314, 317, 318, 321, 323, 324, 332, 334, 336, 338, 356, 361,
    362, 365, 373, 374, 375, 377, 378, 379, 380, 381, 382, 384, 385, 386, 387, 388, 389, 390, 397, 398,
    400, 402, 405, 409, 415, 454, 466, 468, 469, 470, 471, 472, 473, 474, 475, 476, 477,
]  # fmt: skip # a table reads better packed
EXPRESSIONS = (
    "neutral", "brow-down-left", "brow-down-right", "brow-inner-up", "brow-outer-up-left",
    "brow-outer-up-right", "cheek-puff", "cheek-squint-left", "cheek-squint-right", "eye-blink-left",
    "eye-blink-right", "eye-look-down-left", "eye-look-down-right", "eye-look-in-left",
    "eye-look-in-right", "eye-look-out-left", "eye-look-out-right", "eye-look-up-left",
    "eye-look-up-right", "eye-squint-left", "eye-squint-right", "eye-wide-left", "eye-wide-right",
    "jaw-forward", "jaw-left", "jaw-open", "jaw-right", "mouth-close", "mouth-dimple-left",
    "mouth-dimple-right", "mouth-frown-left", "mouth-frown-right", "mouth-funnel", "mouth-left",
    "mouth-lower-down-left", "mouth-lower-down-right", "mouth-press-left", "mouth-press-right",
    "mouth-pucker", "mouth-right", "mouth-roll-lower", "mouth-roll-upper", "mouth-shrug-lower",
    "mouth-shrug-upper", "mouth-smile-left", "mouth-smile-right", "mouth-stretch-left",
    "mouth-stretch-right", "mouth-upper-up-left", "mouth-upper-up-right", "nose-sneer-left",
    "nose-sneer-right",
)  # fmt: skip # a table reads better packed


def expression_of(landmarks: NDArray[np.float32]) -> dict[str, float]:
    """The expressions by name. landmarks: as in `Face`; neither place nor size of the face matters."""
    tensor = np.ascontiguousarray(landmarks[_SUBSET, :2])[None]
    net = networks().expression
    net.setInput(tensor)
    values = np.asarray(net.forward(), np.float32).ravel()
    return {name: float(value) for name, value in zip(EXPRESSIONS, values, strict=True)}
