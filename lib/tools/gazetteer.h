/* What the compiler of the gazetteer has read.  Private to embed_gazetteer. */
#ifndef TOOLS_GAZETTEER_H
#define TOOLS_GAZETTEER_H

#include "base/arena.h"
#include "base/buffer.h"
#include "place/place.h"

struct entry {
    struct str name, country, region;
    enum place_kind kind;
    enum place_seat seat;
    double lat, lon;
    uint32_t population;
    uint32_t name_offset;
    uint32_t region_index;
    uint32_t adjective_offset;
    struct str adjective, people;
    uint32_t line;
};

/* One meaning of one folded name, or (entry ENTRY_NONE) the beginning of a longer one. */
struct meaning {
    struct str folded;
    uint32_t entry;
    uint16_t capitalized;
    uint8_t flags;
};

struct meanings {
    struct meaning *items;
    size_t count;
};

struct entries {
    struct entry *items;
    uint32_t count;
};

struct gazetteer {
    struct arena arena;
    struct buffer pool;
    struct entries entries; /* the countries first */
    struct meanings names, demonyms, towns;
    uint32_t country_count;
    uint32_t own_count; /* entries of the project's own tables, countries among them */
    const char *file;
    uint32_t line;
};

/* All of them say what is wrong and end the program when something is. */

/* gazetteer_rows.c: the rows of a table, in its order. */
void read_countries(struct gazetteer *gazetteer, const char *path);
void read_places(struct gazetteer *gazetteer, const char *path);
/* The rows of the third table, which are not yet entries. */
struct entries read_towns(struct gazetteer *gazetteer, const char *path);
uint32_t add_entry(struct gazetteer *gazetteer, struct entry entry);
/* Lets one written name mean an entry; of a town also the beginning of a name is found only with
 * `beginnings`.
 */
void add_form(struct gazetteer *gazetteer, struct meanings *list, struct str written, uint32_t entry,
              bool beginnings);
void fail(const struct gazetteer *gazetteer, const char *message, struct str what);
void out_of_memory(void);

/* gazetteer_link.c: puts the countries into the order of their codes, for binary search, before anything else
 * refers to them by index. */
void sort_countries(struct gazetteer *gazetteer);
/* Lets each place refer to the region around it. */
void find_regions(struct gazetteer *gazetteer);
/* Refuses a second capital of a country. */
void check_capitals(struct gazetteer *gazetteer);
/* Sorts by folded name, then entry. */
void sort_meanings(struct meanings *meanings);

/* gazetteer_towns.c: makes entries of those towns and regions that the project's own tables do not have. */
void add_towns(struct gazetteer *gazetteer, struct entries towns);

#endif
