#include "report/presupposed.h"

#include "report/identity.h"

/* So many claims on each side of one may tell the same: an article is read in linear time. */
#define CLAIMS_AROUND 64

static bool same_days(const struct report *a, const struct report *b)
{
    return a->date.first == b->date.first && a->date.last == b->date.last;
}

static bool has_place(const struct report *report, const struct place *place)
{
    size_t i;

    for (i = 0; i < report->place_count; i++) {
        if (str_equal(report->places[i].name, place->name)) {
            return true;
        }
    }
    return false;
}

static bool is_named(const struct origin *origin)
{
    return origin->group != NULL && origin->group->named;
}

/* True when the claim at `index` has a number of its own, a fuller name, a day, a place or a doer that the
 * other one does not have. */
static bool tells_more(const struct extraction *extraction, size_t index, size_t behind)
{
    const struct report *report = &extraction->reports[index];
    const struct report *other = &extraction->reports[behind];
    size_t i;

    if (report->basis.text.data != NULL && (other->basis.text.data == NULL || !same_days(report, other))) {
        return true;
    }
    if (report->count.text.text.size > 0 &&
        (other->count.text.text.size == 0 || report->count.min != other->count.min ||
         report->count.max != other->count.max)) {
        return true;
    }
    if (behind > index && is_named(&extraction->origins[index]) &&
        report->count.text.text.size > other->count.text.text.size) {
        return true;
    }
    if (report->counterpart.data != NULL && other->counterpart.data == NULL) {
        return true;
    }
    for (i = 0; i < report->place_count; i++) {
        if (!is_country(&report->places[i]) && !has_place(other, &report->places[i])) {
            return true;
        }
    }
    return false;
}

/* True when `other` is told of as what happened, or as no more than that is `report` either. */
static bool tells_as_fact(const struct report *other, const struct report *report)
{
    return other->status == report->status || other->status == STATUS_CONFIRMED ||
           other->status == STATUS_CLAIMED || other->status == STATUS_UNVERIFIED;
}

static bool is_presupposed(const struct extraction *extraction, size_t index, const bool *dropped)
{
    const struct report *report = &extraction->reports[index];
    size_t i = index > CLAIMS_AROUND ? index - CLAIMS_AROUND : 0;
    size_t end =
        extraction->report_count - index > CLAIMS_AROUND ? index + CLAIMS_AROUND : extraction->report_count;

    if (!extraction->origins[index].taken || report->kind != KIND_CASUALTY ||
        report->status == STATUS_DENIED) {
        return false;
    }
    for (; i < end; i++) {
        /* of two such the first one stays */
        if (i != index && !dropped[i] && !extraction->origins[i].withdrawn &&
            (i < index || !extraction->origins[i].taken) &&
            extraction->origins[i].sentence != extraction->origins[index].sentence &&
            tells_as_fact(&extraction->reports[i], report) && same_claim(extraction, index, i) &&
            !tells_more(extraction, index, i)) {
            return true;
        }
    }
    return false;
}

bool takes_for_granted(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t behind;

    if (token_is(text, draft->trigger.words.end - 1, CLASS_DEED)) {
        return str_starts(str_from(draft->rule), STR("deed.")); /* not ", killing nine" */
    }
    if (draft->group == NULL || !draft->group->known ||
        draft->group->words.end > draft->trigger.words.first) {
        return false;
    }
    behind = draft->group->words.end;
    return token_is(text, behind, CLASS_RELATIVE) ||
           (draft->trigger.bare && behind == draft->trigger.words.first &&
            !token_is(text, behind, CLASS_BEFELL));
}

void drop_presupposed(struct extraction *extraction)
{
    size_t kept = 0;
    size_t i;
    bool *dropped;

    if (extraction->report_count == 0) {
        return;
    }
    dropped = arena_array(extraction->arena, extraction->report_count, sizeof *dropped);
    if (dropped == NULL) {
        extraction->out_of_memory = true;
        return;
    }
    for (i = 0; i < extraction->report_count; i++) {
        dropped[i] = extraction->origins[i].withdrawn || is_presupposed(extraction, i, dropped);
    }
    for (i = 0; i < extraction->report_count; i++) {
        if (dropped[i]) {
            continue;
        }
        extraction->reports[kept] = extraction->reports[i];
        extraction->origins[kept] = extraction->origins[i];
        if (extraction->input->reasons != NULL) {
            extraction->reasons[kept] = extraction->reasons[i];
        }
        kept++;
    }
    extraction->report_count = kept;
}
