"""One command on a bare machine: make the environment if it is not there, then do what was asked.

Standard library only, and only words that an old Python can parse, so that it can at least say what is wrong.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.exit(
        f"Side by Side needs Python 3.11 to 3.14, and this is {platform.python_version()}: run it with one of those, "
        "for instance `python3.12 run.py` (`py -3.12 run.py` on Windows)."
    )

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "made-from.txt"
START = "notebooks/00-start-here.ipynb"
IN_TWO = ["--numprocesses=2", "--dist=loadfile", "--no-loadscope-reorder"]  # what tests of a file share is made once

interrupted = False


class Trouble(Exception):
    """Something that the person at the keyboard can mend; the message says how."""


def inside() -> dict[str, str]:
    """The surroundings of whatever runs here: this environment first, nothing of an outer one."""
    outer = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV_PROMPT", "__PYVENV_LAUNCHER__", "UV_SYSTEM_PYTHON")
    env = {name: value for name, value in os.environ.items() if name.upper() not in outer}
    env["VIRTUAL_ENV"] = str(VENV)
    env["PATH"] = os.pathsep.join([str(SCRIPTS), env.get("PATH", "")])
    env["JUPYTER_PATH"] = str(VENV / "share" / "jupyter")  # before a kernel of the same name in the home folder
    env.setdefault("PYTHONUTF8", "1")  # a Windows console would stumble over a typographic quote
    env["SIDEBYSIDE_CALLED"] = f"{'py' if os.name == 'nt' else 'python3'} {sys.argv[0]}"  # for its help and messages
    return env


def call(*command: str | Path, cwd: Path = ROOT) -> int:
    """Run a command, in the project's folder unless another is named, and give its exit code.

    Ctrl-C is noted in `interrupted`: whoever calls this says what it means.
    """

    def remember(*_: object) -> None:
        global interrupted
        interrupted = True

    # Ctrl-C reaches the child too, and JupyterLab asks before it stops: wait for the child, don't kill it.
    before = signal.signal(signal.SIGINT, remember)
    try:
        return subprocess.call([str(part) for part in command], cwd=cwd, env=inside())
    finally:
        signal.signal(signal.SIGINT, before)


def stamp() -> str:
    """What the environment depends on, in one line: the lock, pyproject.toml, this Python and this machine."""
    digest = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return f"{platform.python_version()} {sys.platform} {platform.machine()} {digest}\n"


def clear() -> None:
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        mend = "close JupyterLab and leave the environment (`deactivate`), then run this again"
        raise Trouble(f"The old environment in .venv cannot be removed ({error.strerror}): {mend}.") from None


def installed_with(tool: str) -> bool:
    """Make .venv anew and fill it from the lock; whether that went well."""
    clear()
    # The interpreter behind this one: .venv may itself be what runs this file, and has just been removed.
    base = getattr(sys, "_base_executable", None) or sys.executable
    lock: list[str | Path] = ["--require-hashes", "--only-binary", ":all:", "-r", LOCK]
    if tool == "pip":
        # Twice quiet: once leaves pages of notices. Errors are shown all the same.
        done = call(base, "-m", "venv", VENV) == 0 and call(PYTHON, "-m", "pip", "install", "-qq", *lock) == 0
    else:
        # No config: the constraint in pyproject.toml is for whoever writes the lock, not for whoever installs it.
        fill: list[str | Path] = ["pip", "install", "--no-config", "--quiet", "--compile-bytecode", "--python", PYTHON]
        done = call(tool, "venv", "--quiet", "--python", base, VENV) == 0 and call(tool, *fill, *lock) == 0
    if interrupted:
        raise KeyboardInterrupt
    return done


def environment() -> None:
    """Have .venv hold what the lock says; at once, if it does already."""
    wanted = stamp()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    start = time.monotonic()
    uv = shutil.which("uv")
    print(f"environment: making .venv with {'uv' if uv else 'pip (about a minute)'} ...", flush=True)
    if not (uv and installed_with(uv)):
        # Also after uv failed: it may be a mere shim, or lack a certificate that pip has.
        if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise Trouble(
                f"This Python cannot make an environment: on Debian and Ubuntu `sudo apt install python{version}-venv` "
                "mends it; elsewhere install Python afresh, or uv. Then run this again."
            )
        if uv:
            print("environment: uv did not manage it, trying pip (about a minute) ...", flush=True)
        if not installed_with("pip"):
            raise Trouble("The packages could not be installed: see the message above, mend it and run this again.")
    put_src_on_the_path()
    STAMP.write_text(wanted, encoding="utf-8")  # last, so that a half-made environment is made again
    print(f"environment: made .venv, {time.monotonic() - start:.0f} s", flush=True)


def put_src_on_the_path() -> None:
    """A .pth file, relative, so that notebook kernels and helpers find the package too, and the folder may move."""
    site = VENV / "Lib" / "site-packages" if os.name == "nt" else next((VENV / "lib").glob("python3*/site-packages"))
    (site / "sidebyside.pth").write_text(os.path.relpath(ROOT / "src", site) + "\n", encoding="utf-8")


def package(verb: str, args: list[str]) -> int:
    """A verb of the package's own command line; paths are from where the user stands."""
    return call(PYTHON, "-m", "sidebyside", verb, *args, cwd=Path.cwd())


