#include "text/numeral.h"

#include "base/utf8.h"

#include <string.h>

#define LARGEST INT64_C(1000000000000000)
/* No numeral begins with an item of none of these classes. */
#define CLASS_BIT(name) (UINT64_C(1) << CLASS_##name)
#define FIRST_CLASSES                                                                                        \
    (CLASS_BIT(FRACTION) | CLASS_BIT(ONE) | CLASS_BIT(CARDINAL) | CLASS_BIT(NUMBER) | CLASS_BIT(DECIMAL))
/* ... nor goes on with one of none of these. */
#define SECOND_CLASSES                                                                                       \
    (CLASS_BIT(ONE) | CLASS_BIT(SCALE) | CLASS_BIT(CARDINAL) | CLASS_BIT(AND) | CLASS_BIT(FRACTION) |        \
     CLASS_BIT(PLAIN) | CLASS_BIT(PUNCT))
_Static_assert(CLASS_FRACTION < 64 && CLASS_ONE < 64, "they are in the first word of a set");

/* A numeral as it is read: items[first .. end - 1]. */
struct numeral {
    const struct text *text;
    const struct item *items;
    size_t count;
    size_t end;
    int64_t total; /* the thousands, millions that are complete */
    int64_t group; /* what stands behind them */
    int64_t scale; /* the last factor of a thousand or more; the next must be smaller */
    int32_t denominator;
};

static bool at_class(const struct numeral *numeral, size_t at, unsigned class_id)
{
    return at < numeral->count && item_is(&numeral->items[at], class_id);
}

static int64_t number_at(const struct numeral *numeral, size_t at, unsigned class_id)
{
    return item_value(&numeral->items[at], class_id).number;
}

static bool glued(const struct numeral *numeral, size_t at)
{
    return at < numeral->count &&
           (numeral->text->tokens[numeral->items[at].first_token].flags & TOKEN_SPACE_BEFORE) == 0;
}

/* A sign of one byte, "-" also for the other hyphens. */
static bool at_sign(const struct numeral *numeral, size_t at, char sign)
{
    if (!at_class(numeral, at, CLASS_PUNCT)) {
        return false;
    }
    const struct token *token = &numeral->text->tokens[numeral->items[at].first_token];
    size_t size;
    uint32_t code_point = utf8_decode(numeral->text->source, token->begin, &size);
    return code_point == (uint32_t)(unsigned char)sign ||
           (sign == '-' && (code_point == 0x2010 || code_point == 0x2011));
}

/* A hyphen with something glued behind it: the index behind the hyphen, else `at`. */
static size_t behind_hyphen(const struct numeral *numeral, size_t at)
{
    return at_sign(numeral, at, '-') && glued(numeral, at) && glued(numeral, at + 1) ? at + 1 : at;
}

static const struct token *first_token(const struct numeral *numeral, size_t at)
{
    return &numeral->text->tokens[numeral->items[at].first_token];
}

/* The index behind a scale at `at`, or behind the hyphen there, else 0.  A single letter is one only directly
 * behind a number: "10k". */
static size_t scale_end(const struct numeral *numeral, size_t at)
{
    size_t scale = behind_hyphen(numeral, at);
    if (!at_class(numeral, scale, CLASS_SCALE)) {
        return 0;
    }
    bool letter = first_token(numeral, scale)->size == 1;
    return letter && (scale > at || !glued(numeral, scale)) ? 0 : scale + 1;
}

static bool multiply(int64_t *value, int64_t factor)
{
    int64_t product;
    if (__builtin_mul_overflow(*value, factor, &product) || product > LARGEST) {
        return false;
    }
    *value = product;
    return true;
}

