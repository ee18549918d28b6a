#include "text/match_state.h"

#include <string.h>

static void set_capture(struct attempt *attempt, uint8_t slot, struct capture capture)
{
    if (slot == SLOT_NONE) {
        return;
    }
    if (attempt->undo_count == UNDO_LIMIT) {
        attempt->work = MOST_WORK; /* no pattern comes near; it ends as one that
                                      does not match */
        return;
    }
    attempt->undo[attempt->undo_count++] = (struct undo){slot, attempt->captures[slot]};
    attempt->captures[slot] = capture;
}

static void undo_to(struct attempt *attempt, size_t mark)
{
    while (attempt->undo_count > mark) {
        const struct undo *undo = &attempt->undo[--attempt->undo_count];
        attempt->captures[undo->slot] = undo->capture;
    }
}

/* Failures are remembered in a small table that forgets: a place is taken over by whoever comes last. */
static uint64_t failure_key(const struct attempt *attempt, uint32_t step, size_t at)
{
    return (uint64_t)attempt->serial << 42 | (uint64_t)step << 10 | (at & 0x3ff);
}

static size_t failure_slot(uint32_t step, size_t at)
{
    return ((size_t)step * 31 + at) % FAILURES;
}

static bool known_failure(const struct attempt *attempt, uint32_t step, size_t at)
{
    return attempt->work > FREE_WORK &&
           attempt->failures[failure_slot(step, at)] == failure_key(attempt, step, at);
}

static void note_failure(struct attempt *attempt, uint32_t step, size_t at)
{
    if (attempt->work > FREE_WORK) {
        attempt->failures[failure_slot(step, at)] = failure_key(attempt, step, at);
    }
}

static bool in_alternatives(const struct attempt *attempt, const struct lang_condition *condition,
                            const struct value *value)
{
    for (unsigned i = 0; i < condition->alternative_count; i++) {
        const struct lang_alternative *alternative =
            &attempt->rules->alternatives[condition->first_alternative + i];
        if (alternative->kind == value->kind && alternative->low <= value->number &&
            value->number <= alternative->high && value->denominator == 1) {
            return true;
        }
    }
    return false;
}

static bool meets(const struct attempt *attempt, uint32_t number, const struct item *item)
{
    const struct lang_condition *condition = &attempt->rules->conditions[number];
    if (!class_set_has(&item->classes, condition->class_id)) {
        return false; /* it is one of `all`, and mostly the only one */
    }
    if (!condition->single && (!class_set_covers(&item->classes, &condition->all) ||
                               class_set_overlaps(&item->classes, &condition->none))) {
        return false;
    }
    if (condition->alternative_count == 0) {
        return true;
    }
    struct value value = item_value(item, condition->class_id);
    return in_alternatives(attempt, condition, &value);
}

static bool word_in(const struct attempt *attempt, const struct lang_step *step, const struct item *item)
{
    const uint16_t *words = &attempt->rules->words[step->a];
    for (unsigned i = 0; i < step->count; i++) {
        if (words[i] == item->word) {
            return true;
        }
    }
    return false;
}

/* Which way a program moves: each way has a copy of the code below, so that no step asks; the compilers make
 * it of large functions only when they are told to. */
#define FOR_EACH_WAY static inline __attribute__((always_inline))
enum way { FORWARD, BACKWARD };

/* The item that the next step passes, or NULL at the end. */
static inline const struct item *next_item(const struct attempt *attempt, size_t at, enum way way)
{
    size_t index = way == BACKWARD ? at - 1 : at; /* behind the last, too, when it wraps around */
    return index < attempt->item_count ? &attempt->items[index] : NULL;
}

/* Behind the item that next_item gives. */
static inline size_t behind_item(size_t at, enum way way)
{
    return way == BACKWARD ? at - 1 : at + 1;
}

static inline bool item_passes(const struct attempt *attempt, const struct lang_step *step,
                               const struct item *item)
{
    switch ((enum lang_step_code)step->code) {
    case STEP_ITEM:
        return meets(attempt, step->a, item);
    case STEP_CLASS:
        return class_set_has(&item->classes, step->a);
    case STEP_WORD:
        return item->word == step->a;
    case STEP_WORDS:
        return (step->b >> (item->word & 31) & 1) != 0 && word_in(attempt, step, item);
    case STEP_EITHER:
        return class_set_overlaps(&item->classes, &attempt->rules->conditions[step->b].all) ||
               word_in(attempt, step, item);
    default:
        return word_in(attempt, step, item);
    }
}

/* Whether the program cannot go on there: the next item is none that the step passes, when it passes one, nor
 * one with which the way from it can begin. */
