#include "base/str.h"

#include <string.h>

bool str_equal_nocase(struct str a, struct str b)
{
    if (a.size != b.size) {
        return false;
    }
    for (size_t i = 0; i < a.size; i++) {
        if (a.data[i] != b.data[i] && ascii_lower(a.data[i]) != ascii_lower(b.data[i])) {
            return false;
        }
    }
    return true;
}

int str_compare(struct str a, struct str b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common == 0 ? 0 : memcmp(a.data, b.data, common);
    if (order != 0) {
        return order;
    }
    return (a.size > b.size) - (a.size < b.size);
}

uint64_t str_hash(struct str s)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < s.size; i++) {
        hash = (hash ^ (unsigned char)s.data[i]) * UINT64_C(1099511628211);
    }
    return hash;
}

size_t str_find(struct str s, struct str needle, size_t from)
{
    if (from > s.size || needle.size > s.size - from) {
        return SIZE_MAX;
    }
    if (needle.size == 0) {
        return from;
    }
    const char *at = memmem(s.data + from, s.size - from, needle.data, needle.size);
    return at == NULL ? SIZE_MAX : (size_t)(at - s.data);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
    size_t begin = 0;
    size_t end = s.size;
    while (begin < end && is_space(s.data[begin])) {
        begin++;
    }
    while (end > begin && is_space(s.data[end - 1])) {
        end--;
    }
    return str_slice(s, begin, end);
}

bool str_to_int64(struct str s, int64_t *value)
{
    size_t at = 0;
    bool negative = false;
    if (s.size > 0 && (s.data[0] == '-' || s.data[0] == '+')) {
        negative = s.data[0] == '-';
        at = 1;
    }
    if (s.size == at || s.size - at > 18) {
        return false;
    }
    int64_t sum = 0;
    for (; at < s.size; at++) {
        if (s.data[at] < '0' || s.data[at] > '9') {
            return false;
        }
        sum = sum * 10 + (s.data[at] - '0');
    }
    *value = negative ? -sum : sum;
    return true;
}
