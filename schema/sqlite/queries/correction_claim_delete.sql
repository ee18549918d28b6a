DELETE FROM correction_claim WHERE correction = ?
