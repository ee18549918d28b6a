#include "server/guard.h"

#include <arpa/inet.h>
#include <string.h>

struct header_values {
    struct str host, origin, content_length, transfer_encoding;
    size_t hosts, origins, content_lengths, transfer_encodings;
};

static enum MHD_Result collect(void *context, enum MHD_ValueKind kind, const char *name, size_t name_size,
                               const char *value, size_t value_size)
{
    (void)kind;
    struct header_values *values = context;
    const struct {
        struct str name;
        struct str *value;
        size_t *count;
    } wanted[] = {
        {STR("Host"), &values->host, &values->hosts},
        {STR("Origin"), &values->origin, &values->origins},
        {STR("Content-Length"), &values->content_length, &values->content_lengths},
        {STR("Transfer-Encoding"), &values->transfer_encoding, &values->transfer_encodings},
    };
    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        if (str_equal_nocase((struct str){name, name_size}, wanted[i].name)) {
            *wanted[i].value = value ? (struct str){value, value_size} : STR("");
            ++*wanted[i].count;
        }
    }
    return MHD_YES;
}

/* "example.org:8080" and "[::1]:8080" without the port. */
static struct str host_name(struct str host)
{
    size_t end = host.size;
    if (host.size > 0 && host.data[0] == '[') {
        size_t bracket = str_find(host, STR("]"), 0);
        return str_slice(host, 0, bracket == SIZE_MAX ? end : bracket + 1);
    }
    size_t colon = str_find(host, STR(":"), 0);
    return str_slice(host, 0, colon == SIZE_MAX ? end : colon);
}

static bool is_loopback_name(struct str name)
{
    if (str_equal_nocase(name, STR("localhost")) || str_equal(name, STR("[::1]"))) {
        return true;
    }
    char text[INET_ADDRSTRLEN] = "";
    struct in_addr address;
    if (name.size >= sizeof(text)) {
        return false;
    }
    memcpy(text, name.data, name.size);
    return inet_pton(AF_INET, text, &address) == 1 && ntohl(address.s_addr) >> 24 == 127;
}

static bool is_listed(struct str name, struct str list)
{
    for (size_t at = 0; at <= list.size;) {
        size_t end = str_find(list, STR(","), at);
        end = end == SIZE_MAX ? list.size : end;
        struct str item = str_trim(str_slice(list, at, end));
        if (item.size > 0 && str_equal_nocase(item, name)) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

/* An origin is "scheme://host[:port]"; our own has the host that the request was sent to. */
static bool is_own_origin(struct str origin, struct str host)
{
    struct str rest = {0};
    if (str_starts(origin, STR("http://"))) {
        rest = str_slice(origin, 7, origin.size);
    } else if (str_starts(origin, STR("https://"))) {
        rest = str_slice(origin, 8, origin.size);
    }
    return rest.size > 0 && str_equal_nocase(rest, host);
}

bool guard_headers(struct request *request, const char *method)
{
    struct header_values values = {0};
    struct reply *reply = &request->reply;
    MHD_get_connection_values_n(request->connection, MHD_HEADER_KIND, collect, &values);
    if (values.hosts > 1 || values.content_lengths > 1 || values.transfer_encodings > 1 ||
        (values.content_lengths > 0 && values.transfer_encodings > 0)) {
        request->unframed = true;
        reply_problem(
            reply, MHD_HTTP_BAD_REQUEST, NULL,
            "Host, Content-Length and Transfer-Encoding may stand once, and not the latter two together");
        return false;
    }
    if (values.transfer_encodings > 0 && !str_equal_nocase(values.transfer_encoding, STR("chunked"))) {
        request->unframed = true;
        reply_problem(reply, MHD_HTTP_NOT_IMPLEMENTED, "Transfer-Encoding", "only chunked is understood");
        return false;
    }
    struct str name = host_name(values.host);
    if (values.hosts > 0 && !is_loopback_name(name) &&
        !is_listed(name, str_from(request->server->settings->host))) {
        reply_problem(reply, MHD_HTTP_MISDIRECTED_REQUEST, "Host",
                      "this server is not \"%.*s\"; name it in the setting host if it shall be",
                      (int)(name.size < 200 ? name.size : 200), name.data);
        return false;
    }
    bool reads = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0 || strcmp(method, "OPTIONS") == 0;
    if (!reads && values.origins > 0 && (values.origins > 1 || !is_own_origin(values.origin, values.host))) {
        reply_problem(reply, MHD_HTTP_FORBIDDEN, "Origin", "a page of another origin may not write here");
        return false;
    }
    return true;
}

/* "application/json", with charset=utf-8 or no parameter. */
static bool is_json(struct str type)
{
    size_t semicolon = str_find(type, STR(";"), 0);
    struct str media = str_trim(str_slice(type, 0, semicolon == SIZE_MAX ? type.size : semicolon));
    if (!str_equal_nocase(media, STR("application/json"))) {
        return false;
    }
    if (semicolon == SIZE_MAX) {
        return true;
    }
    struct str parameter = str_trim(str_slice(type, semicolon + 1, type.size));
    return str_equal_nocase(parameter, STR("charset=utf-8")) ||
           str_equal_nocase(parameter, STR("charset=\"utf-8\""));
}

static const char *header(const struct request *request, const char *name)
{
    return MHD_lookup_connection_value(request->connection, MHD_HEADER_KIND, name);
}

/* The announced length of the body; -1 when there is none or it is sent in chunks. */
static int64_t announced_size(const struct request *request)
{
    const char *length = header(request, MHD_HTTP_HEADER_CONTENT_LENGTH);
    int64_t size = 0;
    if (!length) {
        return -1;
    }
    return str_to_int64(str_from(length), &size) ? size : INT64_MAX;
}

void guard_content(struct request *request)
{
    struct reply *reply = &request->reply;
    const char *type = header(request, MHD_HTTP_HEADER_CONTENT_TYPE);
    const char *encoding = header(request, MHD_HTTP_HEADER_CONTENT_ENCODING);
    if (!type || !is_json(str_from(type))) {
        reply_problem(reply, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE, "Content-Type",
                      "expected application/json in UTF-8%s%.100s", type ? ", not " : "", type ? type : "");
    } else if (encoding && !str_equal_nocase(str_from(encoding), STR("identity"))) {
        reply_problem(reply, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE, "Content-Encoding",
                      "expected a body that is not compressed");
    } else if (announced_size(request) > request->server->settings->max_body) {
        guard_too_large(request);
    }
}

void guard_too_large(struct request *request)
{
    reply_problem(&request->reply, MHD_HTTP_CONTENT_TOO_LARGE, NULL,
                  "the body is larger than %lld bytes (the setting max-body)",
                  (long long)request->server->settings->max_body);
}

bool guard_answer_at_once(const struct request *request)
{
    const char *expect = header(request, MHD_HTTP_HEADER_EXPECT);
    return request->unframed || (expect && announced_size(request) != 0) ||
           announced_size(request) / GUARD_DRAIN_FACTOR > request->server->settings->max_body;
}
