UPDATE article
SET hash = ?, revision = ?, stored = ?, published_day = ?, published_second = ?, published_offset = ?,
    url = ?, title = ?, publisher = ?, author = ?, language = ?, text = ?
WHERE number = ?
