"""A condition in words: what must hold for a statement to speak, in the reader's language."""

from adamas.knowledge.grammar import Ahead, Compare, Either, Every, Expression, Not, OneOf, Present, Within
from adamas.report.words import Words


def condition_text(expression: Expression, words: Words) -> str:
    """One condition as a phrase; parts of parts stand in parentheses."""
    match expression:
        case Present(fact):
            return words.title("question", fact)
        case OneOf(fact, values):
            choices = " / ".join(words.choice(fact, value) for value in values)
            return words.ui("condition-one-of", fact=words.title("question", fact), choices=choices)
        case Compare(fact, relation, limit, _):
            unit = words.library.questions[fact].unit
            return words.ui(
                f"condition-{relation.replace(' ', '-')}",
                fact=words.title("question", fact),
                limit=words.number(float(limit)),
                unit=words.ui(f"unit-{unit.lower()}") if unit else "",
            ).rstrip()
        case Within(fact, count, unit):
            span = words.ui(f"span-{unit}", count=count)
            return words.ui("condition-within", fact=words.title("question", fact), span=span)
        case Ahead(fact, count, unit):
            span = words.ui(f"span-{unit}", count=count)
            return words.ui("condition-ahead", fact=words.title("question", fact), span=span)
        case Not(part):
            return words.ui("condition-not", part=_inside(part, words))
        case Every(parts):
            return words.ui("condition-and").join(_inside(part, words) for part in parts)
        case Either(parts):
            return words.ui("condition-or").join(_inside(part, words) for part in parts)


def _inside(part: Expression, words: Words) -> str:
    text = condition_text(part, words)
    return f"({text})" if isinstance(part, Every | Either) else text
