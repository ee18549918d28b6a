#include "text/line_shape.h"

#include <string.h>

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The word at *at, which is moved behind it; empty at the end. */
static struct str next_word(struct str line, size_t *at)
{
    while (*at < line.size && line.data[*at] == ' ') {
        ++*at;
    }
    size_t begin = *at;
    while (*at < line.size && line.data[*at] != ' ') {
        ++*at;
    }
    return str_slice(line, begin, *at);
}

bool line_photo_credit(struct str line)
{
    enum { LONGEST = 80 };
    if (!str_ends(line, STR("]")) && !str_ends(line, STR(")"))) {
        return false;
    }
    char opener = '(';
    if (str_ends(line, STR("]"))) {
        opener = '[';
    }
    size_t begin = line.size - 1;
    while (begin > 0 && line.size - begin < LONGEST && line.data[begin] != opener) {
        begin--;
    }
    if (line.data[begin] != opener || begin + 1 >= line.size || !ascii_is_upper(line.data[begin + 1])) {
        return false;
    }
    struct str credit = str_slice(line, begin + 1, line.size - 1);
    if (str_find(credit, STR(" via "), 0) != SIZE_MAX) {
        return true;
    }
    size_t slash = str_find(credit, STR("/"), 0);
    while (slash != SIZE_MAX && slash + 1 < credit.size && credit.data[slash + 1] == ' ') {
        slash++;
    }
    return slash != SIZE_MAX && slash + 1 < credit.size && ascii_is_upper(credit.data[slash + 1]);
}

bool line_gallery(struct str line)
{
    size_t at = 1;
    if (!str_starts(line, STR("["))) {
        return false;
    }
    size_t digits = 0;
    while (at < line.size && (digit(line.data[at]) || line.data[at] == '/')) {
        digits += digit(line.data[at]) ? 1 : 0;
        at++;
    }
    return digits >= 2 && digits + 2 == at && at < line.size && line.data[at] == ']';
}

bool line_hashtags(struct str line)
{
    size_t at = 0;
    size_t words = 0;
    for (struct str word = next_word(line, &at); word.size > 0; word = next_word(line, &at)) {
        if (word.size < 2 || word.data[0] != '#') {
            return false;
        }
        words++;
    }
    return words > 0;
}

/* 1900 to 2099, with a sign behind it or not. */
static bool is_year(struct str word)
{
    return word.size >= 4 && word.size <= 5 && digit(word.data[0]) && digit(word.data[1]) &&
           digit(word.data[2]) && digit(word.data[3]) && (word.size == 4 || !digit(word.data[4])) &&
           (str_starts(word, STR("19")) || str_starts(word, STR("20")));
}

/* "10:05", "9.30", "21:15:00" */
static bool is_clock(struct str word)
{
    size_t hour = digit(word.data[0]) && word.size > 1 && digit(word.data[1]) ? 2 : 1;
    return digit(word.data[0]) && word.size >= hour + 3 &&
           (word.data[hour] == ':' || word.data[hour] == '.') && digit(word.data[hour + 1]) &&
           digit(word.data[hour + 2]) && (word.size == hour + 3 || !digit(word.data[hour + 3]));
}

bool line_time_stamp(struct str line, bool *clock)
{
    enum { MOST_WORDS = 12, MOST_BYTES = 100 };
    *clock = false;
    if (line.size > MOST_BYTES) {
        return false;
    }
    bool year = false;
    bool lower_case = false;
    size_t words = 0;
    size_t at = 0;
    for (struct str word = next_word(line, &at); word.size > 0; word = next_word(line, &at)) {
        words++;
        year = year || is_year(word);
        *clock = *clock || is_clock(word);
        lower_case = lower_case || ascii_is_lower(word.data[0]);
    }
    return year && ((*clock && words <= MOST_WORDS) || (!lower_case && words <= MOST_WORDS / 2));
}
