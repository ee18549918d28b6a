SELECT id FROM term WHERE field = ? AND value = ?
