#include "server/guard.h"
#include "server/routes.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

#define TARGET_SIZE_MAX 8192
#define FIELDS_SIZE_MAX 16384
#define FIELDS_MAX 128
#define PARAMETERS_MAX 256

/* How many pairs of a name and a value there are, how long they are with what stands between them, and
 * whether one holds a byte that may not stand there. */
struct extent {
    size_t count;
    size_t size;
    size_t around; /* bytes around a name and a value */
    bool malformed;
};

/* A character up to `last`, or DEL: it would end the request target or the name of a field for another
 * reader. */
static bool holds_blank(const char *text, size_t size, char last)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c <= (unsigned char)last || c == 0x7F) {
            return true;
        }
    }
    return false;
}

static enum MHD_Result measure(void *context, enum MHD_ValueKind kind, const char *name, size_t name_size,
                               const char *value, size_t value_size)
{
    struct extent *extent = context;
    /* Parameters come with blanks where a '+' stood. */
    bool parameter = kind == MHD_GET_ARGUMENT_KIND;
    char last = parameter ? '\x1F' : ' ';
    extent->malformed = extent->malformed || holds_blank(name, name_size, last) ||
                        (parameter && value && holds_blank(value, value_size, last));
    extent->count++;
    extent->size += name_size + (value ? value_size : 0) + extent->around;
    return MHD_YES;
}

bool guard_sizes(struct request *request)
{
    struct reply *reply = &request->reply;
    struct extent parameters = {.around = sizeof("?=") - 1};
    struct extent fields = {.around = sizeof(": \r\n") - 1};
    MHD_get_connection_values_n(request->connection, MHD_GET_ARGUMENT_KIND, measure, &parameters);
    MHD_get_connection_values_n(request->connection, MHD_HEADER_KIND, measure, &fields);
    if (parameters.malformed || fields.malformed || holds_blank(request->path, strlen(request->path), ' ')) {
        request->closes = true;
        reply_problem(reply, MHD_HTTP_BAD_REQUEST, NULL,
                      "neither the path with its query nor the name of a header field may hold a blank");
    } else if (strlen(request->path) + parameters.size > TARGET_SIZE_MAX) {
        reply_problem(reply, MHD_HTTP_URI_TOO_LONG, NULL, "the path with its query is longer than %d bytes",
                      TARGET_SIZE_MAX);
    } else if (parameters.count > PARAMETERS_MAX) {
        reply_problem(reply, MHD_HTTP_BAD_REQUEST, NULL, "there are more than %d URL parameters",
                      PARAMETERS_MAX);
    } else if (fields.size > FIELDS_SIZE_MAX) {
        reply_problem(reply, MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE, NULL,
                      "the header fields are larger than %d bytes", FIELDS_SIZE_MAX);
    } else if (fields.count > FIELDS_MAX) {
        reply_problem(reply, MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE, NULL,
                      "there are more than %d header fields", FIELDS_MAX);
    }
    return reply->status == 0;
}

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

/* The authority of a target in absolute form, "http://authority/path", which replaces Host (RFC 9112); the
 * path is set to what follows it.  Absent when the target is a path. */
static struct str take_authority(struct request *request)
{
    static const char scheme[] = "http://";
    if (strncasecmp(request->path, scheme, sizeof(scheme) - 1) != 0) {
        return (struct str){0};
    }
    const char *begin = request->path + sizeof(scheme) - 1;
    size_t size = strcspn(begin, "/");
    request->path = begin[size] ? begin + size : "/";
    return (struct str){begin, size};
}

