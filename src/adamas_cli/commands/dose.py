"""`adamas dose`: what settings probably do to a zone, how sure that is, whether they are allowed."""

import argparse
from pathlib import Path
from typing import Any

from adamas.dose.device import dial_for
from adamas.dose.dosing import Dosing
from adamas.dose.envelope import Judged, Outside, Override
from adamas.dose.look import Look, look
from adamas.dose.reading import grit_of_tip, read_grit, read_vacuum
from adamas.dose.subject import Exposure, Skin
from adamas.errors import InputError, told
from adamas.intake.facts import Facts
from adamas.intake.read import read
from adamas.knowledge.library import Library, read_library
from adamas.knowledge.practice import Device
from adamas.knowledge.reason import because_of_statement
from adamas.misread import did_you_mean
from adamas.planning.policy import limits, statements_that_block
from adamas.report.dose import compose_look
from adamas.report.words import Catalogue, Words
from adamas.screening.screen import screen
from adamas.screening.verdict import Verdict
from adamas_cli.exits import BLOCKED, DONE
from adamas_cli.files import today, write_whole
from adamas_cli.parser import add_json, add_on, add_reader
from adamas_cli.present import present
from adamas_cli.reaction import next_visit, read_reaction

SKINS = ("normal", "dry", "combination", "oily", "sensitive", "thin")
_ANSWERS = {"sensitive": "sensitive-skin", "thin": "thin-skin"}


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `dose` takes."""
    add = parser.add_argument
    add("--zone", metavar="ZONE", help=catalogue.ui("cli-arg-zone"))
    add("--grit", metavar="UM", help=catalogue.ui("cli-arg-grit"))
    add("--vacuum", metavar="VACUUM", help=catalogue.ui("cli-arg-vacuum"))
    add("--passes", type=int, default=1, metavar="N", help=catalogue.ui("cli-arg-passes"))
    add("--pace", type=float, metavar="CM/S", help=catalogue.ui("cli-arg-pace"))
    add("--age", type=int, metavar="YEARS", help=catalogue.ui("cli-arg-age"))
    add("--skin", action="append", choices=SKINS, default=[], help=catalogue.ui("cli-arg-skin"))
    add("--phototype", metavar="TYPE", help=catalogue.ui("cli-arg-phototype"))
    add("--answer", action="append", default=[], metavar="NAME=ANSWER", help=catalogue.ui("cli-arg-answer"))
    add("--device", metavar="ID", help=catalogue.ui("cli-arg-dose-device"))
    add("--tip", metavar="ID", help=catalogue.ui("cli-arg-tip"))
    add("--reaction", action="append", metavar="SIGN=VALUE", help=catalogue.ui("cli-arg-reaction"))
    add("--override", metavar="REASON", help=catalogue.ui("cli-arg-override"))
    add(
        "--override-by",
        choices=("professional", "physician"),
        default="professional",
        help=catalogue.ui("cli-arg-override-by"),
    )
    add("--svg", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-svg"))
    add("--html", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-html"))
    add("--validate", action="store_true", help=catalogue.ui("cli-arg-validate"))
    add("--figures", type=Path, metavar="FOLDER", help=catalogue.ui("cli-arg-figures"))
    add_reader(parser, catalogue, default="professional")
    add_on(parser, catalogue)
    add_json(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Look at settings, or at the model itself."""
    library = read_library(args.knowledge)
    words = Words(args.lang, library)
    if args.validate:
        return _validate(args, library, words)
    device: Device | None = _entry(args.device, library, "devices", "--device") if args.device else None
    exposure = _exposure(args, device)
    verdict, dosing = _dosing(args, device, library)
    override = Override(by=args.override_by, reason=args.override) if args.override else None
    found = _blocked(look(exposure, dosing, override=override), verdict, library)
    adapted = next_visit(exposure, read_reaction(args.reaction), dosing) if args.reaction else None
    document = compose_look(
        found, words, dial=_on_dial(exposure, device, words), reader=args.reader, adapted=adapted
    )
    if args.svg:
        _write_curve(args.svg, found, words)
    present({"look": found, "next": adapted} if adapted else found, document, args)
    return BLOCKED if found.judged.result == "stopped" else DONE


