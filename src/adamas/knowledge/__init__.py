"""What we hold true and on whose word: claims of sources, our statements, the words they are written in."""
