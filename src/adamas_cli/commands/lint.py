"""`adamas lint`: everything the knowledge base still owes."""

import argparse
from collections.abc import Sequence

from adamas.dose.dial import misread_dials
from adamas.errors import AdamasError
from adamas.knowledge.gate import entries, inspect
from adamas.knowledge.hazard import hazard_log, read_hazards
from adamas.knowledge.library import Library, compile_library, default_root
from adamas.report.coverage import untranslated
from adamas.report.words import Catalogue
from adamas.screening.proof import prove, read_cases
from adamas_cli.exits import BROKEN, DONE
from adamas_cli.files import as_json, show, today
from adamas_cli.parser import add_json, add_on


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `lint` takes."""
    add_on(parser, catalogue)
    add_json(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Check, list what is wrong, count what is there."""
    root = args.knowledge or default_root()
    library = compile_library(root)
    cases = read_cases(root)
    problems: Sequence[AdamasError] = (
        *inspect(library, on=args.on or today(), hazards=read_hazards(hazard_log(root))),
        *misread_dials(library.section("devices").values()),
        *prove(library, cases),
        *untranslated(library),
    )
    counts = _counts(library) | {"cases": sum(map(len, cases.values())), "problems": len(problems)}
    catalogue = Catalogue(args.lang)
    if args.json:
        listed = [
            {"where": p.where, "what": catalogue.told(p.what), "hint": catalogue.told(p.hint)}
            for p in problems
        ]
        show(as_json({"problems": listed, "counts": counts}))
    else:
        show("".join(f"{catalogue.error(problem)}\n" for problem in problems))
        show(catalogue.ui("lint-counts", **counts) + "\n")
    return BROKEN if problems else DONE


def _counts(library: Library) -> dict[str, int]:
    followed: set[str] = set()
    aside: set[str] = set()
    for _, _, entry in entries(library):
        followed.update(entry.follows)
        aside.update(entry.sets_aside)
    return {
        "claims": len(library.section("claims")),
        "followed": len(followed),
        "aside": len(aside - followed),
        "sources": len(library.section("sources")),
        "statements": len(library.statements),
        "questions": len(library.questions),
        "conflicts": len(library.section("conflicts")),
    }
