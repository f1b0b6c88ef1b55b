"""The options of `edition archive`, as the help shows them. It loads nothing that builds."""

from __future__ import annotations

from edition.cli.arguments import Parser
from edition.cli.voice import Voice

MOST_SECONDS, MOST_MEMORY = 300.0, 2_048
"""bounds of one issue where none are asked for: seconds, MB"""


def archive_options(command: Parser, voice: Voice) -> None:
    """What the command takes beside the options of a single issue."""
    command.add_argument(
        "folder", nargs="?", metavar=voice.phrase("name_archive"),
        help=voice.phrase("help_archive_given"),
    )
    for option, name, says in (
        ("--out", "folder", "help_out_archive"), ("--workers", "count", "help_workers"),
        ("--most-seconds", "seconds", "help_most-seconds"),
        ("--most-memory", "megabytes", "help_most-memory"), ("--dask", "address", "help_dask"),
        ("--volume", "span", "help_volume_archive"),
    ):
        names = ("-o", option) if option == "--out" else (option,)
        command.add_argument(
            *names, metavar=voice.phrase(f"name_{name}"),
            help=voice.phrase(says, seconds=MOST_SECONDS, megabytes=MOST_MEMORY),
        )
    command.add_argument("--retry", choices=("failed",), help=voice.phrase("help_retry"))
    command.add_argument("--only", choices=("pdf", "epub"), help=voice.phrase("help_only"))
    for flag, says in (
        ("--stories", "help_stories_archive"), ("--unchecked", "help_unchecked"),
        ("--strict", "help_strict_archive"),
    ):
        command.add_argument(flag, action="store_true", help=voice.phrase(says))
