#include "tools/compiler.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MOST_MESSAGES 50
#define LINE_SHOWN 160 /* bytes of a line that a message shows */

void complain(struct messages *messages, struct place place, const char *format, ...)
{
    if (messages->count++ >= MOST_MESSAGES) {
        return;
    }
    struct str text = place.file->text;
    size_t at = place.offset < text.size ? place.offset : text.size;
    unsigned line = 1;
    size_t begin = 0;
    for (size_t i = 0; i < at; i++) {
        if (text.data[i] == '\n') {
            line++;
            begin = i + 1;
        }
    }
    size_t end = begin;
    while (end < text.size && text.data[end] != '\n') {
        end++;
    }
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    buffer_printf(messages->out, "%s:%u:%zu: error: %s\n", place.file->name, line, at - begin + 1, message);

    /* A long line is shown from a little before the place. */
    size_t shown = at - begin > LINE_SHOWN / 2 ? at - LINE_SHOWN / 2 : begin;
    size_t shown_end = end - shown > LINE_SHOWN ? shown + LINE_SHOWN : end;
    buffer_append(messages->out, "    ", 4);
    for (size_t i = shown; i < shown_end; i++) {
        char c = text.data[i];
        bool visible = c == '\t' || (unsigned char)c >= ' ';
        buffer_append(messages->out, visible ? &c : "?", 1);
    }
    buffer_append(messages->out, "\n    ", 5);
    for (size_t i = shown; i < at; i++) {
        /* Continuation bytes of UTF-8 take no column. */
        unsigned char c = (unsigned char)text.data[i];
        if ((c & 0xc0) != 0x80) {
            buffer_append_char(messages->out, c == '\t' ? '\t' : ' ');
        }
    }
    buffer_append(messages->out, "^\n", 2);
}

void exceed(struct messages *messages, const char *things)
{
    messages->no_memory = true;
    messages->too_many = things;
}

void *take(struct compiler *compiler, size_t count, size_t size)
{
    void *memory = arena_array(compiler->arena, count, size);
    if (memory == NULL) {
        compiler->messages.no_memory = true;
    }
    return memory;
}

bool make_room(struct compiler *compiler, void **items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) {
        return true;
    }
    size_t wanted = *capacity == 0 ? 64 : *capacity * 2;
    void *grown = arena_grow(compiler->arena, *items, count, wanted, size);
    if (grown == NULL) {
        compiler->messages.no_memory = true;
        return false;
    }
    *items = grown;
    *capacity = wanted;
    return true;
}
