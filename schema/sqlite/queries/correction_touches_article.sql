SELECT 1 FROM correction_claim WHERE article = ? LIMIT 1
