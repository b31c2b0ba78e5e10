"""What to do and to avoid after a visit, what is normal, and who acts when it is not."""
