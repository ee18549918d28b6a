/* JSON from outside as a jansson tree, within bounds: what a client or a page sent can cost neither stack nor
 * memory out of proportion to its size. */
#ifndef ARTICLE_JSON_TREE_H
#define ARTICLE_JSON_TREE_H

#include "base/status.h"
#include "base/str.h"

#include <jansson.h>

#define JSON_TREE_DEPTH_MAX 64
#define JSON_TREE_VALUES_MAX 20000

/* Parses `text`; the caller gives *root back with json_decref.  ERR_INVALID with line and column: malformed
 * JSON, a byte that is not UTF-8, a NUL in a string, a lone surrogate, a member name given twice.
 * ERR_TOO_LARGE: more nesting or more values than the limits.  ERR_NO_MEMORY. */
enum status json_tree_load(struct str text, json_t **root, struct error *error) MUST_CHECK;

/* The same for a script of a page, which browsers never read and nobody corrects: line ends and tabs within
 * strings are spaces, of a member given twice the last counts, and what hides a script from old browsers
 * ("<!--", "//<![CDATA[") is skipped.  `arena` is for a copy of the text. */
struct arena;
enum status json_tree_load_script(struct arena *arena, struct str text, json_t **root) MUST_CHECK;

/* The names in a schema.org value for people or organisations: a string, an object with a `name`, or an array
 * of these, then joined by ", ".  In `arena`; absent when there are none.  ERR_INVALID with a pointer below
 * `pointer`: another type. */
enum status json_tree_names(struct arena *arena, const json_t *value, const char *pointer, struct str *names,
                            struct error *error) MUST_CHECK;

/* The string that `value` is, or is the first of (in an array), or has as its member `member` (in an object);
 * absent for anything else.  Borrowed from the tree. */
struct str json_tree_string(const json_t *value, const char *member);

#endif
