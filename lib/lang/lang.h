/* The compiled tables of a language: its words, its abbreviations, its rules
 * and their examples.
 *
 * They are written by people as text files in lib/lang/<tag> (README.md there
 * explains the syntax), compiled to C by lib/tools/rules at build time, and
 * constant: any thread may read them. */
#ifndef LANG_LANG_H
#define LANG_LANG_H

#include "base/status.h"
#include "base/str.h"

/* Classes that C code knows are CLASS_NAME; the others are numbers that only
 * the tables give a meaning to. */
enum lang_class {
#define CLASS(name) CLASS_##name,
#include "lang/classes.def"
#undef CLASS
    CLASS_KNOWN_COUNT,
    CLASS_LIMIT = 256, /* all classes are below */
};

struct class_set {
    uint64_t bits[CLASS_LIMIT / 64];
};

static inline bool class_set_has(const struct class_set *set, unsigned class_id)
{
    return set->bits[class_id >> 6] >> (class_id & 63) & 1;
}

static inline void class_set_add(struct class_set *set, unsigned class_id)
{
    set->bits[class_id >> 6] |= UINT64_C(1) << (class_id & 63);
}

static inline void class_set_unite(struct class_set *set, const struct class_set *other)
{
    for (unsigned i = 0; i < CLASS_LIMIT / 64; i++) {
        set->bits[i] |= other->bits[i];
    }
}

static inline bool class_set_overlaps(const struct class_set *a, const struct class_set *b)
{
    uint64_t both = 0;
    for (unsigned i = 0; i < CLASS_LIMIT / 64; i++) {
        both |= a->bits[i] & b->bits[i];
    }
    return both != 0;
}

/* True when `set` has all of `needed`. */
static inline bool class_set_covers(const struct class_set *set, const struct class_set *needed)
{
    uint64_t missing = 0;
    for (unsigned i = 0; i < CLASS_LIMIT / 64; i++) {
        missing |= needed->bits[i] & ~set->bits[i];
    }
    return missing == 0;
}

enum lang_symbol {
    SYMBOL_NONE,
#define SYMBOL(name, written) SYMBOL_##name,
#include "lang/symbols.def"
#undef SYMBOL
    SYMBOL_COUNT
};

enum time_action {
#define ACTION(name, written, fewest, most) TIME_##name,
#include "lang/time-actions.def"
#undef ACTION
    TIME_ACTION_COUNT
};

enum report_action {
#define ACTION(name, written, fewest, most) REPORT_##name,
#include "lang/report-actions.def"
#undef ACTION
    REPORT_ACTION_COUNT
};

/* What a word, an argument or an item means. */
enum value_kind {
    VALUE_NONE,
    VALUE_INT,    /* number / denominator */
    VALUE_SYMBOL, /* an enum lang_symbol in `number` */
    VALUE_TEXT,   /* a string of the tables: static */
    VALUE_OBJECT, /* whatever the action that made the item points to */
};

struct value {
    enum value_kind kind;
    int32_t denominator; /* of VALUE_INT: 1 for whole numbers, never below 1 */
    union {
        int64_t number;
        const char *text;
        void *object;
    };
};

#define VALUE_OF_INT(n) ((struct value){.kind = VALUE_INT, .denominator = 1, .number = (n)})

/* One class of a word or phrase, and its value there.  Bit i of the masks is
 * the phrase's word i. */
struct lang_reading {
    uint8_t class_id;
    uint8_t capitalized; /* the words that must begin with a capital in the text
                            for the reading to hold */
    uint8_t all_caps;    /* the words that must be all capitals */
    struct value value;
};

enum lang_abbreviation {
    ABBREVIATION_NONE,
    ABBREVIATION_PLAIN,  /* ends a sentence only when a STARTER follows: "p.m. The"
                          */
    ABBREVIATION_TITLE,  /* never ends one: "Gen. Smith" */
    ABBREVIATION_NUMBER, /* only before a digit is it one at all: "No. 5" */
};

#define ABBREVIATION_SIZES 16

