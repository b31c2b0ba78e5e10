"""From facts to a verdict: the strictest statement that speaks decides, and everything it rests on is shown."""
