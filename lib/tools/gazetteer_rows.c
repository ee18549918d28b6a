#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "place/name.h"
#include "place/table.h"
#include "tools/gazetteer.h"

void fail(const struct gazetteer *gazetteer, const char *message, struct str what)
{
    fprintf(stderr, "%s:%u: %s: %.*s\n", gazetteer->file, gazetteer->line, message, STR_ARG(what));
    exit(1);
}

void out_of_memory(void)
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

static struct meaning *add_meaning(struct gazetteer *gazetteer, struct meanings *list)
{
    if ((list->count & (list->count - 1)) == 0) {
        list->items = arena_grow(&gazetteer->arena, list->items, list->count,
                                 list->count == 0 ? 1 : list->count * 2, sizeof *list->items);
        if (list->items == NULL) {
            out_of_memory();
        }
    }
    return &list->items[list->count++];
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

void add_form(struct gazetteer *gazetteer, struct meanings *list, struct str written, uint32_t entry,
              bool beginnings)
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
        last = last == NULL || beginnings ? add_meaning(gazetteer, list) : last;
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

static void add_forms(struct gazetteer *gazetteer, struct meanings *list, struct str names, uint32_t entry)
{
    while (names.size > 0) {
        add_form(gazetteer, list, next_part(&names, '|'), entry, true);
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

static void read_kind(const struct gazetteer *gazetteer, struct str text, struct entry *entry)
{
    static const struct {
        const char *name;
        enum place_kind kind;
        enum place_seat seat;
    } kinds[] = {{"region", PLACE_REGION, SEAT_NONE},      {"area", PLACE_AREA, SEAT_NONE},
                 {"capital", PLACE_CITY, SEAT_OF_COUNTRY}, {"seat", PLACE_CITY, SEAT_OF_REGION},
                 {"city", PLACE_CITY, SEAT_NONE},          {"village", PLACE_VILLAGE, SEAT_NONE}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (str_equal(text, str_from(kinds[i].name))) {
            entry->kind = kinds[i].kind;
            entry->seat = kinds[i].seat;
            return;
        }
    }
    fail(gazetteer, "expected region, area, capital, seat, city or village", text);
}

static void grow_entries(struct gazetteer *gazetteer, struct entries *entries)
{
    uint32_t count = entries->count;
    if ((count & (count - 1)) == 0) {
        entries->items = arena_grow(&gazetteer->arena, entries->items, count,
                                    count == 0 ? 1 : (size_t)count * 2, sizeof *entries->items);
        if (entries->items == NULL) {
            out_of_memory();
        }
    }
    entries->count++;
}

uint32_t add_entry(struct gazetteer *gazetteer, struct entry entry)
{
    uint8_t flags = 0;
    entry.name = take_signs(entry.name, &flags);
    entry.name_offset = (uint32_t)gazetteer->pool.size;
    if (entry.name.size > UINT8_MAX) {
        fail(gazetteer, "name too long", entry.name);
    }
    buffer_append_str(&gazetteer->pool, entry.name);
    grow_entries(gazetteer, &gazetteer->entries);
    gazetteer->entries.items[gazetteer->entries.count - 1] = entry;
    return gazetteer->entries.count - 1;
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
    struct entry entry = {.kind = PLACE_COUNTRY, .region_index = ENTRY_NONE, .line = gazetteer->line};
    entry.country = next_part(&row, '\t');
    entry.name = next_part(&row, '\t');
    entry.lat = read_degrees(gazetteer, next_part(&row, '\t'), 90);
    entry.lon = read_degrees(gazetteer, next_part(&row, '\t'), 180);
    entry.population = read_population(gazetteer, next_part(&row, '\t'));
    if (entry.country.size != 2) {
        fail(gazetteer, "expected a country code", entry.country);
    }
    uint32_t index = add_entry(gazetteer, entry);
    add_form(gazetteer, &gazetteer->names, entry.name, index, true);
    add_forms(gazetteer, &gazetteer->names, next_part(&row, '\t'), index);
    take_people(gazetteer, &gazetteer->entries.items[index], row);
    add_forms(gazetteer, &gazetteer->demonyms, row, index);
}

/* Takes all of the row but its other names, which are left in it. */
static struct entry take_place(const struct gazetteer *gazetteer, struct str *row)
{
    struct entry entry = {.region_index = ENTRY_NONE, .line = gazetteer->line};
    read_kind(gazetteer, next_part(row, '\t'), &entry);
    entry.name = next_part(row, '\t');
    entry.country = next_part(row, '\t');
    entry.region = next_part(row, '\t');
    entry.lat = read_degrees(gazetteer, next_part(row, '\t'), 90);
    entry.lon = read_degrees(gazetteer, next_part(row, '\t'), 180);
    entry.population = read_population(gazetteer, next_part(row, '\t'));
    if (entry.country.size != 2 && entry.country.size != 0) {
        fail(gazetteer, "expected a country code", entry.country);
    }
    return entry;
}

static void read_place(struct gazetteer *gazetteer, struct str row)
{
    struct entry entry = take_place(gazetteer, &row);
    uint32_t index = add_entry(gazetteer, entry);
    add_form(gazetteer, &gazetteer->names, entry.name, index, true);
    add_forms(gazetteer, &gazetteer->names, row, index);
}

/* The next row that is no comment; false behind the last. */
static bool next_row(struct gazetteer *gazetteer, struct str *content, struct str *row)
{
    while (content->data != NULL) {
        *row = next_part(content, '\n');
        gazetteer->line++;
        if (row->size > 0 && row->data[0] != '#') {
            return true;
        }
    }
    return false;
}

static struct str open_table(struct gazetteer *gazetteer, const char *path)
{
    gazetteer->file = path;
    gazetteer->line = 0;
    return read_file(&gazetteer->arena, path);
}

void read_countries(struct gazetteer *gazetteer, const char *path)
{
    struct str content = open_table(gazetteer, path);
    struct str row;
    while (next_row(gazetteer, &content, &row)) {
        read_country(gazetteer, row);
    }
    gazetteer->country_count = gazetteer->entries.count;
}

void read_places(struct gazetteer *gazetteer, const char *path)
{
    struct str content = open_table(gazetteer, path);
    struct str row;
    while (next_row(gazetteer, &content, &row)) {
        read_place(gazetteer, row);
    }
}

struct entries read_towns(struct gazetteer *gazetteer, const char *path)
{
    struct str content = open_table(gazetteer, path);
    struct entries towns = {NULL, 0};
    struct str row;
    while (next_row(gazetteer, &content, &row)) {
        grow_entries(gazetteer, &towns);
        towns.items[towns.count - 1] = take_place(gazetteer, &row);
    }
    return towns;
}
