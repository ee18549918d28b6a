#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_init(struct buffer *buffer, size_t limit)
{
    *buffer = (struct buffer){.limit = limit, .status = OK};
}

void buffer_release(struct buffer *buffer)
{
    free(buffer->data);
    buffer_init(buffer, buffer->limit);
}

void buffer_clear(struct buffer *buffer)
{
    buffer->size = 0;
    buffer->status = OK;
    if (buffer->data != NULL) {
        buffer->data[0] = '\0';
    }
}

/* Room for `size` more bytes and the NUL. */
static bool reserve(struct buffer *buffer, size_t size)
{
    if (buffer->status != OK) {
        return false;
    }
    if (size > buffer->limit - buffer->size) {
        buffer->status = ERR_TOO_LARGE;
        return false;
    }
    size_t needed = buffer->size + size + 1;
    if (needed <= buffer->capacity) {
        return true;
    }
    size_t capacity = buffer->capacity < 256 ? 256 : buffer->capacity * 2;
    if (capacity < needed) {
        capacity = needed;
    }
    char *data = realloc(buffer->data, capacity);
    if (data == NULL) {
        buffer->status = ERR_NO_MEMORY;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void buffer_append(struct buffer *buffer, const void *data, size_t size)
{
    if (size == 0 || !reserve(buffer, size)) {
        return;
    }
    memcpy(buffer->data + buffer->size, data, size);
    buffer->size += size;
    buffer->data[buffer->size] = '\0';
}

void buffer_append_str(struct buffer *buffer, struct str s)
{
    buffer_append(buffer, s.data, s.size);
}

void buffer_append_char(struct buffer *buffer, char c)
{
    buffer_append(buffer, &c, 1);
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size > 0 && reserve(buffer, (size_t)size)) {
        vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, again);
        buffer->size += (size_t)size;
    }
    va_end(again);
}

enum status buffer_status(const struct buffer *buffer)
{
    return buffer->status;
}

struct str buffer_str(const struct buffer *buffer)
{
    return buffer->data == NULL ? STR("") : (struct str){buffer->data, buffer->size};
}

char *buffer_take(struct buffer *buffer, size_t *size)
{
    if (buffer->status != OK) {
        buffer_release(buffer);
    }
    char *data = buffer->data;
    *size = buffer->size;
    buffer_init(buffer, buffer->limit);
    return data;
}
