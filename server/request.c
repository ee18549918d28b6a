#include "server/request.h"

#include "server/routes.h"

#include <stdlib.h>
#include <string.h>

/* An article of n bytes takes about 16 n while it is read and analysed; the rest is room for a page of
 * results. */
static size_t arena_limit(const struct settings *settings)
{
    return (size_t)settings->max_body * 32 + ((size_t)64 << 20);
}

struct request *request_new(struct server *server, struct MHD_Connection *connection, const char *path)
{
    struct request *request = calloc(1, sizeof(*request));
    if (!request) {
        return NULL;
    }
    request->server = server;
    request->connection = connection;
    request->path = path;
    arena_init(&request->arena, arena_limit(server->settings));
    buffer_init(&request->body, (size_t)server->settings->max_body);
    reply_init(&request->reply);
    atomic_fetch_add(&server->requests, 1);
    return request;
}

void request_free(struct request *request)
{
    struct server *server = request->server;
    reply_release(&request->reply);
    request_drop_body(request);
    arena_release(&request->arena);
    free(request);
    atomic_fetch_sub(&server->requests, 1);
}

enum status request_append_body(struct request *request, const char *data, size_t size)
{
    const struct settings *settings = request->server->settings;
    int64_t limit = settings->body_memory > settings->max_body ? settings->body_memory : settings->max_body;
    if (atomic_fetch_add(&request->server->bodies, size) + size > (size_t)limit) {
        atomic_fetch_sub(&request->server->bodies, size);
        return ERR_BUSY;
    }
    request->held += size;
    buffer_append(&request->body, data, size);
    return buffer_status(&request->body);
}

void request_drop_body(struct request *request)
{
    atomic_fetch_sub(&request->server->bodies, request->held);
    request->held = 0;
    buffer_release(&request->body);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

enum status percent_decode(struct arena *arena, struct str raw, struct str *decoded)
{
    char *out = arena_alloc(arena, raw.size + 1);
    if (!out) {
        return ERR_NO_MEMORY;
    }
    size_t size = 0;
    for (size_t i = 0; i < raw.size; i++) {
        char c = raw.data[i];
        if (c == '%') {
            int high = i + 2 < raw.size ? hex_digit(raw.data[i + 1]) : -1;
            int low = high >= 0 ? hex_digit(raw.data[i + 2]) : -1;
            if (low < 0) {
                return ERR_INVALID;
            }
            c = (char)(high << 4 | low);
            i += 2;
        }
        if (c == '\0') {
            return ERR_INVALID;
        }
        out[size++] = c;
    }
    *decoded = (struct str){out, size};
    return utf8_invalid_at(*decoded) == size ? OK : ERR_INVALID;
}

void percent_encode(struct buffer *out, struct str s)
{
    static const char hex[] = "0123456789ABCDEF";
    for (size_t i = 0; i < s.size; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
            (c && strchr("-._~:,/", c))) {
            buffer_append_char(out, (char)c);
        } else {
            buffer_append_char(out, '%');
            buffer_append_char(out, hex[c >> 4]);
            buffer_append_char(out, hex[c & 15]);
        }
    }
}

struct parameter_reader {
    struct request *request;
    struct error *error;
    enum status status;
};

static enum MHD_Result read_parameter(void *context, enum MHD_ValueKind kind, const char *key,
                                      size_t key_size, const char *value, size_t value_size)
{
    (void)kind;
    struct parameter_reader *reader = context;
    struct request *request = reader->request;
    struct query_parameter *parameter = &request->parameters[request->parameter_count];
    reader->status = percent_decode(&request->arena, (struct str){key, key_size}, &parameter->name);
    if (reader->status != OK) {
        error_set(reader->error, reader->status, NULL,
                  "the name of a URL parameter is not percent-encoded UTF-8");
        return MHD_NO;
    }
    struct str raw = value ? (struct str){value, value_size} : STR("");
    reader->status = percent_decode(&request->arena, raw, &parameter->value);
    if (reader->status != OK) {
        char name[64];
        snprintf(name, sizeof(name), "%.*s", (int)(parameter->name.size < 60 ? parameter->name.size : 60),
                 parameter->name.data);
        error_set(reader->error, reader->status, name, "is not percent-encoded UTF-8");
        return MHD_NO;
    }
    request->parameter_count++;
    return MHD_YES;
}

