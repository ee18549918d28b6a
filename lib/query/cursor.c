#include "query/cursor.h"

#include <sodium.h>
#include <string.h>

/* The first byte tells apart the forms that later programs may write. */
#define CURSOR_FORM 1
enum { BODY_SIZE = 18, CHECK_SIZE = 8, CURSOR_SIZE = BODY_SIZE + CHECK_SIZE };

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

void query_cursor_format(const struct query_cursor *cursor, enum query_sort sort, char out[48])
{
    _Static_assert(sodium_base64_ENCODED_LEN(CURSOR_SIZE, sodium_base64_VARIANT_URLSAFE_NO_PADDING) <= 48,
                   "the text of a cursor fits its room");
    uint8_t bytes[CURSOR_SIZE];
    bytes[0] = CURSOR_FORM;
    bytes[1] = (uint8_t)sort;
    put_int64(bytes + 2, cursor->key);
    put_int64(bytes + 10, cursor->id);
    checksum(bytes, bytes + BODY_SIZE);
    (void)sodium_bin2base64(out, 48, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool query_cursor_parse(struct str text, enum query_sort sort, struct query_cursor *cursor)
{
    uint8_t bytes[CURSOR_SIZE];
    uint8_t check[CHECK_SIZE];
    size_t size = 0;
    if (text.data == NULL || sodium_base642bin(bytes, sizeof bytes, text.data, text.size, NULL, &size, NULL,
                                               sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0) {
        return false;
    }
    if (size != sizeof bytes || bytes[0] != CURSOR_FORM || bytes[1] != (uint8_t)sort) {
        return false;
    }
    checksum(bytes, check);
    if (memcmp(check, bytes + BODY_SIZE, CHECK_SIZE) != 0) {
        return false;
    }
    cursor->set = true;
    cursor->key = get_int64(bytes + 2);
    cursor->id = get_int64(bytes + 10);
    return true;
}
