SELECT id, event FROM founder WHERE report = ? ORDER BY id
