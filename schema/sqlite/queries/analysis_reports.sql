SELECT first_report, report_count FROM analysis WHERE article = ?
