#include "place/place.h"

#include <string.h>

#include "base/byte_chunk.h"
#include "place/name.h"
#include "place/table.h"

/* `hash` is that of the name. */
static const struct table_form *find_form(const struct form_table *table, const struct name_reader *name,
                                          uint32_t hash)
{
    for (uint32_t slot = hash & table->mask;; slot = (slot + 1) & table->mask) {
        if (table->slots[slot] == 0) {
            return NULL;
        }
        const struct table_form *form = &table->forms[table->slots[slot] - 1];
        if (form->hash == hash && form->size == name->size &&
            memcmp(gazetteer_pool + form->text, name->folded, name->size) == 0) {
            return form;
        }
    }
}

static bool written_as_name(const struct table_form *form, const struct name_reader *name)
{
    return (form->capitalized & ~name->capitalized) == 0 &&
           ((form->flags & FORM_CAPITALS) == 0 || name->capitals);
}

static void match_form(const struct table_form *form, size_t end, struct place_match *match)
{
    *match = (struct place_match){
        .end = end, .first = form->first, .count = form->count, .common = (form->flags & FORM_COMMON) != 0};
}

/* False for most hashes that the table does not hold. */
static inline bool may_hold(const struct form_table *table, uint32_t hash)
{
    return table->slots[hash & table->mask] != 0;
}

/* Takes the name read so far for a match when the table has it; false when no longer name of the table begins
 * so: a possessive may be a part of one that has no apostrophe. */
static bool match_read(const struct form_table *table, const struct name_reader *reader, uint32_t hash,
                       struct place_match *match)
{
    const struct table_form *form = find_form(table, reader, hash);
    if (form != NULL && form->count > 0 && written_as_name(form, reader)) {
        match_form(form, reader->name_end, match);
    }
    return form != NULL && ((form->flags & FORM_BEGINS) != 0 || reader->possessive);
}

static bool match_longest(const struct form_table *table, struct str text, size_t begin, size_t end,
                          struct place_match *match)
{
    struct place_match found = {0};
    struct name_reader reader;
    name_reader_init(&reader, text, begin, end);
    while (name_read_word(&reader) &&
           match_read(table, &reader, name_hash(reader.folded, reader.size), &found)) {
    }
    if (found.end > 0) {
        *match = found;
    }
    return found.end > 0;
}

/* False for most words that neither a place's name nor a demonym begins with.  Looks at eight bytes at once:
 * at a word that ends among them in a digit, an accent, an apostrophe or, behind one letter, in a full stop,
 * and at the end of the text, more would have to be read. */
static inline bool may_begin(struct str text, size_t begin, size_t end)
{
    if (end - begin < sizeof(uint64_t)) {
        return true;
    }
    uint64_t bytes = letter_chunk(text.data + begin, sizeof bytes);
    uint64_t folded = bytes | EVERY_BYTE(0x20);
    uint64_t others = chunk_letters_end(bytes, folded);
    if (others != 0) {
        unsigned sign = (unsigned)__builtin_ctzll(others) / 8;
        char c = text.data[begin + sign];

        if (c != ' ' && (sign < 2 || (c != ',' && c != '.'))) {
            return true;
        }
        folded &= chunk_below(others);
    }
    uint32_t opening = name_opening_bit(folded);
    return (gazetteer_openings[opening / 32] >> opening % 32 & 1) != 0;
}

/* place_match_either for the words that may begin a name; apart, as most that are asked do not. */
__attribute__((noinline)) static void match_both(struct str text, size_t begin, size_t end,
                                                 struct place_match *people, struct place_match *place)
{
    bool is_people = true;
    bool is_place = true;
    struct name_reader reader;
    name_reader_init(&reader, text, begin, end);
    while ((is_people || is_place) && name_read_word(&reader)) {
        uint32_t hash = name_hash(reader.folded, reader.size);
        is_people = is_people && may_hold(&gazetteer_demonyms, hash) &&
                    match_read(&gazetteer_demonyms, &reader, hash, people);
        is_place = is_place && may_hold(&gazetteer_names, hash) &&
                   match_read(&gazetteer_names, &reader, hash, place);
    }
}

void place_match_either(struct str text, size_t begin, size_t end, struct place_match *people,
                        struct place_match *place)
{
    *people = (struct place_match){0};
    *place = (struct place_match){0};
    if (may_begin(text, begin, end)) {
        match_both(text, begin, end, people, place);
    }
}

bool place_match(struct str text, size_t begin, size_t end, struct place_match *match)
{
    return match_longest(&gazetteer_names, text, begin, end, match);
}

bool place_match_demonym(struct str text, size_t begin, size_t end, struct place_match *match)
{
    return match_longest(&gazetteer_demonyms, text, begin, end, match);
}

