/* Compiles the gazetteer's tables into C:  embed_gazetteer countries.tsv places.tsv out.c
 *
 * Refuses a row that is not well-formed, a region that no row names, a name that is too long; says file and
 * line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "place/name.h"
#include "place/place.h"
#include "place/table.h"

#define MEMORY ((size_t)1 << 30)

struct entry {
    struct str name, country, region;
    enum place_kind kind;
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

struct gazetteer {
    struct arena arena;
    struct buffer pool;
    struct entry *entries;
    uint32_t entry_count;
    struct meaning *names, *demonyms;
    size_t name_count, demonym_count;
    const char *file;
    uint32_t line;
};

static void fail(const struct gazetteer *gazetteer, const char *message, struct str what)
{
    fprintf(stderr, "%s:%u: %s: %.*s\n", gazetteer->file, gazetteer->line, message, STR_ARG(what));
    exit(1);
}

static void out_of_memory(void)
{
    fputs("embed_gazetteer: out of memory\n", stderr);
    exit(1);
}

static struct str read_file(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    struct str content = {NULL, 0};
    if (file != NULL && fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        char *data = size < 0 ? NULL : arena_alloc(arena, (size_t)size + 1);
        if (data != NULL && fseek(file, 0, SEEK_SET) == 0 &&
            fread(data, 1, (size_t)size, file) == (size_t)size) {
            content = (struct str){data, (size_t)size};
        }
    }
    if (file == NULL || content.data == NULL) {
        perror(path);
        exit(1);
    }
    if (fclose(file) != 0 || utf8_invalid_at(content) != content.size) {
        fprintf(stderr, "%s: cannot be read as UTF-8\n", path);
        exit(1);
    }
    return content;
}

/* The part of *rest before the next `separator`; *rest becomes what follows, absent after the last part. */
static struct str next_part(struct str *rest, char separator)
{
    size_t end = 0;
    while (end < rest->size && rest->data[end] != separator) {
        end++;
    }
    struct str part = str_slice(*rest, 0, end);
    *rest = end < rest->size ? str_slice(*rest, end + 1, rest->size) : (struct str){NULL, 0};
    return part;
}

/* The Arabic article is written small or with a capital as one likes. */
static bool is_article(struct str word)
{
    static const char *const articles[] = {"al", "el", "ar", "as", "ash", "ad",
                                           "an", "at", "ed", "en", "the"};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        if (str_equal(word, str_from(articles[i]))) {
            return true;
        }
    }
    return false;
}

static struct meaning *add_meaning(struct gazetteer *gazetteer, bool demonym)
{
    struct meaning **list = demonym ? &gazetteer->demonyms : &gazetteer->names;
    size_t *count = demonym ? &gazetteer->demonym_count : &gazetteer->name_count;
    if ((*count & (*count - 1)) == 0) {
        *list = arena_grow(&gazetteer->arena, *list, *count, *count == 0 ? 1 : *count * 2, sizeof **list);
        if (*list == NULL) {
            out_of_memory();
        }
    }
    return &(*list)[(*count)++];
}

/* Takes the signs from the front of a written name. */
static struct str take_signs(struct str written, uint8_t *flags)
{
    while (written.size > 0 && (written.data[0] == '~' || written.data[0] == '=')) {
        *flags |= written.data[0] == '~' ? FORM_COMMON : FORM_CAPITALS;
        written = str_slice(written, 1, written.size);
    }
    return written;
}

static void add_form(struct gazetteer *gazetteer, struct str written, uint32_t entry, bool demonym)
{
    uint8_t flags = 0;
    struct str name = take_signs(written, &flags);
    struct name_reader reader;
    name_reader_init(&reader, name, 0, name.size);
    uint32_t articles = 0;
    uint32_t words = 0;
    struct meaning *last = NULL;
    while (name_read_word(&reader)) {
        if (reader.words > words) {
            size_t begin = reader.size;
            while (begin > 0 && reader.folded[begin - 1] != ' ') {
                begin--;
            }
            struct str word = {reader.folded + begin, reader.size - begin};
            articles |= (uint32_t)is_article(word) << words;
            words = reader.words;
        }
        last = add_meaning(gazetteer, demonym);
        *last = (struct meaning){.folded =
                                     arena_copy(&gazetteer->arena, (struct str){reader.folded, reader.size}),
                                 .entry = ENTRY_NONE};
        if (last->folded.data == NULL) {
            out_of_memory();
        }
    }
    if (last == NULL || reader.name_end != name.size) {
        fail(gazetteer, "not a name that can be looked up", written);
        return;
    }
    last->entry = entry;
    last->capitalized = (uint16_t)(reader.capitalized & ~articles);
    last->flags = flags;
}

