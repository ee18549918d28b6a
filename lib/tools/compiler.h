/* The parts of the rule compiler and what they hand to one another: files ->
 * lexicon and rules -> steps -> tables -> C.
 */
#ifndef TOOLS_COMPILER_H
#define TOOLS_COMPILER_H

#include "lang/lang.h"
#include "tools/rules.h"

/* messages.c */

struct place {
    const struct rules_file *file;
    size_t offset;
};

struct messages {
    struct buffer *out;
    unsigned count;
    bool no_memory;       /* an allocation failed: nothing more is to be trusted */
    const char *too_many; /* what there is more of than the tables can number, as for no_memory; or NULL */
};

/* "time.rules:41:18: error: ..." with the line and a caret below. */
void complain(struct messages *messages, struct place place, const char *format, ...) PRINTF_LIKE(3, 4);

enum { DIMENSION_TIME, DIMENSION_REPORT, DIMENSION_COUNT };

/* classes.c */

struct class_entry {
    struct str name;
    struct place place; /* first seen */
    bool made;          /* by a word, a rule or C code */
    unsigned used;      /* by patterns or C code: bit i is set for dimension i */
};

struct class_table {
    struct class_entry entries[CLASS_LIMIT];
    unsigned count;
};

/* lexicon.c */

#define PHRASE_WORDS 8

struct reading {
    unsigned class_id;
    unsigned capitalized;
    unsigned all_caps;
    struct value value; /* text points to a NUL-terminated string of the arena */
    struct reading *next;
};

struct word {
    struct str form;
    struct reading *readings;
    enum lang_abbreviation abbreviation;
    unsigned abbreviation_capitalized; /* it is one only when written so */
    bool literal;                      /* a rule names it */
    unsigned seeds;                    /* a seed of its own: bit i is set for dimension i */
    unsigned final;                    /* its number in the tables */
};

struct phrase {
    unsigned words[PHRASE_WORDS];
    unsigned count;
    struct reading *readings;
    struct phrase *next; /* in its hash bucket */
};

struct lexicon {
    struct word *words; /* the first is no word */
    size_t count;
    size_t capacity;
    uint32_t *buckets;
    size_t bucket_count;
    struct phrase **phrases;
    size_t phrase_count;
    size_t phrase_capacity;
    struct phrase **phrase_buckets;
    size_t phrase_bucket_count;
};

/* pattern.c */

enum node_kind {
    NODE_SEQUENCE,     /* children in a row */
    NODE_ALTERNATIVES, /* one of the children */
    NODE_REPEAT,       /* the child min to max times */
    NODE_ITEM,
    NODE_WORD,
    NODE_GAP, /* up to max items; children: the words that it does not run over,
               * condition.none: the classes
               */
    NODE_NOT,
    NODE_GLUED,
    NODE_FIRST,
    NODE_LAST,
};

struct node {
    enum node_kind kind;
    struct place place;
    struct str label;
    struct node *children;
    struct node *next;
    unsigned min, max;
    unsigned weight;                 /* how many steps it will take, about */
    struct lang_condition condition; /* NODE_ITEM */
    struct lang_alternative *alternatives;
    struct str class_name;
    unsigned word; /* NODE_WORD */
};

struct pattern {
    struct node *left; /* NULL: none */
    struct node *span;
    struct node *right;
};

struct definition { /* let NAME = pattern */
    struct str name;
    struct node *node;
    struct definition *next;
};

/* rulefile.c */

struct argument {
    struct place place;
    struct str name; /* of a capture; absent for a constant */
    bool negated;
    struct value value;
    struct argument *next;
};

struct call {
    unsigned action;
    struct argument *arguments;
    unsigned argument_count;
    struct call *next;
};

struct example {
    struct place place;
    struct str anchor;
    struct str text;
    bool positive;
    struct str *expected;
    size_t expected_count;
    struct example *next;
};

