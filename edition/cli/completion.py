"""`edition completion SHELL`: what the shell needs to complete commands, options and their values.
"""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.cli.parser import BOOK_CHOICES, parser_in
from edition.cli.standardstreams import put
from edition.cli.voice import Voice
from edition.messages.texts import LANGS
from edition.packs import shelf
from edition.trade.regions import REGIONS


@dataclass(frozen=True, slots=True)
class _Known:
    """What can be completed."""

    commands: Mapping[str, str]
    """name → what it does"""
    options: Mapping[str, tuple[tuple[str, str], ...]]
    """command → (option, what it does)"""
    values: Mapping[str, tuple[str, ...]]
    """option → the values it takes"""


def complete(options: Namespace, voice: Voice) -> int:
    """Print the script of a shell."""
    known = _known(voice)
    put({"bash": _bash, "zsh": _zsh, "fish": _fish}[options.shell](known))
    return 0


def _known(voice: Voice) -> _Known:
    parser = parser_in(voice)
    (made,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    says = {action.dest: action.help or "" for action in made._get_subactions()}
    options = {
        name: tuple(
            (option, action.help or "") for action in command._actions
            for option in action.option_strings
        )
        for name, command in made.choices.items()
    }
    themes = {theme for pack in shelf.layouts() for theme in shelf.themes(pack)}
    values = {
        "--layout": tuple(shelf.layouts()), "--theme": tuple(sorted(themes)),
        "--to": tuple(REGIONS), "--lang": LANGS, "--only": ("pdf", "epub"),
        "--retry": ("failed",), **BOOK_CHOICES,
    }
    return _Known(says, options, values)


def _bash(known: _Known) -> str:
    cases = "\n".join(
        f"    {command}) words=\"{' '.join(name for name, _ in options)}\" ;;"
        for command, options in known.options.items()
    )
    values = "\n".join(
        f"    {option}) COMPREPLY=($(compgen -W \"{' '.join(words)}\" -- \"$now\")); return ;;"
        for option, words in known.values.items()
    )
    return f"""\
# edition completion bash: put this into a file that bash reads, or
# source <(edition completion bash)
_edition() {{
  local now="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{' '.join(known.commands)} --help --lang --version" -- "$now"))
    return
  fi
  case "$before" in
{values}
    completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$now")); return ;;
  esac
  case "${{COMP_WORDS[1]}}" in
{cases}
  esac
  case "$now" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$now")) ;;
    *) COMPREPLY=($(compgen -f -- "$now")) ;;
  esac
}}
complete -o filenames -F _edition edition"""


def _zsh(known: _Known) -> str:
    commands = "\n".join(
        f"    {_quoted(f'{name}:{says}')}" for name, says in known.commands.items()
    )
    cases = "\n".join(
        f"    {command})\n      _arguments {' '.join(_zsh_options(options, known))} "
        "'*:file:_files' ;;" for command, options in known.options.items()
    )
    return f"""\
#compdef edition
# edition completion zsh: put this into a file _edition in a folder of $fpath, or
# source <(edition completion zsh)
_edition() {{
  local -a commands=(
{commands}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
{cases}
  esac
}}
if [ "$funcstack[1]" = _edition ]; then _edition "$@"; else compdef _edition edition; fi"""


def _zsh_options(options: tuple[tuple[str, str], ...], known: _Known) -> Iterator[str]:
    for name, says in options:
        plain = says.replace("[", "(").replace("]", ")").replace(":", " ")
        values = known.values.get(name)
        yield _quoted(f"{name}[{plain}]" + (f":value:({' '.join(values)})" if values else ""))


def _fish(known: _Known) -> str:
    lines = [
        "# edition completion fish | source", "complete -c edition -n __fish_use_subcommand -f",
    ]
    for name, says in known.commands.items():
        lines.append(
            f"complete -c edition -n __fish_use_subcommand -a {name} -d {_quoted(says)}"
        )
    for command, options in known.options.items():
        for name, says in options:
            flag = f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
            values = known.values.get(name)
            more = f" -x -a {_quoted(' '.join(values))}" if values else ""
            lines.append(
                f"complete -c edition -n '__fish_seen_subcommand_from {command}' {flag}{more} "
                f"-d {_quoted(says)}"
            )
    shells = "'__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'"
    return "\n".join([*lines, f"complete -c edition -n {shells}"])


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("'", "’") + "'"
