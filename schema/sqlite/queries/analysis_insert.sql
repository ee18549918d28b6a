INSERT INTO analysis (article, rules, first_report, report_count, timexes) VALUES (?, ?, ?, ?, ?)