def report(args: list[str]) -> int:
    """[FOLDER ...]: the pages of the comparison that ships in report/, or those of FOLDER as `report --help` says"""
    if args:
        return package("report", args)
    start = time.monotonic()
    code = call(PYTHON, "-m", "sidebyside.showing.report")
    if code == 0:
        page = ROOT / "report" / "index.html"
        place = page.relative_to(Path.cwd()) if page.is_relative_to(Path.cwd()) else page
        print(f"report: made {place}, {time.monotonic() - start:.0f} s. Open it in any browser.")
    return code


def test(args: list[str]) -> int:
    """[ARGUMENTS]: the tests, in two processes, or as pytest's arguments say"""
    return call(PYTHON, "-m", "pytest", *(args or IN_TWO))


def lab(args: list[str]) -> int:
    """[FOLDER | ARGUMENTS]: JupyterLab, at the first notebook, of the comparison in FOLDER or of the one that ships"""
    if args and not args[0].startswith("-"):
        return package("lab", args)
    print(f"lab: opening {START}; Ctrl-C here stops it", flush=True)
    return call(PYTHON, "-m", "jupyterlab", f"--ServerApp.root_dir={ROOT}", ROOT / START, *args)


def verify(args: list[str]) -> int:
    """[ARGUMENTS]: all that must hold before a commit: ruff, its format, mypy and the tests"""
    steps = {
        "ruff check": ["ruff", "check"],
        "ruff format": ["ruff", "format", "--check"],
        "mypy": ["mypy"],
        "tests": ["pytest", *(args or IN_TWO)],
    }
    codes = {}
    for step, command in steps.items():
        start = time.monotonic()
        codes[step] = call(PYTHON, "-m", *command)
        print(f"{step}: {'failed' if codes[step] else 'passed'}, {time.monotonic() - start:.0f} s", flush=True)
        if interrupted:
            return 130
    return next(filter(None, codes.values()), 0)


VERBS = {"report": report, "test": test, "lab": lab, "verify": verify}
PACKAGE = ["new", "check", "propose", "export", "renew", "unpack"]  # the package's own verbs, which it explains itself
USAGE = "\n".join(
    [
        "usage: python3 run.py VERB",
        *(f"  {name} {verb.__doc__}" for name, verb in VERBS.items()),
        f"  {', '.join(PACKAGE)}: for comparisons of your own; VERB --help says more",
    ]
)


def main(args: list[str]) -> int:
    if args[:1] in (["-h"], ["--help"], ["help"]):
        print(USAGE)
        return 0
    if not args or args[0] not in [*VERBS, *PACKAGE]:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        environment()
        code = package(args[0], args[1:]) if args[0] in PACKAGE else VERBS[args[0]](args[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130
    # JupyterLab is ended by Ctrl-C, and says itself how that went; anything else did not come to its end.
    return 130 if interrupted and args[0] != "lab" else code


def program() -> int:
    """As `main`, in a process of its own: whoever reads what is printed may go away, as `head` does."""
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python would say so when it ends
        return 141
    return code


if __name__ == "__main__":
    sys.exit(program())
