"""What the house refuses, as functions from text to findings; a finding is a line and what is wrong there."""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator

Finding = tuple[int, str]
Guard = Callable[[str], list[Finding]]

MOST_LINES = 300
_CLOCKS = {"today", "now", "utcnow"}
_SKIPS = {"skip", "skipif", "xfail", "importorskip", "skipIf", "skipUnless", "skipTest", "expectedFailure"}
_UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|TBD)\b")
_SILENCER = re.compile(
    r"#\s*(?:noqa(?P<codes>:\s*[A-Z]+[0-9]+(?:\s*,\s*[A-Z]+[0-9]+)*)?"
    r"|type:\s*ignore(?P<kinds>\[[\w, -]+\])?"
    r"|(?P<other>pragma:\s*no\s+cover|fmt:\s*(?:off|skip)))(?P<reason>.*)"
)
_ADDRESS = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org|[\w.-]*mirror[\w.-]*/simple"
    r"|(?<!emit-)(?:index-url|find-links)\b|https?://[^\s/]*(?::\d+)?/\S*simple/"
)
_MACHINE_PATH = re.compile(r"file://|(?<![\w.~*-])/(?:work|root|opt|Users|home/\w+)(?:/|\b(?![\w-]))")


def _walk(text: str) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(text))


def _is_truthy(node: ast.expr) -> bool:
    """True for what is true whatever the code under test does."""
    match node:
        case ast.Constant(value=value):
            return bool(value)
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts) | ast.Dict(values=parts):
            return bool(parts)
        case ast.Lambda() | ast.GeneratorExp() | ast.JoinedStr():
            return True
        case ast.UnaryOp(op=ast.Not(), operand=ast.Constant(value=value)):
            return not value
        case ast.BoolOp(op=ast.Or(), values=values):
            return any(_is_truthy(value) for value in values)
        case ast.BoolOp(op=ast.And(), values=values):
            return all(_is_truthy(value) for value in values)
        case ast.NamedExpr(value=value):
            return _is_truthy(value)
        case _:
            return False


def _is_plain(node: ast.expr) -> bool:
    return isinstance(node, ast.Name | ast.Constant) or (
        isinstance(node, ast.Attribute) and _is_plain(node.value)
    )


def _compares_with_itself(node: ast.expr) -> bool:
    match node:
        case ast.Compare(left=left, ops=[ast.Eq() | ast.Is() | ast.LtE() | ast.GtE()], comparators=[right]):
            return _is_plain(left) and ast.dump(left) == ast.dump(right)
        case _:
            return False


def _is_never_negative(node: ast.expr) -> bool:
    match node:
        case ast.Compare(
            left=ast.Call(func=ast.Name(id="len")), ops=[ast.GtE()], comparators=[ast.Constant(value=0)]
        ):
            return True
        case _:
            return False


def idle_assertions(text: str) -> list[Finding]:
    """Assertions that cannot fail, or that read otherwise than they are written."""
    found = []
    for node in _walk(text):
        if not isinstance(node, ast.Assert):
            continue
        if isinstance(node.test, ast.IfExp):
            found.append((node.lineno, "asserts `x if c else y`: one side may never be looked at"))
        elif _is_truthy(node.test):
            found.append((node.lineno, "asserts what is always true"))
        elif _compares_with_itself(node.test):
            found.append((node.lineno, "compares a value with itself"))
        elif _is_never_negative(node.test):
            found.append((node.lineno, "asserts that a length is not negative"))
    return found


def tests_without_assertion(text: str) -> list[Finding]:
    """Tests in which nothing is asserted: no assert, no `raises`, no helper of the file that asserts."""
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    helpers = {f.name for f in functions if any(isinstance(node, ast.Assert) for node in ast.walk(f))}
    sure = helpers | {"raises", "warns", "fail", "run_state_machine_as_test"}

    def asserts(function: ast.AST) -> bool:
        return any(
            isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and _last_name(node.func) in sure)
            for node in ast.walk(function)
        )

    return [
        (f.lineno, f"{f.name} asserts nothing")
        for f in functions
        if f.name.startswith("test") and not asserts(f)
    ]


