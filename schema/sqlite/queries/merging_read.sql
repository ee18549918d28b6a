SELECT version FROM merging
