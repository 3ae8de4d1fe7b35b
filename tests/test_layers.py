"""Dependencies point one way."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "planner"
MODULES = sorted(PACKAGE.rglob("*.py"))

BASE = {"errors", "domain"}
SIBLINGS = {"files", "formulation", "evaluation", "generation"}
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "errors": set(),
    "domain": {"errors"},
    **dict.fromkeys(SIBLINGS, BASE),
    "solving": BASE | SIBLINGS,
    "weekly": BASE | SIBLINGS | {"solving"},
    "yardsticks": BASE | SIBLINGS | {"solving"},
    "reporting": BASE | {"evaluation"},
    "cli": BASE | SIBLINGS | {"solving", "weekly", "yardsticks", "reporting"},
    "__main__": {"cli"},
}
SOLVERS = {"ortools", "highspy"}
MAY_IMPORT_SOLVER = {"formulation", "solving"}


def layer(path: Path) -> str:
    """The first name below `planner`: the package or top module that the file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(source: str) -> Iterator[str]:
    """The dotted names that the source imports, inside functions too; `from a import b` gives `a.b`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layers_imported(source: str) -> set[str]:
    """The layers of planner that the source imports; its version, say, is none."""
    names = (name.split(".") for name in imported(source))
    layers = {parts[1] for parts in names if parts[0] == "planner" and len(parts) > 1}
    return {name for name in layers if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()}


def test_every_module_belongs_to_a_layer():
    assert {layer(path) for path in MODULES} <= MAY_IMPORT.keys(), "say in MAY_IMPORT what it may import"


def test_a_module_imports_only_the_layers_below_its_own():
    wrong = {
        f"{path.relative_to(PACKAGE)} imports planner.{name}"
        for path in MODULES
        for name in layers_imported(path.read_text(encoding="utf-8")) - {layer(path)}
        if name not in MAY_IMPORT.get(layer(path), set())
    }
    assert not wrong


def test_only_formulation_and_solving_import_a_solver():
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in MODULES
        if layer(path) not in MAY_IMPORT_SOLVER
        for name in imported(path.read_text(encoding="utf-8"))
        if name.split(".")[0] in SOLVERS
    }
    assert not wrong


def test_an_import_is_seen_in_every_form_and_place():
    source = """
import planner.domain.weeks
from planner import errors, __version__
def late():
    from planner.domain import policy
"""
    assert set(imported(source)) >= {"planner.domain.weeks", "planner.errors", "planner.domain.policy"}
    assert layers_imported(source) == {"domain", "errors"}


def test_the_command_line_starts_without_a_solver_and_without_pandas():
    heavy = f"{SOLVERS | {'pandas'}} & {{name.split('.')[0] for name in sys.modules}}"
    program = f"import sys, planner.cli.main; sys.exit(', '.join(sorted({heavy})) or None)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