static void add_forms(struct gazetteer *gazetteer, struct str list, uint32_t entry, bool demonym)
{
    while (list.size > 0) {
        add_form(gazetteer, next_part(&list, '|'), entry, demonym);
    }
}

static double read_degrees(const struct gazetteer *gazetteer, struct str text, double limit)
{
    char copy[32] = {0};
    if (text.size == 0 || text.size >= sizeof copy) {
        fail(gazetteer, "expected degrees", text);
    }
    memcpy(copy, text.data, text.size);
    char *end = NULL;
    double value = strtod(copy, &end);
    if (*end != '\0' || !(value >= -limit && value <= limit)) {
        fail(gazetteer, "expected degrees", text);
    }
    return value;
}

/* Thousands become people. */
static uint32_t read_population(const struct gazetteer *gazetteer, struct str text)
{
    int64_t thousands = 0;
    if (!str_to_int64(text, &thousands) || thousands < 0 || thousands > 2000000) {
        fail(gazetteer, "expected a population in thousands", text);
    }
    return (uint32_t)(thousands * 1000);
}

static enum place_kind read_kind(const struct gazetteer *gazetteer, struct str text)
{
    static const char *const names[] = {
        [PLACE_REGION] = "region", [PLACE_AREA] = "area", [PLACE_CITY] = "city", [PLACE_VILLAGE] = "village"};
    for (int kind = PLACE_REGION; kind <= PLACE_VILLAGE; kind++) {
        if (str_equal(text, str_from(names[kind]))) {
            return (enum place_kind)kind;
        }
    }
    fail(gazetteer, "expected region, area, city or village", text);
    return PLACE_CITY;
}

static uint32_t add_entry(struct gazetteer *gazetteer, struct entry entry, struct str written_name)
{
    uint32_t count = gazetteer->entry_count;
    if ((count & (count - 1)) == 0) {
        gazetteer->entries = arena_grow(&gazetteer->arena, gazetteer->entries, count,
                                        count == 0 ? 1 : (size_t)count * 2, sizeof *gazetteer->entries);
        if (gazetteer->entries == NULL) {
            out_of_memory();
        }
    }
    uint8_t flags = 0;
    entry.name = take_signs(written_name, &flags);
    entry.line = gazetteer->line;
    entry.name_offset = (uint32_t)gazetteer->pool.size;
    if (entry.name.size > UINT8_MAX) {
        fail(gazetteer, "name too long", entry.name);
    }
    buffer_append_str(&gazetteer->pool, entry.name);
    gazetteer->entries[count] = entry;
    gazetteer->entry_count++;
    return count;
}

/* The first demonym is the adjective; the people are the first plural behind it, else called by the adjective
 * too. */
static void take_people(struct gazetteer *gazetteer, struct entry *entry, struct str demonyms)
{
    entry->adjective = next_part(&demonyms, '|');
    entry->people = entry->adjective;
    while (demonyms.size > 0) {
        struct str demonym = next_part(&demonyms, '|');
        if (str_ends(demonym, STR("s"))) {
            entry->people = demonym;
            break;
        }
    }
    if (entry->adjective.size > UINT8_MAX || entry->people.size > UINT8_MAX) {
        fail(gazetteer, "name too long", demonyms);
    }
    entry->adjective_offset = (uint32_t)gazetteer->pool.size;
    buffer_append_str(&gazetteer->pool, entry->adjective);
    buffer_append_str(&gazetteer->pool, entry->people);
}

