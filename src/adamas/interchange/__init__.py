"""What other programs read: calendars, and the statements in HL7's language."""
