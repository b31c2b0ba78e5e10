"""The page about the phantom does what it says."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "imaging-phantom.md"


def test_the_examples_of_the_page_run_one_after_the_other() -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 3
    names: dict[str, object] = {}
    for block in blocks:
        exec(block, names)  # noqa: S102  # our own page
    assert {"skin", "shot", "landmarks", "after"} <= set(names)