/* An entry of the lexicon, by its folded form.  Its number is its index; 0 is
 * no word.  The words that rules name as literals come first.  Without a pointer, so that they are mapped as
 * they stand in the program's file: what a loader relocates lies in pages of its own, small ones. */
struct lang_word {
    uint32_t form; /* where its folded form begins in lang.forms, see lang_form */
    uint32_t first_reading;
    uint16_t reading_count;
    uint16_t first_phrase; /* phrases that begin with this word: longest first */
    uint16_t phrase_count;
    uint8_t abbreviation;          /* enum lang_abbreviation */
    bool abbreviation_capitalized; /* it is one only when it begins with a capital
                                    */
    bool cased;                    /* some reading depends on capitals */
    struct class_set classes;      /* of its readings, whatever their case */
    uint64_t phrase_seconds;       /* bit number % 64 is set for the second words of its phrases */
};

/* A place of the lexicon's hash table: all that a word of up to LANG_BUCKET_FORM bytes has to be compared
 * with. */
#define LANG_BUCKET_FORM 12
struct lang_bucket {
    uint64_t head; /* the first 8 bytes of the form, as letter_chunk gives them */
    uint32_t rest; /* ... and the next 4 */
    uint16_t size; /* of the form, in bytes */
    uint16_t word; /* 0: nothing here */
};

/* Numbers of a lexicon's filter, which tells of nearly every word that is in no lexicon that it is not, in a
 * few kB that stay in the nearest cache, where the buckets do not. */
#define LANG_FILTER 1024

/* An entry of several words. */
struct lang_phrase {
    uint32_t first_word; /* into phrase_words; the words behind the second one */
    uint16_t word_count; /* of these */
    uint16_t reading_count;
    uint32_t first_reading;
    struct class_set classes;
};

/* An argument of an action as the rule writes it. */
enum lang_argument_kind { ARGUMENT_CAPTURE, ARGUMENT_VALUE };

struct lang_argument {
    uint8_t kind;    /* enum lang_argument_kind */
    uint8_t capture; /* which */
    bool negated;
    struct value value;
};

#define CALL_LIMIT 8     /* actions of one rule */
#define ARGUMENT_LIMIT 8 /* arguments of one action */

struct lang_call {
    uint16_t action; /* enum time_action, report_action: of the dimension */
    uint16_t argument_count;
    uint32_t first_argument;
};

/* What can stand at a place beside or at the beginning of a match: an item of one of the classes, or that is
 * a literal of which bit word % 64 is set. */
struct lang_neighbour {
    struct class_set classes;
    uint64_t words;
    bool open; /* anything or nothing; then the others hold, too */
    bool edge; /* nothing: there the sentence begins or ends */
};

/* What stands near the first item of each match's span: behind `first` to `last` items, with that one; last
 * is 0 when nothing is known to. */
struct lang_near {
    struct lang_neighbour item;
    uint8_t first, last;
};

#define NEEDS_OF_RULE 6

/* The needs of a rule beside the rarest, which is its trigger: as many as there is room for. */
struct lang_rule_needs {
    uint16_t needs[NEEDS_OF_RULE]; /* its trigger where there are fewer */
};

/* The lists of what an item meets are as long as a multiple of this: one of them stands there again. */
#define MET_AT_ONCE 4

/* What the rules need in a sentence to match somewhere in it.  A need is met by an item that is of one of
 * some classes, or is one of some words. */
struct lang_needs {
    size_t count; /* the first are the triggers of the rules, pass by pass: each pass has a multiple of 64,
                     those at the end without a rule, which nothing meets */
    const uint16_t *met; /* numbers of needs */
    const uint16_t
        *by_class;           /* met[by_class[i]] to met[by_class[i + 1] - 1]: what an item of class i meets */
    const uint16_t *by_word; /* likewise, for words below literal_count */
    const struct lang_rule_needs *by_rule;
    const struct lang_near *near; /* by rule */
};

