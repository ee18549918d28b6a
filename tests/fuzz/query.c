/* Any bytes as a query string: "name=value&name=value".  What query_parse takes must hold what it promises.
 */
#include <stdlib.h>
#include <string.h>

#include "query/query.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct query_parameter parameters[64];
    size_t count = 0;
    struct arena arena;
    struct query query;
    struct error error = {0};
    uint32_t accepts;
    char *text;
    if (size < 1) {
        return 0;
    }
    accepts = data[0];
    text = malloc(size);
    if (text == NULL) {
        return 0;
    }
    memcpy(text, data + 1, size - 1);
    for (size_t at = 0; at < size - 1 && count < 64; count++) {
        struct str rest = {text + at, size - 1 - at};
        size_t end = str_find(rest, STR("&"), 0);
        struct str pair = str_slice(rest, 0, end == SIZE_MAX ? rest.size : end);
        size_t equals = str_find(pair, STR("="), 0);
        parameters[count].name = str_slice(pair, 0, equals == SIZE_MAX ? pair.size : equals);
        parameters[count].value = equals == SIZE_MAX ? STR("") : str_slice(pair, equals + 1, pair.size);
        at += pair.size + 1;
    }
    arena_init(&arena, 1 << 20);
    if (query_parse(&arena, parameters, count, accepts, &query, &error) == OK) {
        char cursor[48];
        require(query.limit >= 1 && query.limit <= QUERY_LIMIT_MAX);
        require(query.from == DAY_NONE || query.to == DAY_NONE || query.from <= query.to);
        require(query.from == DAY_NONE || (query.from >= DAY_MIN && query.from <= DAY_MAX));
        require(query.min_count >= COUNT_NONE && query.max_count >= COUNT_NONE);
        query_cursor_format(&query.cursor, &query, cursor);
        require(strlen(cursor) < sizeof cursor);
    } else {
        require(error.status != OK && error.message[0] != '\0');
    }
    arena_release(&arena);
    free(text);
    return 0;
}