struct rule {
    struct str name;
    struct place place;
    struct pattern pattern;
    bool blocks;
    bool has_value;
    struct class_set classes;
    struct call *calls;
    struct example *examples;
    struct rule *next;
    /* steps.c fills: */
    uint32_t forward, backward;
    unsigned capture_count;
    struct str captures[SLOT_LIMIT];
    struct class_set start_classes;
    unsigned *start_words;
    size_t start_word_count;
    uint16_t first, second, third, before; /* next.c fills: see struct lang_rule */
};

struct pass {
    struct str name;
    struct place place;
    bool keep;
    struct rule *rules;
    struct pass *next;
};

struct action_name {
    const char *name;
    unsigned fewest, most;
};

struct dimension {
    const char *name;
    const struct action_name *actions;
    size_t action_count;
    struct pass *passes;
    struct definition *definitions;
    bool seeded;                           /* a statement names seeds */
    struct class_set seeds;                /* those that are classes ... */
    struct lang_alternative seed_ordinals; /* ... and with CLASS_ORDINAL among them, which of its values */
    /* steps.c fills: */
    struct lang_step *steps;
    size_t step_count, step_capacity;
    struct lang_condition *conditions;
    size_t condition_count, condition_capacity;
    struct lang_alternative *alternatives;
    size_t alternative_count, alternative_capacity;
    uint16_t *words;
    size_t word_count, word_capacity;
};

struct literal { /* of several words */
    struct place place;
    const struct dimension *dimension;
    unsigned words[PHRASE_WORDS];
    size_t count;
    struct literal *next;
};

struct compiler {
    struct arena *arena;
    struct messages messages;
    struct class_table classes;
    struct lexicon lexicon;
    struct dimension dimensions[DIMENSION_COUNT];
    struct literal *literals;
};

/* Notes that there are more of the things named than the tables can number. */
void exceed(struct messages *messages, const char *things);

/* Memory that is zeroed; on failure notes it in `messages` and gives NULL. */
void *take(struct compiler *compiler, size_t count, size_t size);
/* Makes room for one more item in a growing array; false when there is no
 * memory. */
bool make_room(struct compiler *compiler, void **items, size_t count, size_t *capacity, size_t size);

void classes_init(struct class_table *classes);
/* The number of the class of that name, which is entered when it is new;
 * CLASS_LIMIT after a complaint when there are too many. */
unsigned class_number(struct compiler *compiler, struct str name, struct place place);
/* Notes that the rules of `dimension` use the class. */
void class_use(struct compiler *compiler, const struct dimension *dimension, unsigned class_id);
bool class_used(const struct compiler *compiler, const struct dimension *dimension, unsigned class_id);
/* Complains of classes that are used but made by nothing, or made by words and
 * used by nothing. */
void classes_check(struct compiler *compiler);
/* The symbol of that name, or SYMBOL_NONE. */
enum lang_symbol symbol_number(struct str name);

bool lexicon_init(struct compiler *compiler);
/* The number of the folded form, entered when new; 0 when there is no memory.
 */
unsigned lexicon_enter(struct compiler *compiler, struct str form);
unsigned lexicon_find(const struct lexicon *lexicon, struct str form);
struct phrase *lexicon_phrase(const struct lexicon *lexicon, const unsigned *words, size_t count);
struct phrase *lexicon_enter_phrase(struct compiler *compiler, const unsigned *words, size_t count);

struct form_word {
    struct str form; /* folded */
    bool capitalized;
    bool all_caps;
};

/* Splits a form as the scanner splits a text.  The number of words, at most
 * PHRASE_WORDS; 0 after a complaint. */
size_t split_form(struct compiler *compiler, struct str form, struct place place,
                  struct form_word words[PHRASE_WORDS]);
/* words.c: enters a word file's words; called first with clitics = true, which
 * takes the forms that begin with an apostrophe and nothing else. */
void read_words(struct compiler *compiler, const struct rules_file *file, bool clitics);
void read_abbreviations(struct compiler *compiler, const struct rules_file *file);
/* A string in quotation marks at *at, which moves behind it; absent after a
 * complaint.  NUL-terminated, in the arena. */
