DELETE FROM event_term WHERE term = ? AND class = ? AND lo = ? AND event = ?
