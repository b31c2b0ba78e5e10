"""From a verdict to a course: what is done where, how gently, how often, on which days, and why."""
