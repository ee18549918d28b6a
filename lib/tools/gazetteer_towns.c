#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "place/name.h"
#include "place/table.h"
#include "tools/gazetteer.h"

/* A town of a name that the project's own tables have in that country is theirs when it is not farther off
 * than this. */
#define SAME_KM 25.0
#define KM_PER_DEGREE 111.2
#define RADIANS_PER_DEGREE 0.017453292519943295

static struct str fold(struct str name, struct name_reader *reader)
{
    name_reader_init(reader, name, 0, name.size);
    while (name_read_word(reader)) {
    }
    return (struct str){reader->folded, reader->size};
}

/* The first meaning in the sorted list that is not before `folded`. */
static size_t lower_bound(const struct meanings *meanings, struct str folded)
{
    size_t low = 0;
    size_t high = meanings->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(meanings->items[middle].folded, folded) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool near_by(const struct entry *a, const struct entry *b)
{
    double north = (a->lat - b->lat) * KM_PER_DEGREE;
    double east = (a->lon - b->lon) * KM_PER_DEGREE * cos(a->lat * RADIANS_PER_DEGREE);
    return north * north + east * east <= SAME_KM * SAME_KM;
}

static bool same_place(const struct entry *own, const struct entry *other)
{
    if (!str_equal(own->country, other->country)) {
        return false;
    }
    if (other->kind == PLACE_REGION) {
        return own->kind == PLACE_REGION || own->kind == PLACE_AREA;
    }
    return own->kind != PLACE_REGION && own->kind != PLACE_COUNTRY && near_by(own, other);
}

/* The entry of the project's own tables that is the same place; ENTRY_NONE when there is none. */
static uint32_t own_entry(const struct gazetteer *gazetteer, const struct entry *other, struct str folded)
{
    const struct meanings *names = &gazetteer->names;
    for (size_t i = lower_bound(names, folded); i < names->count && str_equal(names->items[i].folded, folded);
         i++) {
        uint32_t entry = names->items[i].entry;
        if (entry != ENTRY_NONE && same_place(&gazetteer->entries.items[entry], other)) {
            return entry;
        }
    }
    return ENTRY_NONE;
}

/* The name without its last word, "Oblast" or "Department"; the whole of one word. */
static struct str stem(struct str name)
{
    size_t end = name.size;
    while (end > 0 && name.data[end - 1] != ' ') {
        end--;
    }
    return end == 0 ? name : str_slice(name, 0, end - 1);
}

/* "Kursk" and "Kursk Oblast" are one region, whichever table says the shorter. */
static uint32_t own_region(const struct gazetteer *gazetteer, const struct entry *region)
{
    struct name_reader reader;
    struct str folded = fold(region->name, &reader);
    uint32_t own = own_entry(gazetteer, region, folded);
    if (own == ENTRY_NONE) {
        own = own_entry(gazetteer, region, stem(folded));
    }
    for (uint32_t i = gazetteer->country_count; own == ENTRY_NONE && i < gazetteer->own_count; i++) {
        const struct entry *entry = &gazetteer->entries.items[i];
        if (entry->kind == PLACE_REGION && str_equal(entry->country, region->country) &&
            str_equal(stem(entry->name), region->name)) {
            own = i;
        }
    }
    return own;
}

static uint32_t add_town(struct gazetteer *gazetteer, struct entry entry)
{
    gazetteer->line = entry.line;
    uint32_t index = add_entry(gazetteer, entry);
    add_form(gazetteer, &gazetteer->towns, entry.name, index, false);
    return index;
}

static int compare_regions(const void *a, const void *b)
{
    const struct entry *left = a;
    const struct entry *right = b;
    int order = str_compare(left->country, right->country);
    return order != 0 ? order : str_compare(left->name, right->name);
}

/* The regions of the table, sorted by country and name; the region_index of each is the entry it became. */
static struct entries add_regions(struct gazetteer *gazetteer, struct entries towns)
{
    struct entries regions = {arena_array(&gazetteer->arena, towns.count, sizeof *regions.items), 0};
    if (regions.items == NULL) {
        out_of_memory();
        return regions;
    }
    for (uint32_t i = 0; i < towns.count; i++) {
        if (towns.items[i].kind == PLACE_REGION) {
            struct entry *region = &regions.items[regions.count++];
            *region = towns.items[i];
            uint32_t own = own_region(gazetteer, region);
            region->region_index = own != ENTRY_NONE ? own : add_town(gazetteer, *region);
        }
    }
    if (regions.count > 0) {
        qsort(regions.items, regions.count, sizeof *regions.items, compare_regions);
    }
    return regions;
}

void add_towns(struct gazetteer *gazetteer, struct entries towns)
{
    gazetteer->own_count = gazetteer->entries.count;
    sort_meanings(&gazetteer->names);
    struct entries regions = add_regions(gazetteer, towns);
    for (uint32_t i = 0; i < towns.count; i++) {
        struct entry *town = &towns.items[i];
        struct name_reader reader;
        if (town->kind == PLACE_REGION ||
            own_entry(gazetteer, town, fold(town->name, &reader)) != ENTRY_NONE) {
            continue;
        }
        if (town->region.size > 0) {
            struct entry key = {.country = town->country, .name = town->region};
            const struct entry *region =
                bsearch(&key, regions.items, regions.count, sizeof key, compare_regions);
            if (region == NULL) {
                gazetteer->line = town->line;
                fail(gazetteer, "no such region in that country", town->region);
                return;
            }
            town->region_index = region->region_index;
        }
        add_town(gazetteer, *town);
    }
}