static void read_country(struct gazetteer *gazetteer, struct str row)
{
    struct entry entry = {.kind = PLACE_COUNTRY};
    entry.country = next_part(&row, '\t');
    struct str name = next_part(&row, '\t');
    entry.lat = read_degrees(gazetteer, next_part(&row, '\t'), 90);
    entry.lon = read_degrees(gazetteer, next_part(&row, '\t'), 180);
    entry.population = read_population(gazetteer, next_part(&row, '\t'));
    if (entry.country.size != 2) {
        fail(gazetteer, "expected a country code", entry.country);
    }
    uint32_t index = add_entry(gazetteer, entry, name);
    add_form(gazetteer, name, index, false);
    add_forms(gazetteer, next_part(&row, '\t'), index, false);
    take_people(gazetteer, &gazetteer->entries[index], row);
    add_forms(gazetteer, row, index, true);
}

static void read_place(struct gazetteer *gazetteer, struct str row)
{
    struct entry entry = {.kind = read_kind(gazetteer, next_part(&row, '\t'))};
    struct str name = next_part(&row, '\t');
    entry.country = next_part(&row, '\t');
    entry.region = next_part(&row, '\t');
    entry.lat = read_degrees(gazetteer, next_part(&row, '\t'), 90);
    entry.lon = read_degrees(gazetteer, next_part(&row, '\t'), 180);
    entry.population = read_population(gazetteer, next_part(&row, '\t'));
    if (entry.country.size != 2 && entry.country.size != 0) {
        fail(gazetteer, "expected a country code", entry.country);
    }
    uint32_t index = add_entry(gazetteer, entry, name);
    add_form(gazetteer, name, index, false);
    add_forms(gazetteer, row, index, false);
}

static void read_table(struct gazetteer *gazetteer, const char *path,
                       void (*read_row)(struct gazetteer *, struct str))
{
    struct str content = read_file(&gazetteer->arena, path);
    gazetteer->file = path;
    gazetteer->line = 0;
    while (content.data != NULL) {
        struct str row = next_part(&content, '\n');
        gazetteer->line++;
        if (row.size > 0 && row.data[0] != '#') {
            read_row(gazetteer, row);
        }
    }
}

static void check_countries(struct gazetteer *gazetteer)
{
    for (uint32_t i = 1; i < gazetteer->entry_count; i++) {
        if (str_compare(gazetteer->entries[i - 1].country, gazetteer->entries[i].country) == 0) {
            gazetteer->line = gazetteer->entries[i].line;
            fail(gazetteer, "two countries of one code", gazetteer->entries[i].country);
        }
    }
}

static int compare_codes(const void *a, const void *b)
{
    const struct entry *left = a;
    const struct entry *right = b;
    return str_compare(left->country, right->country);
}

/* Puts the countries into the order of their codes, for binary search, before anything refers to their
 * indices by name; the meanings that were already collected are renumbered. */
static void sort_countries(struct gazetteer *gazetteer)
{
    uint32_t count = gazetteer->entry_count;
    uint32_t *moved = arena_array(&gazetteer->arena, count, sizeof *moved);
    if (moved == NULL) {
        out_of_memory();
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        gazetteer->entries[i].region_index = i;
    }
    qsort(gazetteer->entries, count, sizeof *gazetteer->entries, compare_codes);
    for (uint32_t i = 0; i < count; i++) {
        moved[gazetteer->entries[i].region_index] = i;
    }
    for (size_t i = 0; i < gazetteer->name_count; i++) {
        if (gazetteer->names[i].entry != ENTRY_NONE) {
            gazetteer->names[i].entry = moved[gazetteer->names[i].entry];
        }
    }
    for (size_t i = 0; i < gazetteer->demonym_count; i++) {
        if (gazetteer->demonyms[i].entry != ENTRY_NONE) {
            gazetteer->demonyms[i].entry = moved[gazetteer->demonyms[i].entry];
        }
    }
    check_countries(gazetteer);
}

