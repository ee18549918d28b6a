/* Compiles the gazetteer's tables into C:  embed_gazetteer countries.tsv places.tsv towns.tsv out.c
 *
 * Refuses a row that is not well-formed, a region that no row names, a name that is too long; says file and
 * line. */
#include <math.h>
#include <stdio.h>

#include "place/name.h"
#include "place/table.h"
#include "tools/gazetteer.h"

#define MEMORY ((size_t)1 << 30)

/* How likely a name means this place rather than another of the same name: countries first; of a town and the
 * region called after it the town. */
static double prominence(const struct entry *entry)
{
    double people = (double)entry->population;
    switch (entry->kind) {
    case PLACE_COUNTRY:
        return 1e12 + people;
    case PLACE_REGION:
    case PLACE_AREA:
        return people / 20;
    default:
        return people;
    }
}

static uint32_t slot_count(size_t forms)
{
    uint32_t slots = 16;
    while (slots < forms * 2) {
        slots *= 2;
    }
    return slots;
}

/* Adds the entries that one folded name can mean to the candidates, likeliest first, and returns how many. */
static uint16_t write_candidates(const struct gazetteer *gazetteer, const struct meaning *meanings,
                                 size_t count, struct buffer *candidates, uint32_t *total)
{
    uint32_t chosen[64];
    uint16_t size = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t entry = meanings[i].entry;
        if (entry == ENTRY_NONE || (i > 0 && entry == meanings[i - 1].entry) || size == 64) {
            continue;
        }
        uint16_t at = size;
        while (at > 0 && prominence(&gazetteer->entries.items[chosen[at - 1]]) <
                             prominence(&gazetteer->entries.items[entry])) {
            chosen[at] = chosen[at - 1];
            at--;
        }
        chosen[at] = entry;
        size++;
    }
    for (uint16_t i = 0; i < size; i++) {
        buffer_printf(candidates, "%u,%s", chosen[i], ++*total % 16 == 0 ? "\n" : " ");
    }
    return size;
}

static void write_forms(struct gazetteer *gazetteer, const char *name, struct meanings *list,
                        struct buffer *candidates, uint32_t *candidate_total, FILE *out)
{
    sort_meanings(list);
    const struct meaning *meanings = list->items;
    size_t meaning_count = list->count;
    uint32_t slots = slot_count(meaning_count);
    uint32_t *table = arena_array(&gazetteer->arena, slots, sizeof *table);
    if (table == NULL) {
        out_of_memory();
        return;
    }
    /* never empty: a machine without the packages has no towns */
    fprintf(out, "static const struct table_form %s_forms[%zu] = {\n", name, meaning_count + 1);
    uint32_t form = 0;
    for (size_t begin = 0; begin < meaning_count;) {
        struct str folded = meanings[begin].folded;
        size_t end = begin;
        uint16_t capitalized = UINT16_MAX;
        uint8_t flags = 0;
        for (; end < meaning_count && str_equal(meanings[end].folded, folded); end++) {
            if (meanings[end].entry != ENTRY_NONE) {
                capitalized &= meanings[end].capitalized;
                flags |= meanings[end].flags;
            } else {
                flags |= FORM_BEGINS;
            }
        }
        uint32_t first = *candidate_total;
        uint16_t count =
            write_candidates(gazetteer, meanings + begin, end - begin, candidates, candidate_total);
        uint32_t hash = name_hash(folded.data, folded.size);
        fprintf(out, "    {%zu, 0x%08XU, %u, %u, 0x%X, %zu, %u},\n", gazetteer->pool.size, hash, first, count,
                count == 0 ? 0 : capitalized, folded.size, flags);
        buffer_append_str(&gazetteer->pool, folded);
        uint32_t slot = hash & (slots - 1);
        while (table[slot] != 0) {
            slot = (slot + 1) & (slots - 1);
        }
        table[slot] = ++form;
        begin = end;
    }
    fprintf(out, "};\n\nstatic const uint32_t %s_slots[] = {", name);
    for (uint32_t i = 0; i < slots; i++) {
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : " ", table[i]);
    }
    fprintf(out, "\n};\n\nconst struct form_table gazetteer_%s = {%s_forms, %s_slots, %u};\n\n", name, name,
            name, slots - 1);
}

/* What the names begin with that are looked up for every capital letter of a text. */
static void write_openings(const struct gazetteer *gazetteer, FILE *out)
{
    const struct meanings *lists[] = {&gazetteer->names, &gazetteer->demonyms};
    uint32_t openings[NAME_OPENINGS / 32] = {0};

    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        for (size_t k = 0; k < lists[i]->count; k++) {
            struct str folded = lists[i]->items[k].folded;
            uint32_t opening = name_opening(folded.data, folded.size);

            openings[opening / 32] |= UINT32_C(1) << opening % 32;
        }
    }
    fputs("const uint32_t gazetteer_openings[] = {", out);
    for (uint32_t i = 0; i < NAME_OPENINGS / 32; i++) {
        fprintf(out, "%s0x%08XU,", i % 8 == 0 ? "\n    " : " ", openings[i]);
    }
    fputs("\n};\n\n", out);
}

