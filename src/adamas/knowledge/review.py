"""A clinician's signature covers exactly the text whose digest it names."""

import msgspec

from adamas.knowledge.basis import Basis, Review


def digest_of_entry(entry: Basis) -> str:
    """SHA-256 of everything an entry says but its signature; the first 16 hex digits."""
    import hashlib  # slow to load, and most entries are unsigned

    said = msgspec.to_builtins(entry)
    del said["reviewed"]
    return hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()[:16]


def is_reviewed(entry: Basis) -> bool:
    """True when somebody signed exactly this text."""
    return isinstance(entry.reviewed, Review) and entry.reviewed.digest == digest_of_entry(entry)
