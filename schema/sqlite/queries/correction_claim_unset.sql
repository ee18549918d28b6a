UPDATE correction_claim SET report = NULL WHERE article = ?