struct lang_rule {
    const char *name;
    uint32_t forward;  /* its program: the span and what stands right of it */
    uint32_t backward; /* what stands left of the span */
    uint32_t first_call;
    uint32_t line; /* in the rule file */
    uint16_t call_count;
    uint8_t capture_count;
    bool blocks;              /* => none */
    bool has_value;           /* => CLASS(argument): the call is no action but the argument
                               */
    struct class_set classes; /* of the item it makes */
    uint16_t first;           /* ahead[first]: with what its span begins, ahead[second] and ahead[third]: what
                                 can stand behind that, ahead[before]: what before it; so most places are
                                 passed over without running the program */
    uint16_t second;
    uint16_t third;
    uint16_t before;
};

/* A program for a pattern moves over the gaps between items, forward for the
 * span and what stands right of it, backward for what stands left of it. */
enum lang_step_code {
    STEP_DONE,     /* it matches */
    STEP_SPAN_END, /* the span ends here */
    STEP_ITEM,     /* an item that meets condition a, captured in slot */
    STEP_CLASS,    /* an item of class a, captured in slot */
    STEP_WORD,     /* an item whose word is a, captured in slot */
    STEP_WORDS,    /* an item whose word is one of words[a .. a + count - 1], captured in slot; b has the bits
                      word % 32 of them */
    STEP_EITHER, /* an item that has a class of condition b's `all`, or a word as in STEP_WORDS; not captured
                  */
    STEP_GLUED,  /* no white space between the items on both sides */
    STEP_FIRST,  /* the beginning of the sentence */
    STEP_LAST,   /* its end */
    STEP_NOT,    /* what follows up to its STEP_DONE does not match here; go on at a
                  */
    STEP_SPLIT,  /* try to go on at a, else at b; ahead[count] can stand there */
    STEP_JUMP,   /* go on at a */
    STEP_REPEAT, /* as many items as possible, a at most, each passing one of the `count` steps that follow,
                    not captured; behind them can stand ahead[b] */
    STEP_GAP,    /* as few items as possible, a at most, each meeting condition b and
                    none of the STEP_WORDS that follows; behind them can stand ahead[count] */
    STEP_OPEN,   /* a group to be captured in slot begins */
    STEP_CLOSE,  /* ... and ends */
};

#define SLOT_NONE UINT8_MAX
#define SLOT_LIMIT 16 /* captures of one rule */

struct lang_step {
    uint8_t code; /* enum lang_step_code */
    uint8_t slot;
    uint16_t count;
    uint32_t a;
    uint32_t b;
};

struct lang_pass {
    const char *name;
    bool keep; /* matches replace nothing; every start is tried */
    uint16_t first_rule;
    uint16_t rule_count;
    uint16_t first_need; /* of the triggers: first_need + i is that of rule first_rule + i */
};

/* How many words of 64 rules each the rules of the pass take. */
static inline size_t lang_pass_words(const struct lang_pass *pass)
{
    return (pass->rule_count + 63U) / 64;
}

/* A test that stands under a rule. */
struct lang_example {
    const char *name;   /* "weekday.on +1: on Saturday" */
    const char *rule;   /* the name of the rule it stands under */
    const char *anchor; /* the publication date, YYYY-MM-DD; "" when none was given */
    const char *text;
    bool positive; /* false: nothing may come of this rule */
    const char *const *expected;
    uint32_t expected_count;
    uint32_t line;
};

struct lang_condition {
    struct class_set all;  /* the item has all of these */
    struct class_set none; /* and none of these */
    uint8_t class_id;      /* one of `all`: whose value is looked at, and captured */
    bool single;           /* `all` is that class alone, and `none` is empty */
    uint8_t alternative_count;
    uint32_t first_alternative;
};

/* A range of whole numbers, or with kind VALUE_SYMBOL one symbol (low). */
struct lang_alternative {
    uint8_t kind;
    int64_t low;
    int64_t high;
};

enum lang_seed {
    SEED_NONE,
    SEED_WORD,
    SEED_CAPITALIZED, /* only when it begins with a capital */
    SEED_PHRASE,      /* only when a phrase that is one begins with it */
};

