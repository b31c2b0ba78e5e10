"""The command line of Adamas: reads files, asks the core, prints for people."""
