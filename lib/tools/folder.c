#include "tools/rules.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Sorts words before abbreviations before rules, each by name: the order in which directories list files is
 * chance. */
static int compare_files(const void *a, const void *b)
{
    const struct rules_file *left = a;
    const struct rules_file *right = b;
    if (left->kind != right->kind) {
        return left->kind < right->kind ? -1 : 1;
    }
    return strcmp(left->name, right->name);
}

static bool kind_of(struct str name, enum rules_file_kind *kind)
{
    if (str_starts(name, STR("words")) && str_ends(name, STR(".tsv"))) {
        *kind = RULES_WORDS;
    } else if (str_equal(name, STR("abbreviations.txt"))) {
        *kind = RULES_ABBREVIATIONS;
    } else if (str_equal(name, STR("time.rules"))) {
        *kind = RULES_TIME;
    } else if (str_equal(name, STR("report.rules"))) {
        *kind = RULES_REPORT;
    } else if (str_equal(name, STR("clutter.txt"))) {
        *kind = RULES_OTHER;
    } else {
        return false;
    }
    return true;
}

static enum status read_all(struct arena *arena, const char *path, struct str *text, struct error *error)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return error_set(error, ERR_IO, NULL, "%s: %s", path, strerror(errno));
    }
    size_t capacity = 1 << 20;
    char *data = arena_alloc(arena, capacity);
    size_t size = 0;
    while (data != NULL && !feof(file) && !ferror(file)) {
        if (size == capacity) {
            data = arena_grow(arena, data, capacity, capacity * 2, 1);
            capacity *= 2;
            continue;
        }
        size += fread(data + size, 1, capacity - size, file);
    }
    bool good = !ferror(file);
    fclose(file);
    if (!good || data == NULL) {
        return error_set(error, good ? ERR_NO_MEMORY : ERR_IO, NULL, "%s: %s", path,
                         good ? "not enough memory" : "cannot be read");
    }
    *text = (struct str){data, size};
    return OK;
}

static enum status add_file(struct arena *arena, const char *folder_path, const char *name,
                            struct rules_folder *folder, struct error *error)
{
    enum rules_file_kind kind;
    if (!kind_of(str_from(name), &kind)) {
        return OK;
    }
    if (folder->count == RULES_FILES_MAX) {
        return error_set(error, ERR_TOO_LARGE, NULL, "%s: more than %d files", folder_path, RULES_FILES_MAX);
    }
    struct str path = str_ends(str_from(folder_path), STR("/"))
                          ? arena_printf(arena, "%s%s", folder_path, name)
                          : arena_printf(arena, "%s/%s", folder_path, name);
    if (path.data == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "%s: not enough memory", folder_path);
    }
    struct rules_file *file = &folder->files[folder->count++];
    *file = (struct rules_file){.kind = kind, .name = path.data};
    return read_all(arena, path.data, &file->text, error);
}

enum status rules_read_folder(struct arena *arena, const char *path, struct rules_folder *folder,
                              struct error *error)
{
    folder->count = 0;
    DIR *directory = opendir(path);
    if (directory == NULL) {
        return error_set(error, ERR_NOT_FOUND, NULL, "%s: %s", path, strerror(errno));
    }
    enum status status = OK;
    const struct dirent *entry;
    while (status == OK && (entry = readdir(directory)) != NULL) {
        status = add_file(arena, path, entry->d_name, folder, error);
    }
    closedir(directory);
    qsort(folder->files, folder->count, sizeof *folder->files, compare_files);
    return status;
}

bool rules_tag_valid(struct str tag)
{
    for (size_t i = 0; i < tag.size; i++) {
        if (tag.data[i] < 'a' || tag.data[i] > 'z') {
            return false;
        }
    }
    return tag.size > 0;
}
