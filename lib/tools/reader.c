#include "tools/compiler.h"

#include <string.h>

struct place reader_place(const struct reader *reader)
{
    size_t at = reader->at;
    if (at == reader->end) {
        /* What is missing at the end of a statement is missing behind its last sign, not on the next line. */
        while (at > 0 && strchr(" \t\r\n", reader->file->text.data[at - 1]) != NULL) {
            at--;
        }
    }
    return (struct place){reader->file, at};
}

bool reader_more(struct reader *reader)
{
    const char *data = reader->file->text.data;
    while (reader->at < reader->end) {
        char c = data[reader->at];
        if (c == '#') {
            while (reader->at < reader->end && data[reader->at] != '\n') {
                reader->at++;
            }
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            reader->at++;
        } else {
            return true;
        }
    }
    return false;
}

char reader_peek(struct reader *reader)
{
    if (!reader_more(reader)) {
        return 0;
    }
    return reader->file->text.data[reader->at];
}

bool reader_take(struct reader *reader, char c)
{
    if (reader_more(reader) && reader->file->text.data[reader->at] == c) {
        reader->at++;
        return true;
    }
    return false;
}

struct str reader_name(struct reader *reader, const char *also)
{
    const char *data = reader->file->text.data;
    if (!reader_more(reader) || !ascii_is_letter(data[reader->at])) {
        return (struct str){NULL, 0};
    }
    size_t begin = reader->at;
    while (reader->at < reader->end) {
        char c = data[reader->at];
        if (!ascii_is_letter(c) && !(c >= '0' && c <= '9') && strchr(also, c) == NULL) {
            break;
        }
        reader->at++;
    }
    return (struct str){data + begin, reader->at - begin};
}
