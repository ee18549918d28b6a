/* The compiled gazetteer: const tables that lib/tools/embed_gazetteer writes at build time.  Private to the
 * module. */
#ifndef PLACE_TABLE_H
#define PLACE_TABLE_H

#include "base/str.h"

#define ENTRY_NONE UINT32_MAX

/* Coordinates are whole numbers of this part of a degree. */
#define ENTRY_DEGREE 10000

/* One place. Names are offsets into one pool of bytes. */
struct table_entry {
    uint32_t name;
    uint32_t region; /* index of the entry of the region around it, or ENTRY_NONE */
    int32_t lat, lon;
    uint32_t population;
    uint8_t name_size;
    uint8_t kind : 4; /* enum place_kind */
    uint8_t seat : 4; /* enum place_seat */
    char country[2];  /* zero when none */
};

/* What else is known of a country, which has the same index. */
struct table_state {
    uint32_t adjective; /* two names, one behind the other; adjective_size is 0 when there is none */
    uint32_t capital;   /* index of a candidate, or ENTRY_NONE */
    uint8_t adjective_size;
    uint8_t people_size;
};

enum {
    FORM_COMMON = 1,   /* also an everyday word */
    FORM_CAPITALS = 2, /* counts only when every letter is a capital */
    FORM_BEGINS = 4,   /* a longer one begins with it */
};

/* One folded name, or the first words of one (count 0). */
struct table_form {
    uint32_t text; /* into the pool */
    uint32_t hash;
    uint32_t first; /* into the list of candidates */
    uint16_t count;
    uint16_t capitalized; /* bit n: word n must have a capital */
    uint8_t size;
    uint8_t flags;
};

/* A hash table by open addressing: slot = form index + 1, or 0; `mask` = number of slots - 1. */
struct form_table {
    const struct table_form *forms;
    const uint32_t *slots;
    uint32_t mask;
};

extern const char gazetteer_pool[];
extern const struct table_entry gazetteer_entries[];
extern const uint32_t gazetteer_candidates[]; /* indices of entries, likeliest first within a form */
/* The openings of all names and demonyms, see name_opening: bit n % 32 of word n / 32 stands for n. */
extern const uint32_t gazetteer_openings[];
extern const struct form_table gazetteer_names;
extern const struct form_table gazetteer_demonyms;
/* What the project's own tables do not have: looked up only where the text says that a name is a place. */
extern const struct form_table gazetteer_towns;
/* The countries are the first entries, in the order of their codes. */
extern const uint32_t gazetteer_country_count;
extern const struct table_state gazetteer_states[];

#endif
