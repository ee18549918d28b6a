UPDATE reprocess SET finished = ?
