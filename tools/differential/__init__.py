"""The second opinion by software nobody here wrote (`make differential`)."""
