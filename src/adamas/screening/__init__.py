"""From facts to a verdict: the strictest statement that speaks decides; all that it rests on is shown."""
