/* Which request is answered by what. */
#ifndef SERVER_ROUTES_H
#define SERVER_ROUTES_H

#include "server/request.h"

enum method { METHOD_GET, METHOD_POST, METHOD_PATCH, METHOD_DELETE, METHOD_COUNT };

/* "GET" ...; HEAD is GET without the body. */
extern const char *const method_names[METHOD_COUNT];

/* The page keeps its own state in the URL. */
#define ACCEPTS_ANYTHING UINT32_MAX

struct route {
    const char *path; /* "{id}" stands for one segment, once, "*" at the end for the rest */
    enum method method;
    uint32_t accepts; /* enum query_accepts */
    void (*handle)(struct request *request);
    bool no_body; /* a POST that is all said without one; one that is sent all the same is not looked at */
};

extern const struct route routes[];
extern const size_t route_count;

struct route_match {
    const struct route *route; /* NULL: none */
    struct str tail;   /* what stands for {id} or *, still encoded; absent when there is no such part */
    bool method_wrong; /* the path is known, with the methods in `allow` */
    char allow[32];
};

/* Finds the route of an encoded path. `method` as it came; HEAD counts as GET. */
struct route_match route_find(const char *method, const char *path);

void handle_post_article(struct request *request);
void handle_annotate(struct request *request);
void handle_get_article(struct request *request);
void handle_delete_article(struct request *request);
void handle_list_articles(struct request *request);
void handle_list_events(struct request *request);
void handle_get_event(struct request *request);
void handle_list_reports(struct request *request);
void handle_patch_report(struct request *request);
void handle_split_event(struct request *request);
void handle_join_events(struct request *request);
void handle_list_corrections(struct request *request);
void handle_get_correction(struct request *request);
void handle_delete_correction(struct request *request);
void handle_timeline(struct request *request);
void handle_start_reprocess(struct request *request);
void handle_get_reprocess(struct request *request);
void handle_health(struct request *request);
void handle_ready(struct request *request);
void handle_version(struct request *request);
void handle_openapi(struct request *request);
void handle_web(struct request *request);

/* A report as lists show it, with what a reader needs to know of its article. */
void write_report(struct json_writer *writer, const struct store_report *report);

#endif
