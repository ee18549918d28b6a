#include "server/reply.h"

#include <microhttpd.h>
#include <stdarg.h>
#include <stdio.h>

#define BODY_SIZE_MAX ((size_t)1 << 30)

void reply_init(struct reply *reply)
{
    *reply = (struct reply){0};
    buffer_init(&reply->body, BODY_SIZE_MAX);
}

void reply_release(struct reply *reply)
{
    buffer_release(&reply->body);
}

void reply_header(struct reply *reply, const char *name, const char *value)
{
    if (reply->header_count < REPLY_HEADERS_MAX) {
        reply->headers[reply->header_count++] = (struct reply_header){name, value};
    }
}

void reply_json(struct reply *reply, unsigned status, struct json_writer *writer)
{
    buffer_clear(&reply->body);
    reply->fixed = (struct str){0};
    reply->status = status;
    reply->content_type = "application/json";
    json_writer_init(writer, &reply->body);
}

static void begin_problem(struct reply *reply, unsigned status, struct json_writer *writer)
{
    reply_json(reply, status, writer);
    reply->content_type = "application/problem+json";
    reply->page = false;
    if (status == MHD_HTTP_SERVICE_UNAVAILABLE) {
        reply_header(reply, MHD_HTTP_HEADER_RETRY_AFTER, "1");
    }
    json_object_begin(writer);
    json_member_text(writer, "type", "about:blank");
    json_member_text(writer, "title", MHD_get_reason_phrase_for(status));
    json_member_int(writer, "status", status);
}

static void write_place(struct json_writer *writer, const char *pointer, const char *message)
{
    if (!pointer || !pointer[0]) {
        return;
    }
    json_key(writer, "errors");
    json_array_begin(writer);
    json_object_begin(writer);
    json_member_text(writer, pointer[0] == '/' ? "pointer" : "parameter", pointer);
    json_member_text(writer, "detail", message);
    json_object_end(writer);
    json_array_end(writer);
}

void reply_problem(struct reply *reply, unsigned status, const char *pointer, const char *format, ...)
{
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);

    struct json_writer writer;
    begin_problem(reply, status, &writer);
    json_member_text(&writer, "detail", message);
    write_place(&writer, pointer, message);
    json_object_end(&writer);
}

void reply_error(struct reply *reply, enum status status, const struct error *error)
{
    struct json_writer writer;
    begin_problem(reply, reply_status(status), &writer);
    char where[64] = "";
    if (error->line > 0) {
        snprintf(where, sizeof(where), "line %u, column %u: ", error->line, error->column);
    }
    const char *reason = error->message[0] ? error->message : status_text(status);
    char message[sizeof(error->pointer) + sizeof(where) + sizeof(error->message)];
    snprintf(message, sizeof(message), "%s%s%s%s", error->pointer, error->pointer[0] ? ": " : "", where,
             reason);
    json_member_text(&writer, "detail", message);
    if (error->line > 0) {
        json_member_int(&writer, "line", error->line);
        json_member_int(&writer, "column", error->column);
    }
    write_place(&writer, error->pointer, reason);
    json_object_end(&writer);
}

unsigned reply_status(enum status status)
{
    switch (status) {
    case OK:
        return MHD_HTTP_OK;
    case ERR_INVALID:
        return MHD_HTTP_BAD_REQUEST;
    case ERR_NOT_FOUND:
        return MHD_HTTP_NOT_FOUND;
    case ERR_GONE:
        return MHD_HTTP_GONE;
    case ERR_CONFLICT:
        return MHD_HTTP_CONFLICT;
    case ERR_TOO_LARGE:
        return MHD_HTTP_CONTENT_TOO_LARGE;
    case ERR_UNSUPPORTED:
        return MHD_HTTP_UNPROCESSABLE_CONTENT;
    case ERR_FULL:
        return MHD_HTTP_INSUFFICIENT_STORAGE;
    case ERR_NO_MEMORY:
    case ERR_BUSY:
    case ERR_IO:
        return MHD_HTTP_SERVICE_UNAVAILABLE;
    }
    return MHD_HTTP_INTERNAL_SERVER_ERROR;
}
