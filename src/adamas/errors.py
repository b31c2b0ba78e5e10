"""What can go wrong, and whose business it is.

Every error says where it happened, what is wrong and what to do, in that order. A clinical "no" is never an
error: it is a value (see `adamas.screening`).
"""


class AdamasError(Exception):
    """Root of all errors Adamas raises on purpose.

    where: file, line and key, or the field of a form; empty when there is no place to point at.
    what: one sentence that names what is wrong.
    hint: one sentence that says what to do.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.where = where
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}\n  {self.hint}" if self.hint else head


class KnowledgeError(AdamasError):
    """Our own knowledge base is broken: refuse to start, never fail at the couch."""


class StatementInvalid(KnowledgeError):
    """A file of the knowledge base does not say what its kind must say."""


class Unsettled(KnowledgeError):
    """Claims contradict each other and nobody has decided between them."""


class NoValueOn(KnowledgeError):
    """Nothing in the knowledge base is in force on the day that was asked for."""


class InputError(AdamasError):
    """What a person typed or sent cannot be read: show it beside the field."""


class AnswerInvalid(InputError):
    """An answer is not one the question allows."""


class UnitMismatch(InputError):
    """A number came without its unit, or with a unit of another quantity."""


class NotCleared(AdamasError):
    """Somebody tried to plan or treat past a verdict that does not allow it."""


class PeerError(AdamasError):
    """Another system answered with something that cannot be understood."""
