/* A borrowed run of bytes, not terminated; UTF-8 wherever it is text.  Whoever holds one knows from the
 * owner's documentation how long it lives.  {NULL, 0} means "absent", a non-NULL data with size 0 "empty". */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *data;
    size_t size;
};

#define STR(literal) ((struct str){.data = (literal), .size = sizeof(literal) - 1})
/* For printf: printf("%.*s", STR_ARG(s)); the size must fit an int. */
#define STR_ARG(s) (int)(s).size, (s).data

/* The string that ends at the first NUL of `text`; absent for NULL. */
static inline struct str str_from(const char *text)
{
    return text == NULL ? (struct str){NULL, 0} : (struct str){text, strlen(text)};
}

/* Bytes begin..end-1 of `s`; begin <= end <= s.size. */
static inline struct str str_slice(struct str s, size_t begin, size_t end)
{
    /* NULL + 0 is undefined before C2y. */
    return (struct str){begin == 0 ? s.data : s.data + begin, end - begin};
}

static inline bool str_equal(struct str a, struct str b)
{
    /* The analyzer does not know that an absent string has no size.
     * NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker) */
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* Equal but for the case of A-Z. */
bool str_equal_nocase(struct str a, struct str b);
/* <0, 0, >0 in byte order, which for UTF-8 is code point order. */
int str_compare(struct str a, struct str b);

static inline bool str_starts(struct str s, struct str prefix)
{
    return s.size >= prefix.size && str_equal(str_slice(s, 0, prefix.size), prefix);
}

static inline bool str_ends(struct str s, struct str suffix)
{
    return s.size >= suffix.size && str_equal(str_slice(s, s.size - suffix.size, s.size), suffix);
}

/* Of A-Z and a-z alone, whatever the locale. */
static inline bool ascii_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_letter(char c)
{
    return ascii_is_upper(c) || ascii_is_lower(c);
}

static inline char ascii_lower(char c)
{
    return (char)(ascii_is_upper(c) ? c - 'A' + 'a' : c);
}

/* FNV-1a: the same everywhere and at any time, but anybody can make strings that collide. */
uint64_t str_hash(struct str s);
/* Index of the first occurrence of `needle` at or after `from`, or SIZE_MAX. */
size_t str_find(struct str s, struct str needle, size_t from);
/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);
/* A decimal integer of 1 to 18 digits with optional sign and nothing else; false when it is anything else. */
bool str_to_int64(struct str s, int64_t *value);

#endif
