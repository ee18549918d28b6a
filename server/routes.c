#include "server/routes.h"

#include <string.h>

const char *const method_names[METHOD_COUNT] = {"GET", "POST", "PATCH", "DELETE"};

#define EVENT_FILTERS (QUERY_DATES | QUERY_FILTERS | QUERY_PAGE | QUERY_SORT)

const struct route routes[] = {
    {"/api/v1/articles", METHOD_POST, 0, handle_post_article},
    {"/api/v1/articles", METHOD_GET, QUERY_DATES | QUERY_PUBLISHER | QUERY_PAGE | QUERY_SORT,
     handle_list_articles},
    {"/api/v1/articles/{id}", METHOD_GET, QUERY_EXPLAIN, handle_get_article},
    {"/api/v1/articles/{id}", METHOD_DELETE, 0, handle_delete_article},
    {"/api/v1/annotate", METHOD_POST, QUERY_EXPLAIN, handle_annotate},
    {"/api/v1/events", METHOD_GET, EVENT_FILTERS | QUERY_UPDATED | QUERY_SERIES, handle_list_events},
    {"/api/v1/events/{id}", METHOD_GET, QUERY_REPORTS, handle_get_event},
    {"/api/v1/events/{id}/split", METHOD_POST, QUERY_DRY_RUN, handle_split_event},
    {"/api/v1/events/join", METHOD_POST, QUERY_DRY_RUN, handle_join_events},
    {"/api/v1/reports", METHOD_GET, EVENT_FILTERS | QUERY_SAID, handle_list_reports},
    {"/api/v1/reports/{id}", METHOD_PATCH, QUERY_DRY_RUN, handle_patch_report},
    {"/api/v1/corrections", METHOD_GET, QUERY_PAGE, handle_list_corrections},
    {"/api/v1/corrections/{id}", METHOD_GET, 0, handle_get_correction},
    {"/api/v1/corrections/{id}", METHOD_DELETE, QUERY_DRY_RUN, handle_delete_correction},
    {"/api/v1/timeline", METHOD_GET, QUERY_DATES | QUERY_FILTERS | QUERY_UPDATED | QUERY_INTERVAL,
     handle_timeline},
    {"/api/v1/reprocess", METHOD_POST, 0, handle_start_reprocess, true},
    {"/api/v1/reprocess", METHOD_GET, 0, handle_get_reprocess},
    {"/api/v1/version", METHOD_GET, 0, handle_version},
    {"/healthz", METHOD_GET, 0, handle_health},
    {"/readyz", METHOD_GET, 0, handle_ready},
    {"/openapi.json", METHOD_GET, 0, handle_openapi},
    {"/", METHOD_GET, ACCEPTS_ANYTHING, handle_web},
    {"/assets/*", METHOD_GET, ACCEPTS_ANYTHING, handle_web},
};
const size_t route_count = sizeof(routes) / sizeof(routes[0]);

/* True when `path` has the form of `pattern`; *tail is then what stands for {id} or *. */
static bool path_matches(const char *pattern, const char *path, struct str *tail)
{
    size_t literal = strcspn(pattern, "{*");
    if (strncmp(pattern, path, literal) != 0) {
        return false;
    }
    const char *rest = path + literal;
    if (pattern[literal] == '\0') {
        return rest[0] == '\0';
    }
    size_t size = strcspn(rest, pattern[literal] == '*' ? "" : "/");
    const char *after = pattern[literal] == '*' ? "" : strchr(pattern + literal, '}') + 1;
    *tail = (struct str){rest, size};
    return size > 0 && strcmp(rest + size, after) == 0;
}

struct route_match route_find(const char *method, const char *path)
{
    struct route_match match = {0};
    const char *wanted = strcmp(method, "HEAD") == 0 ? "GET" : method;
    size_t size = 0;
    for (size_t i = 0; i < route_count; i++) {
        struct str tail = {0};
        if (!path_matches(routes[i].path, path, &tail)) {
            continue;
        }
        const char *name = method_names[routes[i].method];
        if (strcmp(name, wanted) == 0) {
            return (struct route_match){.route = &routes[i], .tail = tail};
        }
        match.method_wrong = true;
        int printed = snprintf(match.allow + size, sizeof(match.allow) - size, "%s%s%s", size > 0 ? ", " : "",
                               name, routes[i].method == METHOD_GET ? ", HEAD" : "");
        size += printed > 0 ? (size_t)printed : 0;
    }
    return match;
}