def _exposure(args: argparse.Namespace, device: Device | None) -> Exposure:
    for option in ("zone", "vacuum"):
        if getattr(args, option) is None:
            raise _missing(f"--{option}")
    if args.grit is None and (args.tip is None or device is None):
        raise _missing("--grit")
    grain = read_grit(args.grit) if args.grit is not None or device is None else grit_of_tip(args.tip, device)
    vacuum = read_vacuum(args.vacuum, device)
    if not (grain > 0 and vacuum > 0 and args.passes >= 1 and (args.pace is None or args.pace >= 0)):
        raise InputError(
            told("dose-not-positive", "Grain, vacuum and passes must be above zero, the pace not below."),
            where="adamas dose",
            hint=told("dose-not-positive-hint", "Write for example --grit 100 --vacuum 20kPa --passes 2."),
        )
    return Exposure(grit_um=grain, vacuum_kpa=vacuum, passes=args.passes, pace_cm_s=args.pace)


def _missing(option: str) -> InputError:
    return InputError(
        told("option-missing", "{option} is missing.", option=option),
        where="adamas dose",
        hint=told("see-help", "See {command} --help.", command="adamas dose"),
    )


def _dosing(args: argparse.Namespace, device: Device | None, library: Library) -> tuple[Verdict, Dosing]:
    zone = _entry(args.zone, library, "zones", "--zone")
    on = args.on or today()
    facts = read(_answers(args, on.year), library, on=on, zones=(zone.id,), where="adamas dose")
    verdict = screen(facts, library, on=on)
    bounding = limits(verdict, library, zone=zone.id)
    spared = any(limit.vacuum_kpa_at_most or limit.vascular_factor for _, limit in bounding)
    return verdict, Dosing(
        zone=zone,
        nth=1,
        limits=bounding,
        goals=(),
        device=device,
        library=library,
        skin=Skin(age=args.age, is_dry=_is_dry(facts), has_fragile_vessels=spared or None),
    )


def _answers(args: argparse.Namespace, year: int) -> dict[str, Any]:
    """What was typed, as the answers of a client."""
    found: dict[str, Any] = {}
    for typed in args.answer:
        name, sign, value = typed.partition("=")
        if not sign:
            raise InputError(
                told("answer-form", "'{typed}' is not an answer.", typed=typed),
                where="--answer",
                hint=told("answer-form-hint", "Write NAME=ANSWER, like antiplatelet=present."),
            )
        found[name] = value
    if args.age is not None:
        found["birth-date"] = f"{year - args.age:04}-01-01"
    if args.phototype:
        found["phototype"] = args.phototype
    for skin in args.skin:
        found.update({_ANSWERS[skin]: "present"} if skin in _ANSWERS else {"skin-dryness": skin})
    return found


def _is_dry(facts: Facts) -> bool | None:
    said = facts["skin-dryness"].value
    return said == "dry" if isinstance(said, str) else None


def _entry(name: str, library: Library, section: str, option: str) -> Any:
    known = library.section(section)
    if name not in known:
        raise InputError(
            told("entry-unknown", "'{name}' is not known here.", name=name),
            where=option,
            hint=did_you_mean(name, known),
        )
    return known[name]


def _blocked(found: Look, verdict: Verdict, library: Library) -> Look:
    """The same look, stopped by what forbids the treatment as a whole."""
    from msgspec.structs import replace

    if not verdict.decision.is_blocking:
        return found
    stops = tuple(
        Outside(
            what="removed",
            value=0.0,
            at_most=0.0,
            because=because_of_statement(library, "dose-blocked", name),
            may_override="nobody",
        )
        for name in statements_that_block(verdict)
    )
    return replace(found, judged=Judged(result="stopped", outside=(*stops, *found.judged.outside)))


def _on_dial(exposure: Exposure, device: Device | None, words: Words) -> str:
    dial = dial_for(device, exposure.vacuum_kpa) if device is not None else None
    if dial is None or device is None:
        return ""
    title = words.title("device", device.id)
    return words.ui("dose-dial", device=title, reading=dial.reading, unit=dial.unit)


def _write_curve(path: Path, found: Look, words: Words) -> None:
    from adamas.report.dose import chart_of
    from adamas.report.figure import render_svg

    if found.barrier is None:
        raise InputError(
            told("no-curve", "There is no curve for a tip that rests over one place."), where="--svg"
        )
    title, up = words.ui("dose-curve-barrier"), words.ui("dose-curve-barrier-up")
    write_whole(path, render_svg(chart_of(found.barrier, title=title, up=up, words=words)))


def _validate(args: argparse.Namespace, library: Library, words: Words) -> int:
    from adamas.dose.validation import fit, validate
    from adamas.report.dose_validation import compose_validation
    from adamas.report.figure import render_svg

    rows, fitted = validate(library), fit(library)
    if args.figures:
        from adamas.report.dose_figures import figures

        for name, chart in figures(words).items():
            write_whole(args.figures / f"{name}.svg", render_svg(chart))
    present({"fit": fitted, "rows": rows}, compose_validation(rows, fitted, words), args)
    return DONE
