"""`oefenouder nieuw`: write a template for an own case or parent."""

from __future__ import annotations

import argparse
import shlex

from bot.cli.errors import CliError
from bot.content.template import TemplateError, write_template
from bot.messages import message
from bot.storage.folder import FolderError, data_folder


def run(options: argparse.Namespace) -> int:
    """Write the template and say what to do with it; never over an existing file."""
    type_ = options.type if options.soort == "ouder" else None
    try:
        path = write_template(data_folder(options.data_map), options.soort, options.id, type_)
    except (TemplateError, FolderError) as error:
        raise CliError(str(error)) from None
    where = f" --data-map {shlex.quote(str(options.data_map))}" if options.data_map else ""
    print(message(f"nieuw_{options.soort}", bestand=path, id=path.stem, type=type_, map=where))
    return 0
