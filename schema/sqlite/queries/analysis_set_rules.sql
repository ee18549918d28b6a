UPDATE analysis SET rules = ?1 WHERE article = ?2 AND rules <> ?1
