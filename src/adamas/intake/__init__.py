"""From what a person said to facts: present, absent or unknown, each with where it was heard."""
