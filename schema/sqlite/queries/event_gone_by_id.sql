SELECT successor FROM event_gone WHERE id = ?
