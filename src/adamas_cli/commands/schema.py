"""`adamas schema`: the JSON Schema of a client file, for editors and for programs that write one."""

import argparse

from adamas.interchange.schema import client_schema
from adamas.knowledge.library import read_library
from adamas.report.words import Catalogue
from adamas_cli.exits import DONE
from adamas_cli.files import as_json, show


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `schema` takes: nothing of its own."""


def run(args: argparse.Namespace) -> int:
    """Print the schema."""
    show(as_json(client_schema(read_library(args.knowledge))))
    return DONE