static inline bool cannot_go_on(const struct attempt *attempt, const struct lang_step *step, uint32_t ahead,
                                size_t at, enum way way)
{
    const struct item *item = next_item(attempt, at, way);
    if (step->code >= STEP_ITEM && step->code <= STEP_EITHER) {
        return item == NULL || !item_passes(attempt, step, item);
    }
    if (ahead == 0) {
        return false;
    }
    const struct lang_neighbour *neighbour = &attempt->rules->ahead[ahead];
    return item == NULL ? !neighbour->edge
                        : !class_set_overlaps(&neighbour->classes, &item->classes) &&
                              (neighbour->words & item->literal) == 0;
}

/* Captures the next item, which the step passes; the gap behind it. */
static inline size_t pass_item(struct attempt *attempt, const struct lang_step *step, size_t at, enum way way)
{
    if (step->slot != SLOT_NONE) {
        uint32_t first = (uint32_t)(way == BACKWARD ? at - 1 : at);
        set_capture(attempt, step->slot, (struct capture){first, first + 1, attempt->last_class, true});
    }
    return behind_item(at, way);
}

/* A group begins or ends at `at`: backward its end comes first. */
static inline void capture_group(struct attempt *attempt, const struct lang_step *step, size_t at,
                                 enum way way)
{
    struct capture capture = attempt->captures[step->slot];
    bool opens = step->code == STEP_OPEN;
    if (opens) {
        capture = (struct capture){(uint32_t)at, (uint32_t)at, CLASS_ANY, false};
    } else {
        if (way == BACKWARD) {
            capture.first = (uint32_t)at;
        } else {
            capture.end = (uint32_t)at;
        }
        capture.present = capture.end > capture.first;
        capture.class_id = capture.end - capture.first == 1 ? attempt->last_class : CLASS_ANY;
    }
    set_capture(attempt, step->slot, capture);
}

static bool glued(const struct attempt *attempt, size_t at)
{
    if (at == 0 || at == attempt->item_count) {
        return false;
    }
    uint32_t token = attempt->items[at].first_token;
    return (attempt->text->tokens[token].flags & TOKEN_SPACE_BEFORE) == 0;
}

static bool run_forward(struct attempt *attempt, uint32_t pc, size_t at);
static bool run_backward(struct attempt *attempt, uint32_t pc, size_t at);

static inline bool run(struct attempt *attempt, uint32_t pc, size_t at, enum way way)
{
    return way == BACKWARD ? run_backward(attempt, pc, at) : run_forward(attempt, pc, at);
}

/* Passes 0, 1, 2 ... items until the rest matches. */
static inline bool run_gap(struct attempt *attempt, uint32_t pc, size_t at, enum way way)
{
    const struct lang_step *gap = &attempt->rules->steps[pc];
    size_t mark = attempt->undo_count;
    for (uint32_t i = 0;; i++) {
        if (!cannot_go_on(attempt, &gap[2], gap->count, at, way)) {
            attempt->last_class = CLASS_ANY;
            if (run(attempt, pc + 2, at, way)) {
                return true;
            }
            undo_to(attempt, mark);
        }
        const struct item *item = next_item(attempt, at, way);
        if (i == gap->a || item == NULL || !meets(attempt, gap->b, item) || word_in(attempt, gap + 1, item)) {
            return false;
        }
        at = behind_item(at, way);
    }
}

/* Whether the item passes one of the steps behind that one. */
static inline bool passes_repeated(const struct attempt *attempt, const struct lang_step *repeat,
                                   const struct item *item)
{
    for (unsigned i = 1; i <= repeat->count; i++) {
        if (item_passes(attempt, &repeat[i], item)) {
            return true;
        }
    }
    return false;
}

/* Passes as many items as possible, then fewer and fewer, until the rest matches; true when it did with some.
 * When it does not, what is left is the rest with none. */
FOR_EACH_WAY bool run_repeat(struct attempt *attempt, uint32_t pc, size_t at, enum way way)
{
    const struct lang_step *repeat = &attempt->rules->steps[pc];
    const uint32_t rest = pc + 1 + repeat->count;
    const size_t mark = attempt->undo_count;
    uint32_t passed = 0;
    for (; passed < repeat->a; passed++) {
        const struct item *item = next_item(attempt, at, way);
        if (item == NULL || !passes_repeated(attempt, repeat, item)) {
            break;
        }
        at = behind_item(at, way);
    }
    attempt->work += passed;
    for (; passed > 0; passed--) {
        if (!cannot_go_on(attempt, &attempt->rules->steps[rest], repeat->b, at, way) &&
            run(attempt, rest, at, way)) {
            return true;
        }
        undo_to(attempt, mark);
        at = way == BACKWARD ? at + 1 : at - 1;
    }
    return false;
}

