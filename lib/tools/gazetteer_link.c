#include <stdlib.h>

#include "place/table.h"
#include "tools/gazetteer.h"

static void check_countries(struct gazetteer *gazetteer)
{
    for (uint32_t i = 1; i < gazetteer->entries.count; i++) {
        if (str_compare(gazetteer->entries.items[i - 1].country, gazetteer->entries.items[i].country) == 0) {
            gazetteer->line = gazetteer->entries.items[i].line;
            fail(gazetteer, "two countries of one code", gazetteer->entries.items[i].country);
        }
    }
}

static int compare_codes(const void *a, const void *b)
{
    const struct entry *left = a;
    const struct entry *right = b;
    return str_compare(left->country, right->country);
}

static void renumber(struct meanings *meanings, const uint32_t *moved)
{
    for (size_t i = 0; i < meanings->count; i++) {
        if (meanings->items[i].entry != ENTRY_NONE) {
            meanings->items[i].entry = moved[meanings->items[i].entry];
        }
    }
}

void sort_countries(struct gazetteer *gazetteer)
{
    struct entry *entries = gazetteer->entries.items;
    uint32_t count = gazetteer->entries.count;
    uint32_t *moved = arena_array(&gazetteer->arena, count, sizeof *moved);
    if (moved == NULL) {
        out_of_memory();
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        entries[i].region_index = i;
    }
    qsort(entries, count, sizeof *entries, compare_codes);
    for (uint32_t i = 0; i < count; i++) {
        moved[entries[i].region_index] = i;
        entries[i].region_index = ENTRY_NONE;
    }
    renumber(&gazetteer->names, moved);
    renumber(&gazetteer->demonyms, moved);
    check_countries(gazetteer);
}

void find_regions(struct gazetteer *gazetteer)
{
    for (uint32_t i = 0; i < gazetteer->entries.count; i++) {
        struct entry *entry = &gazetteer->entries.items[i];
        entry->region_index = ENTRY_NONE;
        for (uint32_t j = 0; entry->region.size > 0 && j < gazetteer->entries.count; j++) {
            const struct entry *region = &gazetteer->entries.items[j];
            if ((region->kind == PLACE_REGION || region->kind == PLACE_AREA) &&
                str_equal(region->country, entry->country) && str_equal(region->name, entry->region)) {
                entry->region_index = j;
                break;
            }
        }
        if (entry->region.size > 0 && entry->region_index == ENTRY_NONE) {
            gazetteer->line = entry->line;
            fail(gazetteer, "no such region in that country", entry->region);
        }
    }
}

void check_capitals(struct gazetteer *gazetteer)
{
    for (uint32_t i = 0; i < gazetteer->entries.count; i++) {
        const struct entry *capital = &gazetteer->entries.items[i];
        for (uint32_t j = 0; capital->seat == SEAT_OF_COUNTRY && j < i; j++) {
            const struct entry *other = &gazetteer->entries.items[j];
            if (other->seat == SEAT_OF_COUNTRY && str_equal(other->country, capital->country)) {
                gazetteer->line = capital->line;
                fail(gazetteer, "two capitals of one country", capital->name);
            }
        }
    }
}

static int compare_meanings(const void *a, const void *b)
{
    const struct meaning *left = a;
    const struct meaning *right = b;
    int order = str_compare(left->folded, right->folded);
    return order != 0 ? order : (left->entry > right->entry) - (left->entry < right->entry);
}

void sort_meanings(struct meanings *meanings)
{
    if (meanings->count > 0) {
        qsort(meanings->items, meanings->count, sizeof *meanings->items, compare_meanings);
    }
}
