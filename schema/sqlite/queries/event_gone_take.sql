DELETE FROM event_gone WHERE id = ? RETURNING revision
