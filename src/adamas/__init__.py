"""Adamas: answers in; a graded verdict, a course plan and aftercare out, every sentence with its source."""

__version__ = "0.1.0"