static void find_regions(struct gazetteer *gazetteer)
{
    for (uint32_t i = 0; i < gazetteer->entry_count; i++) {
        struct entry *entry = &gazetteer->entries[i];
        entry->region_index = ENTRY_NONE;
        for (uint32_t j = 0; entry->region.size > 0 && j < gazetteer->entry_count; j++) {
            const struct entry *region = &gazetteer->entries[j];
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

static int compare_meanings(const void *a, const void *b)
{
    const struct meaning *left = a;
    const struct meaning *right = b;
    int order = str_compare(left->folded, right->folded);
    return order != 0 ? order : (left->entry > right->entry) - (left->entry < right->entry);
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
        while (at > 0 &&
               prominence(&gazetteer->entries[chosen[at - 1]]) < prominence(&gazetteer->entries[entry])) {
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

static void write_forms(struct gazetteer *gazetteer, const char *name, struct meaning *meanings,
                        size_t meaning_count, struct buffer *candidates, uint32_t *candidate_total, FILE *out)
{
    qsort(meanings, meaning_count, sizeof *meanings, compare_meanings);
    uint32_t slots = slot_count(meaning_count);
    uint32_t *table = arena_array(&gazetteer->arena, slots, sizeof *table);
    if (table == NULL) {
        out_of_memory();
        return;
    }
    fprintf(out, "static const struct table_form %s_forms[] = {\n", name);
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

static void write_entries(const struct gazetteer *gazetteer, FILE *out)
{
    uint32_t countries = 0;
    fputs("const struct table_entry gazetteer_entries[] = {\n", out);
    for (uint32_t i = 0; i < gazetteer->entry_count; i++) {
        const struct entry *entry = &gazetteer->entries[i];
        countries += entry->kind == PLACE_COUNTRY;
        fprintf(out, "    {%u, %uU, %.4f, %.4f, %u, %u, %zu, %zu, %zu, %d, ", entry->name_offset,
                entry->region_index, entry->lat, entry->lon, entry->population, entry->adjective_offset,
                entry->adjective.size, entry->people.size, entry->name.size, (int)entry->kind);
        if (entry->country.size == 2) {
            fprintf(out, "{'%c', '%c'}},\n", entry->country.data[0], entry->country.data[1]);
        } else {
            fputs("{0, 0}},\n", out);
        }
    }
    fprintf(out, "};\n\nconst uint32_t gazetteer_country_count = %u;\n\n", countries);
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

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: embed_gazetteer countries.tsv places.tsv out.c\n", stderr);
        return 2;
    }
    struct gazetteer gazetteer = {0};
    arena_init(&gazetteer.arena, MEMORY);
    buffer_init(&gazetteer.pool, MEMORY);
    read_table(&gazetteer, argv[1], read_country);
    sort_countries(&gazetteer);
    read_table(&gazetteer, argv[2], read_place);
    find_regions(&gazetteer);

    FILE *out = fopen(argv[3], "wb");
    if (out == NULL) {
        perror(argv[3]);
        return 1;
    }
    struct buffer candidates;
    buffer_init(&candidates, MEMORY);
    uint32_t candidate_total = 0;
    fputs("/* Made by embed_gazetteer from countries.tsv and places.tsv. */\n#include \"place/table.h\"\n\n",
          out);
    write_forms(&gazetteer, "names", gazetteer.names, gazetteer.name_count, &candidates, &candidate_total,
                out);
    write_forms(&gazetteer, "demonyms", gazetteer.demonyms, gazetteer.demonym_count, &candidates,
                &candidate_total, out);
    write_entries(&gazetteer, out);
    struct str list = buffer_str(&candidates);
    fprintf(out, "const uint32_t gazetteer_candidates[] = {\n%.*s};\n\n", STR_ARG(list));
    write_pool(buffer_str(&gazetteer.pool), out);
    bool failed =
        buffer_status(&candidates) != OK || buffer_status(&gazetteer.pool) != OK || ferror(out) != 0;
    if (fclose(out) != 0 || failed) {
        fprintf(stderr, "%s: cannot be written\n", argv[3]);
        return 1;
    }
    buffer_release(&candidates);
    buffer_release(&gazetteer.pool);
    arena_release(&gazetteer.arena);
    return 0;
}
