"""Writes docs/client.schema.json, the published JSON Schema of a client file, from the questions."""

import json
from pathlib import Path

from adamas.interchange.schema import client_schema
from adamas.knowledge.library import compile_library, default_root

PUBLISHED = Path(__file__).parent.parent / "docs" / "client.schema.json"


def text() -> str:
    """The schema as it is published."""
    return json.dumps(client_schema(compile_library(default_root())), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(text(), encoding="utf-8")
