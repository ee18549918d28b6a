SELECT articles, reports, events FROM size
