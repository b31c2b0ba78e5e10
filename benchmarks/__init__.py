"""Measures Adamas against named peers and limits, in one run (`make bench`)."""
