#include "article/json_tree.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

/* Line and column of byte `at`, both from 1. */
static void locate(struct str text, size_t at, struct error *error)
{
    if (error == NULL) {
        return;
    }
    size_t line = 1;
    size_t line_begin = 0;
    const char *newline = NULL;
    while (line_begin < at && (newline = memchr(text.data + line_begin, '\n', at - line_begin)) != NULL) {
        line++;
        line_begin = (size_t)(newline - text.data) + 1;
    }
    error->line = (uint32_t)line;
    error->column = (uint32_t)(at - line_begin + 1);
}

static enum status fail_at(struct str text, size_t at, enum status status, const char *message,
                           struct error *error)
{
    enum status result = error_set(error, status, NULL, "%s", message);
    locate(text, at, error);
    return result;
}

/* Counts nesting and values before anything is built of them: a body of 5 MB of brackets would otherwise
 * become a tree of 300 MB. */
static enum status check_bounds(struct str text, struct error *error)
{
    size_t depth = 0;
    size_t values = 1;
    for (size_t i = 0; i < text.size; i++) {
        switch (text.data[i]) {
        case '"':
            do {
                i++;
                while (i < text.size && text.data[i] == '\\') {
                    i += 2;
                }
            } while (i < text.size && text.data[i] != '"');
            break;
        case '[':
        case '{':
            depth++;
            values++;
            break;
        case ']':
        case '}':
            depth -= depth > 0 ? 1 : 0;
            break;
        case ',':
            values++;
            break;
        default:
            break;
        }
        if (depth > JSON_TREE_DEPTH_MAX) {
            return fail_at(text, i, ERR_TOO_LARGE, "JSON nested more than 64 levels deep", error);
        }
        if (values > JSON_TREE_VALUES_MAX) {
            return fail_at(text, i, ERR_TOO_LARGE, "JSON with more than 20000 values", error);
        }
    }
    return OK;
}

static enum status load(struct str text, size_t flags, json_t **root, struct error *error)
{
    *root = NULL;
    if (text.size > INT32_MAX) {
        return error_set(error, ERR_TOO_LARGE, NULL, "JSON of more than 2 GB");
    }
    size_t invalid = utf8_invalid_at(text);
    if (invalid < text.size) {
        char message[64];
        (void)snprintf(message, sizeof(message), "malformed JSON: byte 0x%02X is not UTF-8",
                       (unsigned)(unsigned char)text.data[invalid]);
        return fail_at(text, invalid, ERR_INVALID, message, error);
    }
    enum status status = check_bounds(text, error);
    if (status != OK) {
        return status;
    }
    json_error_t fault;
    *root = json_loadb(text.size > 0 ? text.data : "", text.size, flags, &fault);
    if (*root != NULL) {
        return OK;
    }
    if (json_error_code(&fault) == json_error_out_of_memory) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    /* jansson counts the bytes it has consumed, so that the last of them is the one it stumbled over. */
    size_t consumed = fault.position > 0 ? (size_t)fault.position : 1;
    char message[sizeof(fault.text) + 32];
    bool nul = json_error_code(&fault) == json_error_null_character; /* jansson names its own flag there */
    (void)snprintf(message, sizeof(message), "malformed JSON: %s",
                   nul ? "\\u0000 is not allowed" : fault.text);
    return fail_at(text, consumed - 1, ERR_INVALID, message, error);
}

enum status json_tree_load(struct str text, json_t **root, struct error *error)
{
    return load(text, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, root, error);
}

/* Without what hides a script from those who do not know it. */
static struct str unwrapped(struct str text)
{
    static const char *const openers[] = {"<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/",
                                          "<![CDATA["};
    static const char *const closers[] = {"//-->", "-->", "//]]>", "// ]]>", "/*]]>*/", "]]>"};
    text = str_trim(text);
    for (size_t i = 0; i < sizeof(openers) / sizeof(openers[0]); i++) {
        struct str opener = str_from(openers[i]);
        if (str_starts(text, opener)) {
            text = str_trim(str_slice(text, opener.size, text.size));
        }
    }
    for (size_t i = 0; i < sizeof(closers) / sizeof(closers[0]); i++) {
        struct str closer = str_from(closers[i]);
        if (str_ends(text, closer)) {
            text = str_trim(str_slice(text, 0, text.size - closer.size));
        }
    }
    return text;
}

enum status json_tree_load_script(struct arena *arena, struct str text, json_t **root)
{
    *root = NULL;
    text = unwrapped(text);
    char *copy = arena_alloc(arena, text.size);
    if (copy == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if ((unsigned char)c < ' ') {
            c = ' ';
        }
        copy[i] = c;
    }
    return load((struct str){.data = copy, .size = text.size}, 0, root, NULL);
}

static struct str tree_str(const json_t *string)
{
    return (struct str){.data = json_string_value(string), .size = json_string_length(string)};
}

struct str json_tree_string(const json_t *value, const char *member)
{
    if (json_is_array(value)) {
        value = json_array_get(value, 0);
    }
    if (json_is_object(value)) {
        value = json_object_get(value, member);
    }
    return json_is_string(value) ? tree_str(value) : (struct str){0};
}

/* One person or organisation. */
static enum status one_name(const json_t *value, const char *pointer, struct str *name, struct error *error)
{
    *name = (struct str){0};
    if (json_is_null(value)) {
        return OK;
    }
    if (json_is_string(value)) {
        *name = str_trim(tree_str(value));
        return OK;
    }
    if (!json_is_object(value)) {
        return error_set(error, ERR_INVALID, pointer, "expected a name or an object with a name");
    }
    char below[sizeof(error->pointer)];
    (void)snprintf(below, sizeof(below), "%.100s/name", pointer);
    const json_t *member = json_object_get(value, "name");
    if (json_is_array(member)) {
        member = json_array_get(member, 0);
    }
    if (!json_is_string(member)) {
        return error_set(error, ERR_INVALID, below, member == NULL ? "missing" : "expected a string");
    }
    *name = str_trim(tree_str(member));
    return OK;
}

enum status json_tree_names(struct arena *arena, const json_t *value, const char *pointer, struct str *names,
                            struct error *error)
{
    *names = (struct str){0};
    bool many = json_is_array(value);
    size_t count = many ? json_array_size(value) : 1;
    size_t size = 0;
    char *joined = NULL;
    for (size_t i = 0; i < count; i++) {
        char below[sizeof(error->pointer)];
        (void)snprintf(below, sizeof(below), "%.100s/%zu", pointer, i);
        struct str name;
        enum status status =
            one_name(many ? json_array_get(value, i) : value, many ? below : pointer, &name, error);
        if (status != OK) {
            return status;
        }
        if (name.size == 0) {
            continue;
        }
        size_t gap = size > 0 ? 2 : 0;
        char *longer = arena_grow(arena, joined, size, size + gap + name.size, 1);
        if (longer == NULL) {
            return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
        }
        joined = longer;
        memcpy(joined + size, ", ", gap);
        memcpy(joined + size + gap, name.data, name.size);
        size += gap + name.size;
    }
    if (size > 0) {
        *names = (struct str){.data = joined, .size = size};
    }
    return OK;
}