struct str read_string(struct compiler *compiler, const struct rules_file *file, size_t *at, size_t end);
/* An integer with optional sign at *at; false (no complaint) when there is
 * none. */
bool read_integer(struct str text, size_t *at, size_t end, int64_t *value);

/* Where the compiler reads in a rule file: text[at .. end - 1] of a statement.
 */
struct reader {
    struct compiler *compiler;
    struct dimension *dimension;
    const struct rules_file *file;
    size_t at;
    size_t end;
    unsigned depth;
};

struct place reader_place(const struct reader *reader);
/* Skips white space and comments; true when something is left. */
bool reader_more(struct reader *reader);
/* The next sign after white space, or NUL when nothing is left. */
char reader_peek(struct reader *reader);
/* Takes the sign `c`, after white space, when it comes next. */
bool reader_take(struct reader *reader, char c);
/* Takes a name: a letter, then letters, digits and any of `also`; absent when
 * there is none. */
struct str reader_name(struct reader *reader, const char *also);
/* Up to "=>" or the end.  False after a complaint. */
bool read_pattern(struct reader *reader, struct pattern *pattern, bool brackets);
/* Complains of literals whose words the rules never see singly; all files are read. */
void literals_check(struct compiler *compiler);

void read_rules(struct compiler *compiler, struct dimension *dimension, const struct rules_file *file);

/* pattern.c: reads a range or a symbol of {...}; false when there is none. */
bool read_range(struct reader *reader, struct lang_alternative *range);
/* seeds.c: reads what stands behind "seeds".  False after a complaint. */
bool read_seeds(struct reader *reader);
/* Complains of rules with an action that can match in a sentence without any of the seeds; all files are
 * read. */
void seeds_check(struct compiler *compiler, const struct dimension *dimension);
/* By word: its enum lang_seed.  The phrases are sorted; `by_number` are the words by their final numbers.
 * NULL when there is no memory. */
const uint8_t *make_seeds(struct compiler *compiler, const struct dimension *dimension,
                          const struct word *const *by_number);

/* Compiles the patterns of a dimension. */
void make_steps(struct compiler *compiler, struct dimension *dimension);
/* The class of a condition that the fewest items have, as far as one can tell.
 */
unsigned rarest_class(const struct lang_condition *condition);

/* tables.c: what the C source is written from, and what is used as it is. */

#define SIGN_COUNT 128

/* The tables of a dimension, and how long they are where nothing else tells. */
struct rule_tables {
    const char *name; /* of the dimension */
    struct lang_rules rules;
    const char *const *expected; /* what the examples expect */
    size_t met_count, step_count, ahead_count, condition_count, alternative_count, word_count, call_count,
        argument_count, expected_count;
};

struct tables {
    struct lang lang;
    size_t reading_count, phrase_count, phrase_word_count;
    struct rule_tables dimensions[DIMENSION_COUNT];
};

/* Makes the tables of a language that was read without faults, in the arena; NULL when there is no memory. */
struct tables *make_tables(struct compiler *compiler, const char *tag);
/* next.c: gives the rules what their spans begin with and what can stand beside them, the forks among the
 * steps what can stand where they go on, and `tables` these sets; the words have their final numbers. */
void make_ahead(struct compiler *compiler, const struct dimension *dimension, struct lang_step *steps,
                struct rule_tables *tables);
/* frequency.c: in how many of the examples of all rules stand a word, by its index in the lexicon, and a word
 * of a class. */
struct frequencies {
    unsigned texts;
    unsigned *words;
    unsigned classes[CLASS_LIMIT];
};
/* False when there is no memory. */
bool count_frequencies(struct compiler *compiler, struct frequencies *frequencies);
/* needs.c: what the rules of the dimension need; the words have their final numbers. */
void make_needs(struct compiler *compiler, const struct dimension *dimension, const struct lang *lang,
                struct rule_tables *tables);
/* Writes the tables as C. */
void emit(const struct tables *tables, struct buffer *out);

#endif
