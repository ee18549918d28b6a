UPDATE correction_claim SET report = ? WHERE correction = ? AND position = ?
