"""What tip, vacuum, passes and pace do to the skin, how sure we are of it, and how far they may go."""