/* A number word below a hundred that fits behind what was read: "five" behind "twenty" or "hundred". */
static bool read_cardinal(struct numeral *numeral)
{
    size_t at = numeral->group % 100 >= 20 ? behind_hyphen(numeral, numeral->end) : numeral->end;
    if (!at_class(numeral, at, CLASS_CARDINAL)) {
        return false;
    }
    int64_t value = number_at(numeral, at, CLASS_CARDINAL);
    int64_t rest = numeral->group % 100;
    bool fits = rest == 0 || (rest >= 20 && rest % 10 == 0 && value > 0 && value < 10);
    if (!fits || value < 0 || value >= 100 || (value == 0 && numeral->group + numeral->total > 0)) {
        return false;
    }
    numeral->group += value;
    numeral->end = at + 1;
    return true;
}

/* "hundred", "-hundred", "million". */
static bool read_scale(struct numeral *numeral)
{
    size_t end = scale_end(numeral, numeral->end);
    if (end == 0) {
        return false;
    }
    int64_t factor = number_at(numeral, end - 1, CLASS_SCALE);
    if (factor < 1000) {
        if (numeral->group == 0 || numeral->group >= 100 || !multiply(&numeral->group, factor)) {
            return false;
        }
    } else {
        int64_t group = numeral->group;
        if (group == 0 || factor >= numeral->scale || !multiply(&group, factor) ||
            numeral->total + group > LARGEST) {
            return false;
        }
        numeral->total += group;
        numeral->group = 0;
        numeral->scale = factor;
    }
    numeral->end = end;
    return true;
}

/* "and five" behind a hundred or more. */
static bool read_and(struct numeral *numeral)
{
    size_t end = numeral->end;
    if ((numeral->group < 100 && numeral->total == 0) || !at_class(numeral, end, CLASS_AND) ||
        !at_class(numeral, end + 1, CLASS_CARDINAL) || numeral->group % 100 != 0) {
        return false;
    }
    numeral->end++;
    if (!read_cardinal(numeral)) {
        numeral->end = end;
        return false;
    }
    return true;
}

/* Words: "two hundred and fifty thousand". */
static void read_words(struct numeral *numeral)
{
    while (read_cardinal(numeral) || read_scale(numeral) || read_and(numeral)) {
    }
}

/* Multiplies a number with its fraction by the factors that follow: 1.5 "million". */
static void read_factors(struct numeral *numeral)
{
    for (;;) {
        size_t end = scale_end(numeral, numeral->end);
        if (end == 0 || numeral->total == 0 ||
            !multiply(&numeral->total, number_at(numeral, end - 1, CLASS_SCALE))) {
            return;
        }
        numeral->end = end;
    }
}

static void add_fraction(struct numeral *numeral, int64_t above, int64_t below)
{
    numeral->total = (numeral->total + numeral->group) * below + above * numeral->denominator;
    numeral->group = 0;
    numeral->denominator = (int32_t)below;
}

/* "and a half", "½", "1/2" behind a whole number. */
static void read_fraction(struct numeral *numeral)
{
    size_t at = numeral->end;
    if (numeral->denominator != 1) {
        return;
    }
    if (at_class(numeral, at, CLASS_AND)) {
        size_t fraction = at + 1 + at_class(numeral, at + 1, CLASS_ONE);
        if (at_class(numeral, at + 1, CLASS_ONE) && at_class(numeral, fraction, CLASS_FRACTION) &&
            !at_class(numeral, fraction, CLASS_ORDINAL)) {
            add_fraction(numeral, 1, number_at(numeral, fraction, CLASS_FRACTION));
            numeral->end = fraction + 1;
        }
        return;
    }
    if (at_class(numeral, at, CLASS_FRACTION) && glued(numeral, at)) {
        add_fraction(numeral, 1, number_at(numeral, at, CLASS_FRACTION));
        numeral->end = at + 1;
        return;
    }
    if (at_class(numeral, at, CLASS_PLAIN) && at_sign(numeral, at + 1, '/') && glued(numeral, at + 1) &&
        at_class(numeral, at + 2, CLASS_PLAIN) && glued(numeral, at + 2)) {
        int64_t above = numeral->items[at].value.number;
        int64_t below = numeral->items[at + 2].value.number;
        if (above > 0 && above < below && below <= 16) {
            add_fraction(numeral, above, below);
            numeral->end = at + 3;
        }
    }
}

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* How the digits of item `at` stand off what is before them. */
enum gap { GAP_OTHER, GAP_SPACE, GAP_FIRM };