bool guard_headers(struct request *request, const char *method, const char *version)
{
    struct header_values values = {0};
    struct reply *reply = &request->reply;
    MHD_get_connection_values_n(request->connection, MHD_HEADER_KIND, collect, &values);
    if (values.hosts > 1 || values.content_lengths > 1 || values.transfer_encodings > 1 ||
        (values.content_lengths > 0 && values.transfer_encodings > 0)) {
        request->closes = true;
        reply_problem(
            reply, MHD_HTTP_BAD_REQUEST, NULL,
            "Host, Content-Length and Transfer-Encoding may stand once, and not the latter two together");
        return false;
    }
    if (values.transfer_encodings > 0 && !str_equal_nocase(values.transfer_encoding, STR("chunked"))) {
        request->closes = true;
        reply_problem(reply, MHD_HTTP_NOT_IMPLEMENTED, "Transfer-Encoding", "only chunked is understood");
        return false;
    }
    if (values.hosts == 0 && strcmp(version, MHD_HTTP_VERSION_1_0) != 0) {
        reply_problem(reply, MHD_HTTP_BAD_REQUEST, "Host", "the header field Host is missing");
        return false;
    }
    struct str authority = take_authority(request);
    if (authority.data) {
        values.host = authority;
        values.hosts = 1;
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

/* How closely media ranges name JSON, and whether the one that does so most closely wants it. */
struct acceptance {
    bool asked;
    int closeness;
    bool wanted;
};

/* A weight of nothing but zeros: "q=0", "q=0.000". */
static bool is_refusal(struct str parameter)
{
    if (parameter.size < 3 || !str_equal_nocase(str_slice(parameter, 0, 2), STR("q="))) {
        return false;
    }
    for (size_t i = 2; i < parameter.size; i++) {
        if (parameter.data[i] != '0' && parameter.data[i] != '.') {
            return false;
        }
    }
    return true;
}

/* The part of `list` up to `separator`, trimmed; *list is what follows. */
static struct str next_part(struct str *list, const char *separator)
{
    size_t end = str_find(*list, str_from(separator), 0);
    struct str part = str_trim(str_slice(*list, 0, end == SIZE_MAX ? list->size : end));
    *list = end == SIZE_MAX ? (struct str){0} : str_slice(*list, end + 1, list->size);
    return part;
}

static enum MHD_Result collect_accept(void *context, enum MHD_ValueKind kind, const char *name,
                                      size_t name_size, const char *value, size_t value_size)
{
    (void)kind;
    static const struct str ranges[] = {STR("*/*"), STR("application/*"), STR("application/json")};
    struct acceptance *acceptance = context;
    struct str list = value ? (struct str){value, value_size} : STR("");
    if (!str_equal_nocase((struct str){name, name_size}, STR(MHD_HTTP_HEADER_ACCEPT))) {
        return MHD_YES;
    }
    while (list.size > 0) {
        struct str range = next_part(&list, ",");
        struct str type = next_part(&range, ";");
        bool wanted = true;
        acceptance->asked = acceptance->asked || type.size > 0;
        while (range.size > 0) {
            wanted = !is_refusal(next_part(&range, ";")) && wanted;
        }
        for (int i = 0; i < (int)(sizeof(ranges) / sizeof(ranges[0])); i++) {
            if (str_equal_nocase(type, ranges[i]) && i + 1 > acceptance->closeness) {
                acceptance->closeness = i + 1;
                acceptance->wanted = wanted;
            }
        }
    }
    return MHD_YES;
}

void guard_accept(struct request *request)
{
    struct acceptance acceptance = {0};
    MHD_get_connection_values_n(request->connection, MHD_HEADER_KIND, collect_accept, &acceptance);
    if (acceptance.asked && !acceptance.wanted) {
        reply_problem(&request->reply, MHD_HTTP_NOT_ACCEPTABLE, "Accept",
                      "answers are application/json, which Accept leaves out");
    }
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
    if (request->route->no_body && announced_size(request) <= 0 &&
        !header(request, MHD_HTTP_HEADER_TRANSFER_ENCODING)) {
        return;
    }
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
    return request->closes || (expect && announced_size(request) != 0) ||
           announced_size(request) / GUARD_DRAIN_FACTOR > request->server->settings->max_body;
}
