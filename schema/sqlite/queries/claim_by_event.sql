SELECT * FROM claim_with_article WHERE component = ? AND event = ?