/* Runs the program from step `pc` on with the gap between items `at`. */
FOR_EACH_WAY bool run_steps(struct attempt *attempt, uint32_t pc, size_t at, enum way way)
{
    const struct lang_step *steps = attempt->rules->steps;
    for (;; pc++) {
        const struct lang_step *step = &steps[pc];
        switch ((enum lang_step_code)step->code) {
        case STEP_DONE:
            return true;
        case STEP_SPAN_END:
            attempt->span_end = (uint32_t)at;
            break;
        case STEP_CLASS:
        case STEP_WORD: { /* most steps are one of these */
            const struct item *item = next_item(attempt, at, way);
            if (item == NULL ||
                (step->code == STEP_WORD ? item->word != step->a : !class_set_has(&item->classes, step->a))) {
                return false;
            }
            attempt->last_class = step->code == STEP_WORD ? CLASS_ANY : (uint8_t)step->a;
            at = pass_item(attempt, step, at, way);
            break;
        }
        case STEP_ITEM:
        case STEP_WORDS:
        case STEP_EITHER: {
            const struct item *item = next_item(attempt, at, way);
            if (item == NULL || !item_passes(attempt, step, item)) {
                return false;
            }
            attempt->last_class =
                step->code == STEP_ITEM ? attempt->rules->conditions[step->a].class_id : CLASS_ANY;
            at = pass_item(attempt, step, at, way);
            break;
        }
        case STEP_GLUED:
            if (!glued(attempt, at)) {
                return false;
            }
            break;
        case STEP_FIRST:
            if (at != 0) {
                return false;
            }
            break;
        case STEP_LAST:
            if (at != attempt->item_count) {
                return false;
            }
            break;
        case STEP_NOT: {
            const size_t mark = attempt->undo_count;
            const uint8_t last_class = attempt->last_class;
            if (++attempt->work > MOST_WORK) {
                return false;
            }
            bool matches = run(attempt, pc + 1, at, way);
            undo_to(attempt, mark);
            attempt->last_class = last_class;
            if (matches || attempt->work > MOST_WORK) {
                return false;
            }
            pc = step->a - 1;
            break;
        }
        case STEP_SPLIT: {
            const size_t mark = attempt->undo_count;
            const uint8_t last_class = attempt->last_class;
            if (++attempt->work > MOST_WORK) {
                return false;
            }
            if (cannot_go_on(attempt, &attempt->rules->steps[step->a], step->count, at, way)) {
                pc = step->b - 1;
                break;
            }
            if (known_failure(attempt, pc, at)) {
                return false;
            }
            if (run(attempt, step->a, at, way)) {
                return true;
            }
            undo_to(attempt, mark);
            attempt->last_class = last_class;
            if (attempt->work <= FREE_WORK) {
                pc = step->b - 1; /* no failure is remembered yet */
                break;
            }
            if (run(attempt, step->b, at, way)) {
                return true;
            }
            note_failure(attempt, pc, at);
            return false;
        }
        case STEP_JUMP:
            pc = step->a - 1;
            break;
        case STEP_REPEAT:
            if (++attempt->work > MOST_WORK) {
                return false;
            }
            if (known_failure(attempt, pc, at)) {
                return false;
            }
            if (run_repeat(attempt, pc, at, way)) {
                return true;
            }
            if (attempt->work <= FREE_WORK) {
                pc += step->count; /* no failure is remembered yet */
                break;
            }
            if (run(attempt, pc + 1 + step->count, at, way)) {
                return true;
            }
            note_failure(attempt, pc, at);
            return false;
        case STEP_GAP:
            if (++attempt->work > MOST_WORK) {
                return false;
            }
            if (known_failure(attempt, pc, at)) {
                return false;
            }
            if (run_gap(attempt, pc, at, way)) {
                return true;
            }
            note_failure(attempt, pc, at);
            return false;
        case STEP_OPEN:
        case STEP_CLOSE:
            capture_group(attempt, step, at, way);
            break;
        }
    }
}

static bool run_forward(struct attempt *attempt, uint32_t pc, size_t at)
{
    return run_steps(attempt, pc, at, FORWARD);
}

static bool run_backward(struct attempt *attempt, uint32_t pc, size_t at)
{
    return run_steps(attempt, pc, at, BACKWARD);
}

bool attempt_rule(struct attempt *attempt, const struct lang_rule *rule, size_t first)
{
    for (unsigned i = 0; i < rule->capture_count; i++) {
        attempt->captures[i].present = false;
    }
    attempt->undo_count = 0;
    attempt->work = 0;
    if (++attempt->serial == 1u << 22) {
        /* The key has 22 bits for it: the numbers begin anew, and nothing old may seem remembered. */
        memset(attempt->failures, 0, sizeof attempt->failures);
        attempt->serial = 1;
    }
    if (!run_forward(attempt, rule->forward, first)) {
        return false;
    }
    if (attempt->rules->steps[rule->backward].code == STEP_DONE) {
        return true;
    }
    return run_backward(attempt, rule->backward, first);
}