/* The rules of one dimension. */
struct lang_rules {
    const struct lang_pass *passes;
    size_t pass_count;
    struct class_set begins; /* the classes that begin a rule of any pass */
    struct class_set used;   /* the classes that some rule, or the code of the dimension, looks at */
    struct class_set seeds;  /* a sentence has a token of these classes or of these words, or no rule with
                                an action matches in it */
    struct lang_alternative seed_ordinals; /* which ordinals are seeds when CLASS_ORDINAL is one */
    const uint8_t *seed_words;             /* by word: enum lang_seed; NULL: the rules declare no seeds */
    const struct lang_rule *rules;
    struct lang_needs needs;
    size_t rule_count;
    const struct lang_step *steps;
    const struct lang_neighbour
        *ahead; /* with what a way through a program goes on; the first: with anything */
    const struct lang_condition *conditions;
    const struct lang_alternative *alternatives;
    const uint16_t *words; /* sets of literals */
    const struct lang_call *calls;
    const struct lang_argument *arguments;
    const struct lang_example *examples;
    size_t example_count;
};

struct lang {
    const char *tag; /* "en" */
    const char *const *class_names;
    size_t class_count;
    const struct lang_word *words;
    const char *forms;
    size_t word_count;
    size_t literal_count;              /* words below this number occur in rules as literals */
    const struct lang_bucket *buckets; /* open addressing by hash */
    const uint64_t *filter;            /* bit hash / 2^16 is set when some word has it; LANG_FILTER of them */
    uint32_t bucket_mask;
    const uint16_t *signs; /* the word of each ASCII sign, by code point: 128 */
    uint32_t
        abbreviations[ABBREVIATION_SIZES]; /* by the bytes of a form that ends in a full stop, without it,
                                              those longer in the last: bit (last byte & 31) is set */
    uint32_t endings; /* bit (byte & 31) is set for the last byte of each ending ("*ed") */
    const struct lang_reading *readings;
    const struct lang_phrase *phrases;
    const uint16_t *phrase_words; /* the second word of each phrase, in their order, then the words behind */
    const struct lang_rules *time;
    const struct lang_rules *report;
};

/* The folded form of the word of that number: lower case, straight apostrophe, with the full stop of an
 * abbreviation.  "" for word 0. */
static inline const char *lang_form(const struct lang *lang, size_t word)
{
    return lang->forms + lang->words[word].form;
}

/* False when no word has that hash (letter_hash). */
static inline bool lang_may_know(const struct lang *lang, uint32_t hash)
{
    return (lang->filter[hash >> 22] >> (hash >> 16 & 63) & 1) != 0;
}

/* False when no phrase begins with the word and goes on with the one of that number: so it is nearly always.
 */
static inline bool lang_may_begin_phrase(const struct lang_word *word, uint16_t second)
{
    return (word->phrase_seconds >> (second & 63) & 1) != 0 && second != 0;
}

/* True when a phrase in one of the classes begins with those two words. */
static inline bool lang_begins_phrase(const struct lang *lang, uint16_t first, uint16_t second,
                                      const struct class_set *classes)
{
    const struct lang_word *word = &lang->words[first];
    const uint16_t *seconds = &lang->phrase_words[word->first_phrase];

    for (unsigned i = 0; lang_may_begin_phrase(word, second) && i < word->phrase_count; i++) {
        if (second == seconds[i] &&
            class_set_overlaps(&lang->phrases[word->first_phrase + i].classes, classes)) {
            return true;
        }
    }
    return false;
}

/* The tables for a BCP 47 tag, of which only the primary subtag counts ("en-GB"
 * gives "en"; case does not matter); NULL when there are none.  An absent or
 * empty tag gives English. */
const struct lang *lang_find(struct str tag);
/* The number of the word whose folded form is `form`, or 0. */
uint16_t lang_word(const struct lang *lang, struct str form);
/* The class of that name, or CLASS_LIMIT. */
unsigned lang_class(const struct lang *lang, struct str name);
/* The index of the pass of that name, or SIZE_MAX. */
size_t lang_pass(const struct lang_rules *rules, struct str name);
/* "second"; static. */
const char *lang_symbol_name(enum lang_symbol symbol);
/* 16 hexadecimal digits: a hash over all word, rule and clutter files of all
 * languages.  Static. */
const char *lang_version(void);

#endif
