"""A colour profile for phantoms that pretend to come from a phone with wide colours."""

import struct

import numpy as np

from adamas.imaging.phantom.colour import P3_TO_XYZ
from adamas.imaging.phantom.optics import Floats

BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
D65, D50 = np.array([0.95047, 1.0, 1.08883]), np.array([0.9642, 1.0, 0.8249])
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _text(words: str) -> bytes:
    """A description as ICC version 2 wants it: ASCII, then empty Unicode and Macintosh ones."""
    raw = words.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(raw)) + raw + bytes(78)


def matrix_profile(name: str, primaries: Floats) -> bytes:
    """An ICC profile (version 2.4, matrix and curves) of RGB whose primaries are these columns of D65 XYZ."""
    adapt = np.linalg.inv(BRADFORD) @ np.diag((BRADFORD @ D50) / (BRADFORD @ D65)) @ BRADFORD
    red, green, blue = (adapt @ primaries).T
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _fixed(*SRGB_CURVE)
    tags = {
        b"desc": _text(name),
        b"cprt": b"text" + bytes(4) + b"CC0\0",
        b"wtpt": b"XYZ " + bytes(4) + _fixed(*D50),
        b"rXYZ": b"XYZ " + bytes(4) + _fixed(*red),
        b"gXYZ": b"XYZ " + bytes(4) + _fixed(*green),
        b"bXYZ": b"XYZ " + bytes(4) + _fixed(*blue),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body = struct.pack(">I", len(tags)), b""
    for tag, raw in tags.items():
        table += tag + struct.pack(">II", 128 + 4 + 12 * len(tags) + len(body), len(raw))
        body += raw + bytes(-len(raw) % 4)
    size = 128 + len(table) + len(body)
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + _fixed(*D50)
    return head.ljust(128, b"\0") + table + body


def with_profile(jpeg: bytes, profile: bytes) -> bytes:
    """A JPEG file that carries a colour profile of less than 64 kB."""
    chunk = b"ICC_PROFILE\0\x01\x01" + profile
    return jpeg[:2] + b"\xff\xe2" + struct.pack(">H", len(chunk) + 2) + chunk + jpeg[2:]


DISPLAY_P3 = matrix_profile("Display P3", P3_TO_XYZ)
