DELETE FROM reprocess