static bool match_whole(const struct form_table *table, struct str name, struct place_match *match)
{
    struct name_reader reader;
    name_reader_init(&reader, name, 0, name.size);
    while (name_read_word(&reader)) {
    }
    if (reader.name_end != name.size || reader.size == 0) {
        return false;
    }
    const struct table_form *form = find_form(table, &reader, name_hash(reader.folded, reader.size));
    if (form == NULL || form->count == 0) {
        return false;
    }
    match_form(form, name.size, match);
    return true;
}

bool place_find(struct str name, struct place_match *match)
{
    return match_whole(&gazetteer_names, name, match);
}

bool place_find_town(struct str name, struct place_match *match)
{
    return match_whole(&gazetteer_towns, name, match);
}

bool place_country_of_people(struct str demonym, struct gazetteer_entry *country)
{
    struct place_match match;
    return match_whole(&gazetteer_demonyms, demonym, &match) &&
           place_choose(&match, (struct str){NULL, 0}, PLACE_BIT(PLACE_COUNTRY), country);
}

static struct gazetteer_entry entry_at(uint32_t index)
{
    const struct table_entry *entry = &gazetteer_entries[index];
    struct gazetteer_entry result = {
        .name = {gazetteer_pool + entry->name, entry->name_size},
        .kind = (enum place_kind)entry->kind,
        .seat = (enum place_seat)entry->seat,
        .lat = (double)entry->lat / ENTRY_DEGREE,
        .lon = (double)entry->lon / ENTRY_DEGREE,
        .population = entry->population,
    };
    if (entry->country[0] != '\0') {
        result.country = (struct str){entry->country, 2};
    }
    if (entry->region != ENTRY_NONE) {
        const struct table_entry *region = &gazetteer_entries[entry->region];
        result.region = (struct str){gazetteer_pool + region->name, region->name_size};
    }
    return result;
}

struct gazetteer_entry place_candidate(const struct place_match *match, uint32_t index)
{
    return entry_at(gazetteer_candidates[match->first + index]);
}

bool place_is_country(const struct place_match *match)
{
    return gazetteer_candidates[match->first] < gazetteer_country_count;
}

bool place_choose(const struct place_match *match, struct str country, uint32_t kinds,
                  struct gazetteer_entry *entry)
{
    bool found = false;
    for (uint32_t i = 0; i < match->count; i++) {
        struct gazetteer_entry candidate = place_candidate(match, i);
        if ((PLACE_BIT(candidate.kind) & kinds) == 0) {
            continue;
        }
        bool wished = country.size > 0 && str_equal(candidate.country, country);
        if (wished || !found) {
            *entry = candidate;
            found = true;
        }
        if (wished || country.size == 0) {
            return true;
        }
    }
    return found;
}

bool place_people(struct str name, struct str *adjective, struct str *people)
{
    struct place_match match;
    if (!place_find(name, &match)) {
        return false;
    }
    uint32_t index = gazetteer_candidates[match.first];
    if (index >= gazetteer_country_count || gazetteer_states[index].adjective_size == 0) {
        return false;
    }
    const struct table_state *state = &gazetteer_states[index];
    *adjective = (struct str){gazetteer_pool + state->adjective, state->adjective_size};
    *people = (struct str){adjective->data + adjective->size, state->people_size};
    return true;
}

/* Its index; false when there is none. */
static bool find_country(struct str code, uint32_t *index)
{
    if (code.size != 2) {
        return false;
    }
    uint32_t low = 0;
    uint32_t high = gazetteer_country_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = memcmp(gazetteer_entries[middle].country, code.data, 2);
        if (order == 0) {
            *index = middle;
            return true;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return false;
}

bool place_country(struct str code, struct gazetteer_entry *entry)
{
    uint32_t index;
    if (!find_country(code, &index)) {
        return false;
    }
    *entry = entry_at(index);
    return true;
}

bool place_capital(struct str code, struct place_match *match)
{
    uint32_t index;
    if (!find_country(code, &index) || gazetteer_states[index].capital == ENTRY_NONE) {
        return false;
    }
    *match = (struct place_match){.first = gazetteer_states[index].capital, .count = 1};
    return true;
}

struct gazetteer_entry place_unlisted(struct str name, enum place_kind kind,
                                      const struct gazetteer_entry *around)
{
    struct gazetteer_entry entry = {.name = name, .kind = kind};
    if (around != NULL) {
        entry.country = around->country;
        entry.region =
            around->kind == PLACE_REGION || around->kind == PLACE_AREA ? around->name : around->region;
    }
    return entry;
}

const char *place_kind_precision(enum place_kind kind)
{
    static const char *const precisions[] = {
        [PLACE_COUNTRY] = "country", [PLACE_REGION] = "region",   [PLACE_AREA] = "region",
        [PLACE_CITY] = "city",       [PLACE_VILLAGE] = "village",
    };
    return precisions[kind];
}