/* A space that keeps a number together: no-break, narrow, thin, figure. */
static bool firm_space(struct str between)
{
    return str_equal(between, STR("\xC2\xA0")) || str_equal(between, STR("\xE2\x80\xAF")) ||
           str_equal(between, STR("\xE2\x80\x89")) || str_equal(between, STR("\xE2\x80\x87"));
}

static enum gap gap_before(const struct numeral *numeral, size_t at)
{
    const struct token *before = first_token(numeral, at) - 1;
    struct str between =
        str_slice(numeral->text->source, before->begin + before->size, first_token(numeral, at)->begin);
    return str_equal(between, STR(" ")) ? GAP_SPACE : firm_space(between) ? GAP_FIRM : GAP_OTHER;
}

/* A number behind a name ("May 12", "Flight 17") may end there, and one that a hyphen or letter follows
 * begins something else ("5 155-mm shells"). */
static bool stands_alone(const struct numeral *numeral, size_t first, size_t end)
{
    bool named = first > 1 && (at_class(numeral, first - 1, CLASS_CAPITALIZED) ||
                               at_class(numeral, first - 1, CLASS_NUMBER));
    bool goes_on = glued(numeral, end) && (at_class(numeral, end, CLASS_WORD) || at_sign(numeral, end, '-'));
    return !named && !goes_on;
}

/* "2 000", "1 234 567": groups of three digits with a space between.  False when they are numbers of their
 * own. */
static bool read_spaced_groups(struct numeral *numeral, size_t first)
{
    const char *source = numeral->text->source.data;
    enum { GROUPS_MAX = 4 }; /* below LARGEST */
    bool firm = true;        /* nothing but one number can be written so */
    bool zero = false;
    int64_t total = numeral->items[first].value.number;
    size_t at = first + 1;
    if (!at_class(numeral, first, CLASS_PLAIN) || first_token(numeral, first)->digits > 3 || total == 0) {
        return false;
    }
    for (; at <= first + GROUPS_MAX && at_class(numeral, at, CLASS_PLAIN); at++) {
        enum gap gap = gap_before(numeral, at);
        if (gap == GAP_OTHER || first_token(numeral, at)->digits != 3) {
            break;
        }
        firm = firm && gap == GAP_FIRM;
        zero = zero || source[first_token(numeral, at)->begin] == '0';
        total = total * 1000 + numeral->items[at].value.number;
    }
    if (at == first + 1 || (!firm && !zero && !stands_alone(numeral, first, at))) {
        return false;
    }
    numeral->total = total;
    numeral->end = at;
    return true;
}

/* "1,5 million", as much of Europe writes it; without a factor behind them they are two numbers. */
static bool read_comma_decimals(struct numeral *numeral, size_t first)
{
    size_t at = first + 2;
    if (!at_class(numeral, first, CLASS_PLAIN) || !at_sign(numeral, first + 1, ',') ||
        !glued(numeral, first + 1) || !at_class(numeral, at, CLASS_PLAIN) || !glued(numeral, at) ||
        first_token(numeral, at)->digits > 2 || scale_end(numeral, at + 1) == 0) {
        return false;
    }
    numeral->denominator = first_token(numeral, at)->digits == 1 ? 10 : 100;
    numeral->total =
        numeral->items[first].value.number * numeral->denominator + numeral->items[at].value.number;
    numeral->end = at + 1;
    return true;
}

/* Reads a numeral that begins at item `first`; false when none of several items does.  *class_id is what it
 * is. */
