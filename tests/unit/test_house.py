"""The promises of the house: what one file says of another is true."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import distributions, requires
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from packaging.requirements import Requirement

from mailbot import __version__
from mailbot.cli.main import commands
from mailbot.config import Config, Section, load
from mailbot.config.section import is_list, section_in
from tests.servers import need

PROJECT = Path(__file__).resolve().parents[2]
PYPROJECT = (PROJECT / "pyproject.toml").read_text("utf-8")
README = (PROJECT / "README.md").read_text("utf-8")
EXAMPLE = (PROJECT / "config.example.toml").read_text("utf-8")
SETTINGS = (PROJECT / "docs" / "configuration.md").read_text("utf-8")

# `#name = value   # what it is` and `#[section]` are settings; `# A sentence.` is a comment.
COMMENTED_SETTING = re.compile(r"(?m)^#(?=[a-z_]+ = |\[)")


# -- the settings ---------------------------------------------------------------------------------------------------


def settings(section: type[Section], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to every setting: ("events", "rounds", "number")."""
    for name, field in section.model_fields.items():
        inner = section_in(field.annotation)
        yield from settings(inner, (*path, name)) if inner else [(*path, name)]


def in_file(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The same, of what a TOML file holds."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from in_file(value, (*path, name))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for item in value:
                yield from in_file(item, (*path, name))
        else:
            yield (*path, name)


def test_every_setting_stands_in_the_example_and_no_other() -> None:
    everything = tomllib.loads(COMMENTED_SETTING.sub("", EXAMPLE))

    assert set(in_file(everything)) == set(settings(Config))


def test_the_example_loads_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(EXAMPLE, "utf-8")
    (tmp_path / "smtp-password").write_text("geheim\n", "utf-8")
    (tmp_path / "smtp-password").chmod(0o600)

    config = load(file, {"MAILBOT_MAILBOX__PASSWORD": "geheim"})

    assert [event.slug for event in config.event_list()] == ["voorjaar-2030"]


def test_what_the_example_shows_as_the_usual_value_is_it(tmp_path: Path) -> None:
    shown = tomllib.loads(COMMENTED_SETTING.sub("", EXAMPLE))

    assert {name: shown[name] for name in ("language", "timezone")} == {
        "language": "nl",
        "timezone": "Europe/Amsterdam",
    }
    for name in ("mailbox", "smtp", "limits"):
        section = section_in(Config.model_fields[name].annotation)
        assert section is not None
        for setting, field in section.model_fields.items():
            if not field.is_required() and isinstance(field.default, int | float | str) and field.default != "":
                assert (name, setting, shown[name][setting]) == (name, setting, field.default)


@pytest.mark.parametrize("path", sorted(set(settings(Config))), ids=".".join)
def test_every_setting_is_explained(path: tuple[str, ...]) -> None:
    names = {path[-1], ".".join(path)}

    assert any(f"`{name}`" in line for name in names for line in SETTINGS.splitlines() if line.startswith("|"))


def test_lists_of_sections_are_lists_everywhere() -> None:
    assert [name for name, field in Config.model_fields.items() if is_list(field.annotation)] == ["events"]


# -- the commands ---------------------------------------------------------------------------------------------------


def every_command(command: click.Command = commands, name: str = "mailbot") -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found is not None
            yield from every_command(found, f"{name} {inner}")


@pytest.mark.parametrize(("name", "command"), list(every_command()))
def test_every_command_and_every_option_has_help(name: str, command: click.Command) -> None:
    assert command.help
    assert [p.name for p in command.params if isinstance(p, click.Option) and not p.help] == []


def test_every_command_stands_in_the_readme_and_no_other() -> None:
    in_readme = set(re.findall(r"(?m)^\| `mailbot ([a-z]+)`", README))

    assert in_readme == set(commands.list_commands(click.Context(commands)))


def test_every_command_that_a_document_speaks_of_is_there() -> None:
    there = {name for name, _ in every_command()}
    for document in [PROJECT / "README.md", PROJECT / "CHANGELOG.md", *PROJECT.glob("docs/**/*.md")]:
        spoken_of = set(re.findall(r"(?:`|^)(mailbot [a-z]+)", document.read_text("utf-8"), re.MULTILINE))
        assert (document.name, spoken_of - there) == (document.name, set())


def test_every_target_of_make_says_what_it_does() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    phony = next(line for line in makefile.splitlines() if line.startswith(".PHONY:")).split()[1:]

    shown = subprocess.run(["make", "help"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout

    assert [line.split()[0] for line in shown.splitlines() if len(line.split()) > 1] == phony


# -- the project ----------------------------------------------------------------------------------------------------


def pinned() -> dict[str, str]:
    lines = [line for line in (PROJECT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    return {normal(name): version for name, _, version in (line.partition("==") for line in lines)}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_constraints_hold_a_name_and_a_version_a_line_and_nothing_else() -> None:
    lines = (PROJECT / "constraints.txt").read_text("utf-8").splitlines()

    assert [line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.+!]*", line)] == []


def test_every_dependency_is_pinned_to_a_version_that_it_allows() -> None:
    project = tomllib.loads(PYPROJECT)["project"]
    asked = [Requirement(r) for r in project["dependencies"] + project["optional-dependencies"]["dev"]]

    assert {r.name: pinned().get(normal(r.name)) for r in asked if normal(r.name) not in pinned()} == {}
    assert [r.name for r in asked if not r.specifier.contains(pinned()[normal(r.name)])] == []


def test_what_the_dependencies_need_is_pinned_too() -> None:
    missing = set()
    for name in pinned().keys() & installed():
        for line in requires(name) or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                missing |= {needed.name} - {needed.name for known in pinned() if known == normal(needed.name)}

    assert missing == set()


def test_nothing_is_pinned_that_is_no_longer_needed() -> None:
    assert pinned().keys() - installed() == set()


def installed() -> set[str]:
    return {normal(distribution.name) for distribution in distributions()}


def test_every_dependency_says_why_it_is_there() -> None:
    lists = re.findall(r"(?ms)^(?:dependencies|dev) = \[\n(.*?)^\]", PYPROJECT)

    assert len(lists) == 2
    lines = [line for block in lists for line in block.splitlines()]
    assert [line for line in lines if "  # " not in line] == []


def test_every_exception_to_the_rules_of_ruff_says_why() -> None:
    for block in re.findall(
        r"(?ms)^(?:ignore = \[\n(.*?)^\]|\[tool\.ruff\.lint\.per-file-ignores\]\n(.*?)^$)", PYPROJECT
    ):
        assert [line for line in "".join(block).splitlines() if "  # " not in line] == []
    for file in [*PROJECT.glob("mailbot/**/*.py"), *PROJECT.glob("benchmarks/**/*.py")]:
        bare = re.findall(r"# noqa: [A-Z0-9, ]+$", file.read_text("utf-8"), re.MULTILINE)
        assert (file.name, bare) == (file.name, [])


def test_the_version_is_the_same_wherever_it_stands() -> None:
    newest = re.search(r"(?m)^## \[(.+?)\]", (PROJECT / "CHANGELOG.md").read_text("utf-8"))
    public = yaml.safe_load((PROJECT / "publiccode.yml").read_text("utf-8"))

    assert newest is not None
    assert {newest[1], public["softwareVersion"], tomllib.loads(PYPROJECT)["project"]["version"]} == {__version__}


def test_the_licence_is_the_whole_of_eupl_1_2() -> None:
    licence = (PROJECT / "LICENSE").read_text("utf-8")

    assert re.findall(r"(?m)^(\d+)\. [A-Z]", licence) == [str(n) for n in range(1, 16)]
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert "Appendix" in licence
    assert licence.endswith("require the production of a new EUPL version.\n")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_publiccode_holds_to_its_standard(language: str) -> None:
    public = yaml.safe_load((PROJECT / "publiccode.yml").read_text("utf-8"))
    about = public["description"][language]

    assert public["legal"]["license"] == tomllib.loads(PYPROJECT)["project"]["license"] == "EUPL-1.2"
    assert len(about["shortDescription"]) <= 150
    assert 150 <= len(about["longDescription"]) <= 10_000
    assert 5 <= len(about["features"]) <= 20


def test_links_between_the_documents_lead_somewhere() -> None:
    for document in [PROJECT / "README.md", PROJECT / "CHANGELOG.md", *PROJECT.glob("docs/**/*.md")]:
        links = re.findall(r"\]\((?!https?://|#)([^)#]+)", document.read_text("utf-8"))
        assert (document.name, [link for link in links if not (document.parent / link).exists()]) == (document.name, [])


# -- the tests ------------------------------------------------------------------------------------------------------


def test_a_missing_server_skips_its_test_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAILBOT_TEST_ALL", raising=False)

    need("Dovecot", found=True)
    with pytest.raises(pytest.skip.Exception, match="this machine has no Dovecot"):
        need("Dovecot", found=None)


def test_where_all_must_be_tested_a_missing_server_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILBOT_TEST_ALL", "1")

    need("Dovecot", found=True)
    with pytest.raises(pytest.fail.Exception, match="this machine has no Dovecot"):
        need("Dovecot", found=None)
