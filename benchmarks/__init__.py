"""Quality and speed, measured by hand: never a timed test, never data of others in the project."""
