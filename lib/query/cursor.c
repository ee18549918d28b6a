#include "query/cursor.h"

#include <sodium.h>
#include <string.h>

/* The first byte tells apart the forms that later programs may write. */
#define CURSOR_FORM 2
#define SERIES 0x80U /* beside the sort, which means another order then */
enum { BODY_SIZE = 22, CHECK_SIZE = 8, CURSOR_SIZE = BODY_SIZE + CHECK_SIZE };

static void put_int64(uint8_t *out, int64_t value)
{
    for (unsigned i = 0; i < 8; i++) {
        out[i] = (uint8_t)((uint64_t)value >> (8 * i));
    }
}

static int64_t get_int64(const uint8_t *in)
{
    uint64_t value = 0;
    for (unsigned i = 0; i < 8; i++) {
        value |= (uint64_t)in[i] << (8 * i);
    }
    return (int64_t)value;
}

/* A guard against cursors that were cut, mistyped or made by hand, not against forgery: a cursor gives no
 * rights. */
static void checksum(const uint8_t body[BODY_SIZE], uint8_t check[CHECK_SIZE])
{
    uint8_t hash[crypto_generichash_BYTES_MIN];
    (void)crypto_generichash(hash, sizeof hash, body, BODY_SIZE, NULL, 0);
    memcpy(check, hash, CHECK_SIZE);
}

/* Form, sort and list. */
static void put_head(uint8_t out[6], const struct query *query)
{
    out[0] = CURSOR_FORM;
    out[1] = (uint8_t)(query->sort | (query->series.data != NULL ? SERIES : 0));
    for (unsigned i = 0; i < 4; i++) {
        out[2 + i] = (uint8_t)(query->accepts >> (8 * i));
    }
}

void query_cursor_format(const struct query_cursor *cursor, const struct query *query, char out[48])
{
    _Static_assert(sodium_base64_ENCODED_LEN(CURSOR_SIZE, sodium_base64_VARIANT_URLSAFE_NO_PADDING) <= 48,
                   "the text of a cursor fits its room");
    uint8_t bytes[CURSOR_SIZE];
    put_head(bytes, query);
    put_int64(bytes + 6, cursor->key);
    put_int64(bytes + 14, cursor->id);
    checksum(bytes, bytes + BODY_SIZE);
    (void)sodium_bin2base64(out, 48, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool query_cursor_parse(struct str text, struct query *query)
{
    uint8_t head[6];
    uint8_t bytes[CURSOR_SIZE];
    uint8_t check[CHECK_SIZE];
    size_t size = 0;
    if (text.data == NULL || sodium_base642bin(bytes, sizeof bytes, text.data, text.size, NULL, &size, NULL,
                                               sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0) {
        return false;
    }
    put_head(head, query);
    if (size != sizeof bytes || memcmp(bytes, head, sizeof head) != 0) {
        return false;
    }
    checksum(bytes, check);
    if (memcmp(check, bytes + BODY_SIZE, CHECK_SIZE) != 0) {
        return false;
    }
    query->cursor = (struct query_cursor){true, get_int64(bytes + 6), get_int64(bytes + 14)};
    return true;
}
