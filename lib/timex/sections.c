#include "timex/sections.h"

void sections_init(struct sections *sections, struct arena *arena, const struct text *text,
                   struct timex_list *list)
{
    *sections = (struct sections){
        .arena = arena, .text = text, .list = list, .line = -1, .entry = -1, .day = DAY_NONE};
}

/* Lets the expression date the sentence. */
static enum status add(struct sections *sections, size_t sentence, int32_t timex, bool below)
{
    struct timex_list *list = sections->list;
    struct timex_section *last = list->section_count > 0 ? &list->sections[list->section_count - 1] : NULL;

    if (last != NULL && last->end_sentence > sentence) {
        last->end_sentence = (uint32_t)sentence; /* an entry below a line */
        list->section_count -= last->first_sentence == sentence;
        last = list->section_count > 0 ? &list->sections[list->section_count - 1] : NULL;
    }
    if (last != NULL && last->timex == (uint32_t)timex && last->end_sentence == sentence) {
        last->end_sentence++;
        return OK;
    }
    if (list->sections == NULL || list->section_count == sections->capacity) {
        size_t capacity = sections->capacity == 0 ? 16 : sections->capacity * 2;
        last = arena_grow(sections->arena, list->sections, list->section_count, capacity, sizeof *last);
        if (last == NULL) {
            return ERR_NO_MEMORY;
        }
        list->sections = last;
        sections->capacity = capacity;
    }
    list->sections[list->section_count++] =
        (struct timex_section){(uint32_t)sentence, (uint32_t)sentence + 1, (uint32_t)timex, below};
    return OK;
}

enum status sections_begin_sentence(struct sections *sections, size_t sentence, bool paragraph)
{
    if (paragraph) {
        sections->entry = -1;
    }
    bool below = sections->entry < 0;
    int32_t timex = below ? sections->line : sections->entry;
    return timex < 0 ? OK : add(sections, sentence, timex, below);
}

enum status sections_open(struct sections *sections, size_t sentence, bool line)
{
    const size_t index = sections->list->count - 1;
    const struct interval date = sections->list->items[index].date;

    if (line) {
        sections->line = -1;
    }
    if (!interval_known(date) || date.first == DAY_NONE || date.first != date.last) {
        return OK;
    }
    if (line) {
        sections->line = (int32_t)index;
        sections->several |= sections->day != DAY_NONE && sections->day != date.first;
        sections->day = sections->day == DAY_NONE ? date.first : sections->day;
        return OK;
    }
    sections->entry = (int32_t)index;
    return add(sections, sentence, sections->entry, false);
}

void sections_close(struct sections *sections)
{
    sections->line = -1;
}

/* Of the sections below `line` (SIZE_MAX: below any line) keeps what stands before that paragraph, and all
 * others. */
static void keep_sections(struct sections *sections, size_t line, uint32_t end_paragraph)
{
    struct timex_list *list = sections->list;
    size_t kept = 0;

    for (size_t i = 0; i < list->section_count; i++) {
        struct timex_section section = list->sections[i];
        if (section.below && (line == SIZE_MAX || section.timex == line)) {
            while (section.end_sentence > section.first_sentence &&
                   sections->text->sentences[section.end_sentence - 1].paragraph >= end_paragraph) {
                section.end_sentence--;
            }
        }
        if (section.end_sentence > section.first_sentence) {
            list->sections[kept++] = section;
        }
    }
    list->section_count = kept;
}

void sections_finish(struct sections *sections)
{
    const struct timex_list *list = sections->list;
    const struct sentence *sentences = sections->text->sentences;
    uint32_t longest = 0; /* paragraphs from the first to the last below a line that is not the last one */
    uint32_t begin = 0;
    size_t line = SIZE_MAX;

    if (sections->day == DAY_NONE) {
        return;
    }
    for (size_t i = 0; i < list->section_count; i++) {
        const struct timex_section *section = &list->sections[i];
        if (!section->below) {
            continue;
        }
        if (section->timex != line) {
            uint32_t end = line == SIZE_MAX ? 0 : sentences[section->first_sentence].paragraph - 1;
            longest = line != SIZE_MAX && end - begin > longest ? end - begin : longest;
            begin = sentences[section->first_sentence].paragraph;
            line = section->timex;
        }
    }
    if (!sections->several) {
        keep_sections(sections, SIZE_MAX, 0);
    } else if (longest > 0) {
        keep_sections(sections, line, begin + longest);
    }
}
