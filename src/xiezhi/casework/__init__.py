"""办案: from the clue to the notice, the statement and the hearing."""
