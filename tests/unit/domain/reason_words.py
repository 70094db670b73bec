"""Finds the reasons that a piece of Python can give, by following strings into what is named after them.

A string is a reason where it ends up in `reasons`, `reason`, `doubts`, `doubt` or `problems` (assigned, added, passed
by that name), in `Unclear(...)` or `.doubt(...)`, or in what a function returns whose result ends up there. Tables
count: in `for test, reason in HOLD` the strings of HOLD do; so do records with a field of such a name. It errs on the
side of finding too much.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

SINKS = {"reason", "reasons", "doubt", "doubts", "problem", "problems"}
GIVERS = {"Unclear", "Decision", "doubt", "hold"}
NOT_FOLLOWED = {"load", "words"}  # of a word list: what they are given is its name
ADDING = {"append", "extend", "add", "insert", "setdefault", "update"}
MACHINE_WORD = re.compile(r"[a-z]+(?:_[a-z]+)*")


def reasons_in(paths: Iterable[Path]) -> dict[str, str]:
    """Every reason that the code in those files can give, with a place where it does ("judge.py:52")."""
    finder = Finder({path.name: ast.parse(path.read_text("utf-8")) for path in paths})
    return finder.run()


class Finder:
    """Goes round until nothing new ends up in a sink: a function found today makes its own returns sinks tomorrow."""

    def __init__(self, modules: dict[str, ast.Module]) -> None:
        self.modules = modules
        self.found: dict[str, str] = {}
        self.functions: set[str] = set()  # those whose results are reasons
        self.tables: set[str] = set()  # module constants that hold reasons
        self.records = _records(modules.values())

    def run(self) -> dict[str, str]:
        while True:
            before = len(self.found), len(self.functions), len(self.tables)
            for file, module in self.modules.items():
                self._walk(file, module, set())
            if before == (len(self.found), len(self.functions), len(self.tables)):
                return self.found

    def _walk(self, file: str, node: ast.AST, local: set[str]) -> None:
        """`local`: the variables of the function around that hold reasons."""
        if isinstance(node, ast.FunctionDef):
            gives = _known_as(file, node.name) in self.functions or bool(set(node.name.split("_")) & SINKS)
            local = _returned(node) if gives else set()
        for value in self._sunk(node, local):
            self._take(file, value)
        for child in ast.iter_child_nodes(node):
            self._walk(file, child, local)

    def _sunk(self, node: ast.AST, local: set[str]) -> Iterator[ast.AST]:
        """The expressions that this node puts into a sink."""
        names = SINKS | self.tables | local
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if _name(target) in names:
                    yield node.value
                if isinstance(target, ast.Subscript) and _name(target.value) in names:
                    yield target.slice
        elif isinstance(node, ast.keyword) and node.arg in SINKS:
            yield node.value
        elif isinstance(node, ast.Call):
            adds = isinstance(node.func, ast.Attribute) and node.func.attr in ADDING and _name(node.func.value) in names
            if adds or _name(node.func) in GIVERS:
                yield from node.args
            yield from (node.args[at] for at in self.records.get(_name(node.func), ()) if at < len(node.args))
        elif isinstance(node, ast.For | ast.comprehension) and _names_in(node.target) & SINKS:
            yield node.iter
        elif isinstance(node, ast.Return | ast.Yield | ast.YieldFrom) and local and node.value is not None:
            yield node.value

    def _take(self, file: str, value: ast.AST) -> None:
        for node in _flowing(value):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and MACHINE_WORD.fullmatch(node.value):
                self.found.setdefault(node.value, f"{file}:{node.lineno}")
            elif isinstance(node, ast.Call) and (called := _name(node.func)) not in NOT_FOLLOWED:
                self.functions.add(_known_as(file, called))
            elif isinstance(node, ast.Name) and node.id.isupper():
                self.tables.add(node.id)


def _known_as(file: str, function: str) -> str:
    """What a function is remembered by: a private one is that of its file alone, or all that are named alike count."""
    return f"{file}:{function}" if function.startswith("_") else function


def _flowing(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of an expression that can become its value: not what is only compared or asked."""
    yield node
    match node:
        case ast.IfExp():
            parts: list[ast.AST] = [node.body, node.orelse]
        case ast.Compare() | ast.Lambda():
            parts = []
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            parts = [node.elt, *(generator.iter for generator in node.generators)]
        case ast.Subscript() | ast.Attribute():
            parts = [node.value]
        case ast.Call():
            parts = [] if _name(node.func) in NOT_FOLLOWED else [*node.args]
        case _:
            parts = [*ast.iter_child_nodes(node)]
    for part in parts:
        yield from _flowing(part)


def _records(modules: Iterable[ast.Module]) -> dict[str, list[int]]:
    """Classes with fields that hold reasons, and at which place these stand when one is made."""
    records = {}
    for module in modules:
        for node in ast.walk(module):
            if isinstance(node, ast.ClassDef):
                fields = [_name(f.target) for f in node.body if isinstance(f, ast.AnnAssign)]
                records[node.name] = [at for at, name in enumerate(fields) if name in SINKS]
    return records


# A function that gives reasons without naming a variable has something that is always in `local`.
RESULT = "<result>"


def _returned(function: ast.FunctionDef) -> set[str]:
    """The variables whose values a function returns."""
    returns = [n.value for n in ast.walk(function) if isinstance(n, ast.Return | ast.Yield) and n.value is not None]
    return {RESULT, *(node.id for value in returns for node in ast.walk(value) if isinstance(node, ast.Name))}


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _names_in(node: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