/* Exact for what a table says: a double of four decimals is the quotient of such a number. */
static long ten_thousandths(double degrees)
{
    return lround(degrees * ENTRY_DEGREE);
}

static void write_entries(const struct gazetteer *gazetteer, FILE *out)
{
    fputs("const struct table_entry gazetteer_entries[] = {\n", out);
    for (uint32_t i = 0; i < gazetteer->entries.count; i++) {
        const struct entry *entry = &gazetteer->entries.items[i];
        fprintf(out, "{%u,%uU,%ld,%ld,%u,%zu,%d,%d,", entry->name_offset, entry->region_index,
                ten_thousandths(entry->lat), ten_thousandths(entry->lon), entry->population, entry->name.size,
                (int)entry->kind, (int)entry->seat);
        if (entry->country.size == 2) {
            fprintf(out, "{'%c','%c'}},\n", entry->country.data[0], entry->country.data[1]);
        } else {
            fputs("{0,0}},\n", out);
        }
    }
    fputs("};\n\n", out);
}

/* The seat of its government; the project's own tables say before others which it is. */
static uint32_t capital_of(const struct gazetteer *gazetteer, struct str country)
{
    for (uint32_t i = 0; i < gazetteer->entries.count; i++) {
        const struct entry *entry = &gazetteer->entries.items[i];
        if (entry->seat == SEAT_OF_COUNTRY && str_equal(entry->country, country)) {
            return i;
        }
    }
    return ENTRY_NONE;
}

static void write_states(const struct gazetteer *gazetteer, struct buffer *candidates, uint32_t total,
                         FILE *out)
{
    fputs("const struct table_state gazetteer_states[] = {\n", out);
    for (uint32_t i = 0; i < gazetteer->country_count; i++) {
        const struct entry *country = &gazetteer->entries.items[i];
        uint32_t capital = capital_of(gazetteer, country->country);
        fprintf(out, "    {%u, %uU, %zu, %zu},\n", country->adjective_offset,
                capital == ENTRY_NONE ? ENTRY_NONE : total, country->adjective.size, country->people.size);
        if (capital != ENTRY_NONE) {
            buffer_printf(candidates, "%u,\n", capital);
            total++;
        }
    }
    fprintf(out, "};\n\nconst uint32_t gazetteer_country_count = %u;\n\n", gazetteer->country_count);
}

static void write_pool(struct str pool, FILE *out)
{
    fputs("const char gazetteer_pool[] =", out);
    for (size_t i = 0; i < pool.size; i++) {
        if (i % 64 == 0) {
            fputs(i == 0 ? "\n    \"" : "\"\n    \"", out);
        }
        unsigned char c = (unsigned char)pool.data[i];
        if (c >= 0x80 || c == '"' || c == '\\') {
            fprintf(out, "\\%03o", c);
        } else {
            fputc(c, out);
        }
    }
    fputs("\";\n", out);
}

static void write_tables(struct gazetteer *gazetteer, struct buffer *candidates, FILE *out)
{
    uint32_t total = 0;
    fputs("/* Made by embed_gazetteer. */\n#include \"place/table.h\"\n\n", out);
    write_forms(gazetteer, "names", &gazetteer->names, candidates, &total, out);
    write_forms(gazetteer, "demonyms", &gazetteer->demonyms, candidates, &total, out);
    write_forms(gazetteer, "towns", &gazetteer->towns, candidates, &total, out);
    write_openings(gazetteer, out);
    write_entries(gazetteer, out);
    write_states(gazetteer, candidates, total, out);
    struct str list = buffer_str(candidates);
    fprintf(out, "const uint32_t gazetteer_candidates[] = {\n%.*s};\n\n", STR_ARG(list));
    write_pool(buffer_str(&gazetteer->pool), out);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: embed_gazetteer countries.tsv places.tsv towns.tsv out.c\n", stderr);
        return 2;
    }
    struct gazetteer gazetteer = {0};
    arena_init(&gazetteer.arena, MEMORY);
    buffer_init(&gazetteer.pool, MEMORY);
    read_countries(&gazetteer, argv[1]);
    sort_countries(&gazetteer);
    read_places(&gazetteer, argv[2]);
    find_regions(&gazetteer);
    check_capitals(&gazetteer);
    add_towns(&gazetteer, read_towns(&gazetteer, argv[3]));

    FILE *out = fopen(argv[4], "wb");
    if (out == NULL) {
        perror(argv[4]);
        return 1;
    }
    struct buffer candidates;
    buffer_init(&candidates, MEMORY);
    write_tables(&gazetteer, &candidates, out);
    bool failed =
        buffer_status(&candidates) != OK || buffer_status(&gazetteer.pool) != OK || ferror(out) != 0;
    if (fclose(out) != 0 || failed) {
        fprintf(stderr, "%s: cannot be written\n", argv[4]);
        return 1;
    }
    buffer_release(&candidates);
    buffer_release(&gazetteer.pool);
    arena_release(&gazetteer.arena);
    return 0;
}