def nameless_tests(text: str) -> list[Finding]:
    """Tests whose name is not a sentence: fewer than three words."""
    return [
        (node.lineno, f"{node.name} is no sentence that could be false")
        for node in _walk(text)
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and len(node.name.removeprefix("test_").split("_")) < 3
    ]


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def clock_reads(text: str) -> list[Finding]:
    """Where code asks what day or time it is, instead of being told by `on`."""
    found = []
    for node in _walk(text):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)) if name in _CLOCKS:
                found.append((node.lineno, f"reads the clock: .{name}()"))
            case ast.Import(names=names) if any(alias.name == "time" for alias in names):
                found.append((node.lineno, "imports time"))
            case ast.ImportFrom(module="time"):
                found.append((node.lineno, "imports time"))
    return found


def broad_excepts(text: str) -> list[Finding]:
    """Handlers that swallow bugs; `except BaseException` is allowed to clean up when it raises again."""
    found = []
    for node in _walk(text):
        if not isinstance(node, ast.ExceptHandler):
            continue
        kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        names = {_last_name(kind) if kind else "" for kind in kinds}
        last = node.body[-1]
        raises_again = isinstance(last, ast.Raise) and last.exc is None
        if names & {"", "Exception"} or ("BaseException" in names and not raises_again):
            found.append((node.lineno, "catches everything"))
    return found


def skipped_tests(text: str) -> list[Finding]:
    """Tests that are switched off, in whatever way."""
    return [
        (node.lineno, f"switches a test off: {node.attr}")
        for node in _walk(text)
        if isinstance(node, ast.Attribute) and node.attr in _SKIPS
    ]


def unreasoned_silencers(text: str) -> list[Finding]:
    """Silenced checks that do not name the rule, or give no reason on the same line."""
    found = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and (silencer := _SILENCER.search(token.string)):
            names_rule = silencer["codes"] or silencer["kinds"] or silencer["other"]
            has_reason = len(re.findall(r"\w{2,}", silencer["reason"])) >= 2
            if not (names_rule and has_reason):
                found.append((token.start[0], "silences a check without naming the rule and a reason"))
    return found


def _lines(text: str, pattern: re.Pattern[str], what: str) -> list[Finding]:
    return [
        (number, f"{what}: {match[0]}")
        for number, line in enumerate(text.splitlines(), start=1)
        if (match := pattern.search(line))
    ]


def unfinished(text: str) -> list[Finding]:
    """Words that announce work instead of doing it."""
    return _lines(text, _UNFINISHED, "unfinished")


def addresses(text: str) -> list[Finding]:
    """Addresses of package indexes."""
    return _lines(text, _ADDRESS, "names a package index")


def machine_paths(text: str) -> list[Finding]:
    """Paths that exist on one machine only."""
    return _lines(text, _MACHINE_PATH, "names a place on one machine")


def too_long(text: str) -> list[Finding]:
    """Modules too long to be read in one go."""
    lines = len(text.splitlines())
    return [(lines, f"has {lines} lines, at most {MOST_LINES}")] if lines > MOST_LINES else []


def imported(text: str) -> set[str]:
    """The modules a text imports by name, and what it takes from them as if each were a module."""
    found = set()
    for node in _walk(text):
        match node:
            case ast.Import(names=names):
                found |= {alias.name for alias in names}
            case ast.ImportFrom(module=str(module), names=names):
                found |= {module, *(f"{module}.{alias.name}" for alias in names)}
    return found


def has_substance(text: str) -> bool:
    """True when a module does something: a function with more than one statement, or a branch."""
    functions = (node for node in _walk(text) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return any(_does_something(function.body) for function in functions)


def _does_something(body: Iterable[ast.stmt]) -> bool:
    said = [s for s in body if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))]
    branches = (ast.IfExp, ast.BoolOp, ast.comprehension, ast.If, ast.For, ast.While, ast.Match, ast.Try)
    return len(said) > 1 or any(isinstance(node, branches) for s in said for node in ast.walk(s))