static bool read_numeral(struct numeral *numeral, size_t first, unsigned *class_id)
{
    const struct item *items = numeral->items;
    *class_id = CLASS_COUNT;
    numeral->end = first;
    numeral->total = 0;
    numeral->group = 0;
    numeral->scale = INT64_MAX;
    numeral->denominator = 1;
    if (at_class(numeral, first, CLASS_FRACTION)) {
        /* "half a million" */
        if (!at_class(numeral, first + 1, CLASS_ONE) || scale_end(numeral, first + 2) != first + 3) {
            return false;
        }
        numeral->denominator = (int32_t)number_at(numeral, first, CLASS_FRACTION);
        numeral->total = number_at(numeral, first + 2, CLASS_SCALE);
        numeral->end = first + 3;
    } else if (at_class(numeral, first, CLASS_ONE)) {
        if (scale_end(numeral, first + 1) != first + 2) {
            return false;
        }
        numeral->end = first + 1;
        numeral->group = 1;
        read_words(numeral);
    } else if (at_class(numeral, first, CLASS_CARDINAL)) {
        read_cardinal(numeral);
        size_t ordinal = behind_hyphen(numeral, numeral->end);
        if (numeral->group >= 20 && ordinal > numeral->end && at_class(numeral, ordinal, CLASS_ORDINAL)) {
            int64_t value = number_at(numeral, ordinal, CLASS_ORDINAL);
            if (value > 0 && value < 10) {
                numeral->group += value;
                numeral->end = ordinal + 1;
                *class_id = CLASS_ORDINAL;
                return true;
            }
        }
        if (numeral->group < 10 && numeral->group > 0 && ordinal > numeral->end &&
            at_class(numeral, ordinal, CLASS_FRACTION)) {
            /* "two-thirds" */
            numeral->total = numeral->group;
            numeral->group = 0;
            numeral->denominator = (int32_t)number_at(numeral, ordinal, CLASS_FRACTION);
            numeral->end = ordinal + 1;
            return true;
        }
        read_words(numeral);
        read_fraction(numeral);
        if (numeral->denominator != 1) {
            read_factors(numeral);
        }
    } else if (at_class(numeral, first, CLASS_NUMBER) || at_class(numeral, first, CLASS_DECIMAL)) {
        if (items[first].value.kind != VALUE_INT) {
            return false;
        }
        numeral->total = items[first].value.number;
        numeral->denominator = items[first].value.denominator;
        numeral->end = first + 1;
        if (!read_comma_decimals(numeral, first) && !read_spaced_groups(numeral, first)) {
            read_fraction(numeral);
        }
        read_factors(numeral);
    } else {
        return false;
    }
    return numeral->end - first > 1;
}

/* Reads the next numeral of several items, from item `at` on; the index of its first, or `count`. */
static size_t next_numeral(struct numeral *numeral, size_t at, unsigned *class_id)
{
    const struct item *items = numeral->items;
    for (; at + 1 < numeral->count; at++) {
        if ((items[at].classes.bits[0] & FIRST_CLASSES) != 0 &&
            (items[at + 1].classes.bits[0] & SECOND_CLASSES) != 0 && read_numeral(numeral, at, class_id)) {
            return at;
        }
    }
    return numeral->count;
}

/* The item that the numeral makes of its items. */
static struct item numeral_item(const struct numeral *numeral, size_t first, unsigned class_id)
{
    int64_t number = numeral->total + numeral->group;
    int64_t divisor = common_divisor(number, numeral->denominator);
    divisor = divisor == 0 ? 1 : divisor;
    struct item item = {
        .first_token = numeral->items[first].first_token,
        .end_token = numeral->items[numeral->end - 1].end_token,
        .value = {.kind = VALUE_INT,
                  .denominator = (int32_t)(numeral->denominator / divisor),
                  .number = number / divisor},
    };
    class_set_add(&item.classes, CLASS_ANY);
    class_set_add(&item.classes, class_id);
    return item;
}

size_t numerals_join(const struct text *text, struct item *items, size_t count)
{
    struct numeral numeral = {.text = text, .items = items, .count = count};
    unsigned class_id;
    size_t used = next_numeral(&numeral, 0, &class_id);
    for (size_t i = used; i < count;) {
        items[used++] = numeral_item(&numeral, i, class_id);
        size_t behind = numeral.end;
        i = next_numeral(&numeral, behind, &class_id);
        memmove(&items[used], &items[behind], (i - behind) * sizeof *items);
        used += i - behind;
    }
    return used;
}
