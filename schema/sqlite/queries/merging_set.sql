UPDATE merging SET version = ?1 WHERE version <> ?1
