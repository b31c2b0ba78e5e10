"""`adamas home`: home devices side by side, or how to use one of them beside the course."""

import argparse
from collections.abc import Mapping

from adamas.errors import InputError, told
from adamas.knowledge.library import read_library
from adamas.knowledge.practice import Device
from adamas.misread import did_you_mean
from adamas.planning.home import propose_home
from adamas.planning.home_choice import choose
from adamas.planning.plan import NotPlanned
from adamas.report.home import compose_comparison, compose_home
from adamas.report.plan import compose_not_planned
from adamas.report.words import Catalogue, Words
from adamas.screening.screen import screen
from adamas_cli.course import salon_days
from adamas_cli.exits import BLOCKED, DONE, OPEN
from adamas_cli.files import Heard, hear
from adamas_cli.parser import add_sheet
from adamas_cli.present import present


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `home` takes."""
    parser.add_argument("client", nargs="?", metavar="FILE", help=catalogue.ui("cli-arg-client"))
    parser.add_argument("--device", metavar="ID", help=catalogue.ui("cli-arg-device"))
    parser.add_argument("--alone", action="store_true", help=catalogue.ui("cli-arg-alone"))
    add_sheet(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Compare the devices when no client or no device is named; plan otherwise."""
    library = read_library(args.knowledge)
    words = Words(args.lang, library)
    heard = hear(args.client, library, on=args.on) if args.client else None
    devices = library.section("devices")
    device = args.device or _own_device(heard, devices)
    if device and device not in devices:
        raise InputError(
            told("no-entry-of", "There is no '{name}' in {section}.", name=device, section="devices"),
            where="--device",
            hint=did_you_mean(device, devices),
        )
    if heard is None or not device:
        comparison = choose(library)
        present(comparison, compose_comparison(comparison, words, reader=args.reader), args)
        return DONE
    verdict = screen(heard.facts, library, on=heard.on, scope="home-device")
    visits = () if args.alone else salon_days(heard, library)
    plan = propose_home(verdict, heard.facts, library, on=heard.on, device=device, salon_visits=visits)
    client = heard.client.client
    if isinstance(plan, NotPlanned):
        document = compose_not_planned(plan, words, client=client, reader=args.reader)
        code = BLOCKED
    else:
        document = compose_home(plan, words, client=client, reader=args.reader)
        code = OPEN if plan.is_provisional else DONE
    present(plan, document, args)
    return code


def _own_device(heard: Heard | None, devices: Mapping[str, Device]) -> str:
    """The home device the client file names; a device of the salon is none of the client's."""
    device = devices.get(heard.client.device) if heard else None
    return device.id if device and device.use == "home" else ""
