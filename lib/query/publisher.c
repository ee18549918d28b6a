#include "query/publisher.h"

#define PUBLISHER(...) {__VA_ARGS__},
static const char *const table[][PUBLISHER_NAMES] = {
#include "query/publishers.def"
};
#undef PUBLISHER

struct str publisher_without_article(struct str name)
{
    struct str the = STR("the ");
    bool has = name.size > the.size && str_equal_nocase(str_slice(name, 0, the.size), the);
    return has ? str_slice(name, the.size, name.size) : name;
}

size_t publisher_names(struct str name, struct str names[PUBLISHER_NAMES])
{
    struct str bare = publisher_without_article(name);
    for (size_t row = 0; row < sizeof table / sizeof table[0]; row++) {
        size_t count = 0;
        bool found = false;
        for (size_t i = 0; i < PUBLISHER_NAMES && table[row][i] != NULL; i++) {
            struct str other = str_from(table[row][i]);
            if (str_equal_nocase(other, bare)) {
                found = true;
            } else {
                names[count++] = other;
            }
        }
        if (found) {
            return count;
        }
    }
    return 0;
}
