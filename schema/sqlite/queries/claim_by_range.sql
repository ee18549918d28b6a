SELECT * FROM claim_with_article WHERE id BETWEEN ? AND ? ORDER BY id