enum status request_read_parameters(struct request *request, struct error *error)
{
    int count = MHD_get_connection_values_n(request->connection, MHD_GET_ARGUMENT_KIND, NULL, NULL);
    if (count <= 0) {
        return OK;
    }
    request->parameters = arena_array(&request->arena, (size_t)count, sizeof(*request->parameters));
    if (!request->parameters) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    struct parameter_reader reader = {request, error, OK};
    MHD_get_connection_values_n(request->connection, MHD_GET_ARGUMENT_KIND, read_parameter, &reader);
    return reader.status;
}

enum status request_query(struct request *request, struct query *query, struct error *error)
{
    return query_parse(&request->arena, request->parameters, request->parameter_count,
                       request->route->accepts, query, error);
}

void request_write_next(struct request *request, struct json_writer *writer, const struct query *query,
                        const struct query_cursor *next)
{
    json_key(writer, "next");
    if (!next->set) {
        json_write_null(writer);
        return;
    }
    char cursor[48];
    query_cursor_format(next, query, cursor);
    struct buffer url;
    buffer_init(&url, (size_t)1 << 20);
    buffer_append_str(&url, str_from(request->path));
    buffer_append_char(&url, '?');
    for (size_t i = 0; i < request->parameter_count; i++) {
        const struct query_parameter *parameter = &request->parameters[i];
        if (!str_equal(parameter->name, STR("cursor"))) {
            percent_encode(&url, parameter->name);
            buffer_append_char(&url, '=');
            percent_encode(&url, parameter->value);
            buffer_append_char(&url, '&');
        }
    }
    buffer_append_str(&url, STR("cursor="));
    percent_encode(&url, str_from(cursor));
    struct str text = arena_copy(&request->arena, buffer_str(&url));
    struct str link = arena_printf(&request->arena, "<%s>; rel=\"next\"", text.data ? text.data : "");
    json_str(writer, text);
    if (text.data && link.data) {
        reply_header(&request->reply, MHD_HTTP_HEADER_LINK, link.data);
    }
    buffer_release(&url);
}

void request_answer_list(struct request *request, const char *key, list_rows *rows)
{
    struct query query;
    struct query_cursor next = {0};
    struct error error = {0};
    struct json_writer writer;
    enum status status = request_query(request, &query, &error);
    if (status == OK) {
        reply_json(&request->reply, MHD_HTTP_OK, &writer);
        json_object_begin(&writer);
        json_key(&writer, key);
        json_array_begin(&writer);
        status = rows(request->server->store, &query, &writer, &next, &error);
    }
    if (status != OK) {
        reply_error(&request->reply, status, &error);
        return;
    }
    json_array_end(&writer);
    request_write_next(request, &writer, &query, &next);
    json_object_end(&writer);
}

/* On the store's writer thread. */
static void write_done(struct store_write *write)
{
    struct request *request = write->context;
    struct server *server = request->server;
    MHD_resume_connection(request->connection); /* from here on the request belongs to its own thread again */
    atomic_fetch_sub(&server->writes, 1);
}

void request_wait(struct request *request, void (*resume)(struct request *request))
{
    struct server *server = request->server;
    /* Counted first and looked at afterwards, as http_stop sets it first and counts afterwards. */
    atomic_fetch_add(&server->writes, 1);
    if (atomic_load(&server->closing)) {
        atomic_fetch_sub(&server->writes, 1);
        reply_error(&request->reply, ERR_BUSY, &(struct error){.message = "the server is stopping"});
        return;
    }
    request->write.done = write_done;
    request->write.context = request;
    request->resume = resume;
    request->waiting = true;
    /* Suspended before it is submitted: the writer may be done with it before store_submit returns. */
    MHD_suspend_connection(request->connection);
    enum status status = store_submit(server->store, &request->write);
    if (status != OK) {
        request->write.status = status;
        error_set(&request->write.error, status, NULL, "too many writes are waiting; try again");
        write_done(&request->write);
    }
}
