SELECT * FROM claim_with_article WHERE id = ?
