UPDATE reprocess SET reached = ?, done = ?, changed = ?, kept = ?
