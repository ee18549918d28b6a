/* What the benchmarks of texts share: the text, the clock, a language without words. */
#ifndef BENCH_TEXT_H
#define BENCH_TEXT_H

#include "text/text.h"

#define BENCH_MEGABYTE 1000000

/* Processor seconds of this process, so that others on the machine do not count. */
double bench_seconds(void);

/* `size` bytes of text to read, malloc'd; exits with a message when there is none.  Those of the file `path`
 * (repeated when it is shorter; the copies are then easier to read than new text would be), or with NULL
 * paragraphs made of the sentences of tests/data/sample, drawn in any order with other figures, always the
 * same. */
char *bench_text(const char *path, size_t size);

/* Where an article that begins at `begin` and is to have `size` bytes ends: behind the last line end or, when
 * there is none in its second half, sentence's end or space in it.  No code point is cut. */
size_t bench_article_end(struct str text, size_t begin, size_t size);

/* No words at all: what a scanner does without any to look for. */
const struct lang *bench_bare_lang(void);

#endif
