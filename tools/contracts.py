"""The import contracts, read over shipped code only: a test beside its module may import what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract

if TYPE_CHECKING:
    from grimp import ImportGraph
    from importlinter.domain.contract import ContractCheck


def keep_shipped_code(graph: ImportGraph) -> ImportGraph:
    """The graph without its tests; the graph is a copy made for one contract, so it is changed in place."""
    for module in sorted(graph.modules):
        if module.rpartition(".")[2].endswith("_test"):
            graph.remove_module(module)
    return graph


class LayersOfCode(LayersContract):
    """Layers, tests aside."""

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Check the layers of the shipped code."""
        return super().check(keep_shipped_code(graph), verbose)


class ForbiddenToCode(ForbiddenContract):
    """Forbidden imports, tests aside."""

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Check what the shipped code imports, directly or through others."""
        return super().check(keep_shipped_code(graph), verbose)
