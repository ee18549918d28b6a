/* The page: embedded files, or those of a folder while one works on them. */
#include "server/assets.h"
#include "server/routes.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define FILE_SIZE_MAX ((size_t)64 << 20)

static const char *content_type(const char *path)
{
    static const struct {
        const char *suffix;
        const char *type;
    } types[] = {
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".map", "application/json"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
    };
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (str_ends(str_from(path), str_from(types[i].suffix))) {
            return types[i].type;
        }
    }
    return "application/octet-stream";
}

/* True when If-None-Match names `etag`. */
static bool client_has(struct request *request, const char *etag)
{
    const char *value =
        MHD_lookup_connection_value(request->connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_NONE_MATCH);
    return value && (strcmp(value, "*") == 0 || strstr(value, etag));
}

static void not_found(struct request *request)
{
    reply_problem(&request->reply, MHD_HTTP_NOT_FOUND, NULL, "there is nothing at %.200s", request->path);
}

void asset_reply(struct request *request, const char *path)
{
    struct reply *reply = &request->reply;
    for (size_t i = 0; i < embedded_asset_count; i++) {
        const struct asset *asset = &embedded_assets[i];
        if (strcmp(asset->path, path) != 0) {
            continue;
        }
        reply_header(reply, MHD_HTTP_HEADER_ETAG, asset->etag);
        reply->page = true; /* a 304 too: its header lines replace those that the client kept */
        if (client_has(request, asset->etag)) {
            reply->status = MHD_HTTP_NOT_MODIFIED;
            return;
        }
        reply->status = MHD_HTTP_OK;
        reply->content_type = content_type(path);
        reply->fixed = (struct str){asset->begin, (size_t)(asset->end - asset->begin)};
        return;
    }
    not_found(request);
}

/* Segments of A-Za-z0-9._- that do not begin with a full stop. */
static bool is_plain_path(const char *path)
{
    bool segment_start = true;
    for (const char *c = path; *c; c++) {
        bool letter = (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z');
        if (!letter && !strchr("._-/", *c)) {
            return false;
        }
        if (segment_start && (*c == '.' || *c == '/')) {
            return false;
        }
        segment_start = *c == '/';
    }
    return !segment_start;
}

void asset_reply_from(struct request *request, const char *folder, const char *path)
{
    struct reply *reply = &request->reply;
    struct str name =
        is_plain_path(path) ? arena_printf(&request->arena, "%s/%s", folder, path) : (struct str){0};
    FILE *file = name.data ? fopen(name.data, "re") : NULL;
    if (!file) {
        not_found(request);
        return;
    }
    buffer_clear(&reply->body);
    char chunk[16384];
    size_t got = 0;
    while (reply->body.size < FILE_SIZE_MAX && (got = fread(chunk, 1, sizeof(chunk), file)) > 0) {
        buffer_append(&reply->body, chunk, got);
    }
    if (ferror(file)) {
        log_write(&request->server->log, LOG_LEVEL_WARNING, "%s: %s", name.data, strerror(errno));
        not_found(request);
    } else {
        reply->status = MHD_HTTP_OK;
        reply->page = true;
        reply->content_type = content_type(path);
    }
    fclose(file);
}

void handle_web(struct request *request)
{
    const char *folder = request->server->settings->web;
    struct str path = STR("index.html");
    if (request->tail.data) {
        path = arena_printf(&request->arena, "assets/%.*s", STR_ARG(request->tail));
    }
    if (!path.data) {
        reply_error(&request->reply, ERR_NO_MEMORY, &(struct error){0});
    } else if (folder[0]) {
        asset_reply_from(request, folder, path.data);
    } else {
        asset_reply(request, path.data);
    }
}
