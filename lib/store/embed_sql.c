/* A build-time program: turns the files of schema/sqlite into const C strings.
 *
 *     embed_sql OUT.h OUT.c MIGRATION.sql ... -- QUERY.sql ...
 *
 * Each query becomes one member of `enum sql`, named after its file (article_by_id.sql: SQL_ARTICLE_BY_ID),
 * and `sql_text` holds the texts.  Migrations are NNNN-name.sql, numbered from 1 without a gap. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "embed_sql: %s: %s\n", what, why);
    exit(1);
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* The part of a file's name before its dot, as a C name. */
static void c_name(const char *path, char out[64])
{
    const char *name = base_name(path);
    size_t size = strcspn(name, ".");
    if (size == 0 || size > 60) {
        fail(path, "name is empty or too long");
    }
    for (size_t i = 0; i < size; i++) {
        if (!isalnum((unsigned char)name[i]) && name[i] != '_' && name[i] != '-') {
            fail(path, "name may hold letters, digits, _ and - only");
        }
        out[i] = (char)(name[i] == '-' ? '_' : toupper((unsigned char)name[i]));
    }
    out[size] = '\0';
}

/* Writes the file's text as string literals, a line each. */
static void write_text(FILE *out, const char *path)
{
    FILE *in = fopen(path, "rb");
    int c;
    int before = '\n';
    if (in == NULL) {
        fail(path, strerror(errno));
    }
    while ((c = getc(in)) != EOF) {
        if (before == '\n') {
            fputs("\n        \"", out);
        }
        if (c == '\n') {
            fputs("\\n\"", out);
        } else if (c == '"' || c == '\\') {
            fprintf(out, "\\%c", c);
        } else if (c < ' ' || c > '~') {
            fprintf(out, "\\%03o", (unsigned)c);
        } else {
            putc(c, out);
        }
        before = c;
    }
    if (ferror(in) != 0) {
        fail(path, strerror(errno));
    }
    if (before != '\n') {
        putc('"', out);
    }
    fclose(in);
}

static void write_header(FILE *out, char **queries)
{
    char name[64];
    fputs("/* Made by embed_sql from schema/sqlite. */\n#ifndef STORE_SQLITE_SQL_H\n#define "
          "STORE_SQLITE_SQL_H\n\n"
          "enum sql {\n",
          out);
    for (char **query = queries; *query != NULL; query++) {
        c_name(*query, name);
        fprintf(out, "    SQL_%s,\n", name);
    }
    fputs("    SQL_COUNT\n};\n\nextern const char *const sql_text[SQL_COUNT];\n\n"
          "struct sql_migration {\n    unsigned number;\n    const char *name;\n    const char *text;\n};\n\n"
          "/* In ascending order, the last one with number 0. */\n"
          "extern const struct sql_migration sql_migrations[];\n\n#endif\n",
          out);
}

static void write_source(FILE *out, char **migrations, char **queries)
{
    char name[64];
    unsigned number = 0;
    fputs("/* Made by embed_sql from schema/sqlite. */\n#include \"sql.h\"\n\n#include <stddef.h>\n\n"
          "const char *const sql_text[SQL_COUNT] = {\n",
          out);
    for (char **query = queries; *query != NULL; query++) {
        c_name(*query, name);
        fprintf(out, "    [SQL_%s] =", name);
        write_text(out, *query);
        fputs(",\n", out);
    }
    fputs("};\n\nconst struct sql_migration sql_migrations[] = {\n", out);
    for (char **migration = migrations; *migration != NULL && strcmp(*migration, "--") != 0; migration++) {
        number++;
        if (strtoul(base_name(*migration), NULL, 10) != number) {
            fail(*migration, "migrations are numbered from 0001 without a gap");
        }
        fprintf(out, "    {%u, \"%s\",", number, base_name(*migration));
        write_text(out, *migration);
        fputs("},\n", out);
    }
    fputs("    {0, NULL, NULL},\n};\n", out);
}

int main(int count, char **arguments)
{
    char **queries = NULL;
    FILE *header;
    FILE *source;
    for (int i = 3; i < count; i++) {
        if (strcmp(arguments[i], "--") == 0) {
            queries = arguments + i + 1;
            break;
        }
    }
    if (queries == NULL || *queries == NULL) {
        fputs("usage: embed_sql OUT.h OUT.c MIGRATION.sql ... -- QUERY.sql ...\n", stderr);
        return 2;
    }
    header = fopen(arguments[1], "w");
    if (header == NULL) {
        fail(arguments[1], strerror(errno));
    }
    source = fopen(arguments[2], "w");
    if (source == NULL) {
        fail(arguments[2], strerror(errno));
    }
    write_header(header, queries);
    write_source(source, arguments + 3, queries);
    if (fclose(header) != 0 || fclose(source) != 0) {
        fail(arguments[1], strerror(errno));
    }
    return 0;
}
