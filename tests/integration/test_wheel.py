"""The wheel is the whole program: installed in an empty environment, in an empty folder, it does its job."""

import os
import subprocess
import sys
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from tests.servers import need

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder], cwd=PROJECT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def empty_environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new virtual environment with the wheel, its dependencies in the versions of constraints.txt, and no more."""
    environment = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", "--without-pip", environment])
    python = environment / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check", "--quiet"]
    dependencies = subprocess.run(
        [*pip, "install", "--no-compile", "--constraint", PROJECT / "constraints.txt", *requirements(wheel)],
        check=False,
        stderr=subprocess.DEVNULL,
    )
    need("package index that pip can reach", dependencies.returncode == 0)
    run([*pip, "install", "--no-deps", wheel])
    run([*pip, "check"])
    return environment


def test_the_wheel_carries_what_the_program_reads(wheel: Path) -> None:
    in_wheel = set(zipfile.ZipFile(wheel).namelist())
    data = {"templates/**/*.md", "templates/**/*.html", "mailbot/**/*.toml", "mailbot/**/*.mako", "mailbot/**/*.eml"}
    files = {file.relative_to(PROJECT).as_posix() for pattern in data for file in PROJECT.glob(pattern)}
    needed = {f"mailbot/{name}" if name.startswith("templates/") else name for name in files}

    assert needed - in_wheel == set()
    assert any(name.startswith("mailbot/templates/nl/") for name in in_wheel)


def test_the_wheel_holds_the_licence_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert [name for name in names if name.endswith("licenses/LICENSE")] != []
    assert {name.split("/")[0].split("-")[0] for name in names} == {"mailbot"}


def test_installed_by_itself_it_shows_its_help(empty_environment: Path, tmp_path: Path) -> None:
    shown = mailbot(empty_environment, tmp_path, "--help")

    assert "Usage: mailbot" in shown
    assert list(tmp_path.iterdir()) == []


def test_installed_by_itself_it_shows_the_demo_and_leaves_nothing_behind(
    empty_environment: Path, tmp_path: Path
) -> None:
    shown = mailbot(empty_environment, tmp_path, "demo", "--once")

    assert "The books agree." in shown
    assert "0 onderweg, 1 mislukt" in shown  # one sample is a bounce of a reply
    assert list(tmp_path.iterdir()) == []


def requirements(wheel: Path) -> list[str]:
    """What the wheel's metadata asks for, without the extras."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = HeaderParser().parsestr(archive.read(name).decode())
    return [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]


def mailbot(environment: Path, folder: Path, *arguments: str) -> str:
    """Run the installed command in that folder, nothing of this checkout or its environment in its way."""
    return run([environment / "bin" / "mailbot", *arguments], cwd=folder, env={"LANG": "C.UTF-8", "HOME": str(folder)})


def run(command: list[str | Path], **options: object) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=110, check=False, stdin=subprocess.DEVNULL, **options
    )  # type: ignore[call-overload]
    assert done.returncode == 0, f"{' '.join(map(os.fspath, command))}\n{done.stdout}\n{done.stderr}"
    return str(done.stdout)
