/* The attack that the sentences before last told of, and its day. */
#include "report/clause.h"
#include "report/mention.h"

/* So many sentences back "the attack" is looked for. */
#define ATTACK_REACH 6
/* So many sentences before "the attack took place on Monday" the claims may stand. */
#define CLAIM_REACH 2

/* "The attack took place on Monday", behind the claims of what it did: dates those. */
static void date_claims_before(struct extraction *extraction, int32_t timex)
{
    size_t i;
    bool took_place = false;

    for (i = 0; i < extraction->matcher.item_count && !took_place; i++) {
        took_place = item_is(&extraction->matcher.items[i], CLASS_TOOK_PLACE);
    }
    if (!took_place || extraction->before_sentence + CLAIM_REACH < extraction->sentence) {
        return;
    }
    for (i = extraction->before; i < extraction->sentence_reports; i++) {
        struct report *report = &extraction->reports[i];

        if (report->kind == KIND_CASUALTY && report->scope == SCOPE_INCIDENT &&
            report->basis.text.data == NULL && report->status != STATUS_EXPECTED &&
            report->status != STATUS_HYPOTHETICAL) {
            rest_on(extraction, timex, report);
            if (extraction->input->reasons != NULL) {
                extraction->reasons[i].tie = TIE_SENTENCE_BEHIND;
            }
        }
    }
}

/* True when the sentence has claims and none of them is of that time: it dates what was done about them, or
 * when they were counted. */
static bool of_no_claim(const struct extraction *extraction, int32_t timex)
{
    bool claims = false;

    for (size_t i = extraction->sentence_reports; i < extraction->report_count; i++) {
        const struct report *report = &extraction->reports[i];

        claims = claims || report->kind == KIND_CASUALTY;
        if (report->kind == KIND_CASUALTY && report->basis.text.data != NULL) {
            return false;
        }
    }
    return claims && timex >= 0;
}

static bool is_of_a_day(const struct timex *timex)
{
    return timex->date.precision == PRECISION_DAY || timex->date.precision == PRECISION_TIME;
}

/* So many words may stand between "hours of" and the fighting: "hours of heavy street fighting". */
#define FIGHTING_WORDS 3

/* True for "After several hours of fighting": of that which the sentence right before told of. */
static bool opens_after_fighting(const struct extraction *extraction)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    size_t i = extraction->next_timex;
    uint32_t of, end;

    if (i == timexes->count || timexes->items[i].field != extraction->input->field ||
        timexes->items[i].type != TIMEX_DURATION ||
        timexes->items[i].first_token != sentence->first_token + 1 ||
        !token_has(text, sentence->first_token, CLASS_AFTERMATH, "of")) {
        return false;
    }
    of = timexes->items[i].end_token;
    end = of + FIGHTING_WORDS < sentence->end_token ? of + FIGHTING_WORDS : sentence->end_token;
    return token_has(text, of, CLASS_PREPOSITION, "of") && has_between(text, of, end, CLASS_HAPPENING);
}

/* So many sentences on a pronoun may still go on about whom a sentence told of. */
#define DETAIL_REACH 2

/* True when the sentence a little behind the one at `before` goes on about what that told: "She was attacked
 * as she came home", "There was an explosion today. A bomb went off in the market." */
static bool goes_into_detail(const struct extraction *extraction, size_t before)
{
    const struct text *text = extraction->text;
    const struct sentence *sentences = text->sentences;
    uint32_t subject = sentences[extraction->sentence].first_token;

    return before + DETAIL_REACH >= extraction->sentence &&
           (token_is(text, subject, CLASS_PRONOUN) ||
            (before + 1 == extraction->sentence && opens_after_fighting(extraction)) ||
            (before + 1 == extraction->sentence &&
             token_has(text, sentences[before].first_token, CLASS_THERE, "there") &&
             sentences[before].paragraph == sentences[extraction->sentence].paragraph &&
             !tells_another(extraction)));
}

/* Remembers the day of the harm that the sentence at hand tells of in claims, if it is one; forgets the one
 * before when it tells of other harm, who knows when. */
static void note_deed(struct extraction *extraction, int32_t found, enum attack_told told)
{
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t begin = extraction->text->sentences[extraction->sentence].first_token;
    bool undated = told == ATTACK_NEW && found == -1 && extraction->deed_timex >= 0 &&
                   !goes_into_detail(extraction, extraction->deed_sentence);
    int32_t deed = -1;

    for (size_t i = extraction->sentence_reports; i < extraction->report_count; i++) {
        const struct report *report = &extraction->reports[i];
        int32_t timex = report->basis_timex;

        if (report->kind != KIND_CASUALTY || report->scope != SCOPE_INCIDENT) {
            continue;
        }
        undated = undated || report->basis.text.data == NULL;
        if (timex >= 0 && timexes->items[timex].first_token >= begin && is_of_a_day(&timexes->items[timex])) {
            deed = deed == -1 || deed == timex ? timex : -2;
        }
    }
    deed = extraction->freed_timex >= 0 ? extraction->freed_timex : deed;
    if (deed != -1 || undated) {
        extraction->deed_timex = deed < 0 ? -1 : deed;
        extraction->deed_sentence = extraction->sentence;
    }
}

/* True for "this attack", which the sentence right before told of in other words. */
static bool tells_this_attack(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];

    for (uint32_t token = sentence->first_token + 1; token < sentence->end_token; token++) {
        if (token_has(text, token, CLASS_HAPPENING, "one") &&
            token_has(text, token - 1, CLASS_THERE, "here")) {
            return true;
        }
    }
    return false;
}

/* Notes that the sentence at hand tells again of the attack last told of, without a day: "this attack" may be
 * what the sentence right before told of, with its day. */
static void note_attack_again(struct extraction *extraction, int32_t day_before)
{
    const struct timex_list *timexes = extraction->input->timexes;

    if (extraction->attack_timex < 0 && day_before >= 0 && is_of_a_day(&timexes->items[day_before]) &&
        tells_this_attack(extraction)) {
        extraction->attack_timex = day_before;
        extraction->attack_sentence = extraction->sentence - 1;
    }
    extraction->attack_again = extraction->sentence;
}

/* True for the number of a point, "2.", which stands between what two sentences tell. */
static bool is_point(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];

    return sentence->end_token <= sentence->first_token + 2 &&
           text->tokens[sentence->first_token].type == TOKEN_NUMBER;
}

/* True when other people act between the two, "kidnapped nine on Monday and the mayor resigned on Tuesday":
 * the second day is none of what became of the captives. */
static bool tells_other(const struct text *text, uint32_t from, uint32_t to)
{
    for (uint32_t token = from; token < to; token++) {
        if (token_is(text, token, CLASS_CLAUSE) || token_is_sign(text, token, ";") ||
            (token_is(text, token, CLASS_AND) && !other_verb(text, token + 1) &&
             !token_is(text, token + 1, CLASS_BE) && !token_is(text, token + 1, CLASS_HAVE))) {
            return true;
        }
    }
    return false;
}

/* The later day of "the farmers kidnapped on Monday were freed on Friday", which the text goes on about; -1
 * when the sentence tells no such thing. */
static int32_t day_after_capture(const struct extraction *extraction)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    int32_t capture = -1, later = -1;

    for (size_t i = extraction->sentence_reports; i < extraction->report_count; i++) {
        const struct report *report = &extraction->reports[i];

        if (report->kind == KIND_CASUALTY && report->subtype != SUBTYPE_CAPTURED) {
            return -1;
        }
        capture = report->kind == KIND_CASUALTY ? report->basis_timex : capture;
    }
    if (capture < 0 || timexes->items[capture].first_token < sentence->first_token) {
        return -1;
    }
    for (size_t i = (size_t)capture + 1;
         i < timexes->count && timexes->items[i].first_token < sentence->end_token; i++) {
        const struct timex *timex = &timexes->items[i];

        if (timex->field == extraction->input->field && interval_known(timex->date) && is_of_a_day(timex) &&
            !timex->bound && !said_with(extraction, timex) &&
            timex->date.first > timexes->items[capture].date.last &&
            !tells_other(extraction->text, timexes->items[capture].end_token, timex->first_token) &&
            timex->date.last <= extraction->input->article->published.day) {
            if (later >= 0) {
                return -1;
            }
            later = (int32_t)i;
        }
    }
    return later;
}

void note_happening(struct extraction *extraction)
{
    const struct timex_list *timexes = extraction->input->timexes;
    int32_t day_before = extraction->happening_timex;
    int32_t found = is_point(extraction) ? day_before : extraction->here_timex;
    enum attack_told told = extraction->told;

    if (of_no_claim(extraction, found)) {
        found = -2;
    }
    extraction->freed_timex = day_after_capture(extraction);
    for (size_t i = extraction->sentence_reports;
         extraction->freed_timex >= 0 && i < extraction->report_count; i++) {
        extraction->origins[i].freed = true;
    }
    extraction->happening_timex = found;
    note_deed(extraction, found, told);
    if (found == -1 && told == ATTACK_KNOWN) {
        note_attack_again(extraction, day_before);
        return;
    }
    if (told == ATTACK_NONE) {
        return;
    }
    if (told == ATTACK_KNOWN && found >= 0) {
        date_claims_before(extraction, found);
    }
    if (found == -1 && extraction->attack_timex >= 0 &&
        goes_into_detail(extraction, extraction->attack_sentence)) {
        extraction->attack_sentence = extraction->sentence;
        return;
    }
    /* an attack without a day of its own is another one */
    extraction->attack_timex = -1;
    if (found >= 0 && !tells_also_attack(extraction) && /* of which "the attack" is told then is not sure */
        (timexes->items[found].relation == RELATION_DURING ||
         attributive(extraction->text, &timexes->items[found])) &&
        is_of_a_day(&timexes->items[found])) {
        extraction->attack_timex = found;
        extraction->attack_sentence = extraction->sentence;
    }
}

/* True when the sentence that told of the attack names other places than the report. */
static bool was_elsewhere(const struct extraction *extraction, size_t sentence, const struct report *report)
{
    const struct mention *mention = mention_of(extraction, sentence);

    return mention != NULL &&
           !places_may_be(report->places, report->place_count, mention->places, mention->place_count);
}

/* "Had shot": before what was told. */
static bool in_past_perfect(const struct text *text, const struct draft *draft)
{
    uint32_t token = draft->trigger.words.first;

    while (token > 0 && (token_is(text, token - 1, CLASS_BE) || token_is(text, token - 1, CLASS_HAVE) ||
                         token_is(text, token - 1, CLASS_ADVERB))) {
        token--;
    }
    for (; token < draft->trigger.words.end; token++) {
        if (token_is(text, token, CLASS_HAVE) && token_is(text, token, CLASS_PAST_CUE)) {
            return true;
        }
    }
    return false;
}

/* So many words of a sentence may stand before the end of its subject: "The merchant". */
#define SUBJECT_WORDS 4

/* True when the sentence is about "the merchant" and the one before it told of a merchant. */
static bool about_the_same(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t token = sentence->first_token;
    uint32_t limit =
        token + SUBJECT_WORDS < sentence->end_token ? token + SUBJECT_WORDS : sentence->end_token;

    if (!token_has(text, token, CLASS_DETERMINER, "known") || extraction->sentence == 0 ||
        in_past_perfect(text, draft)) {
        return false;
    }
    while (token < limit && !token_is(text, token, CLASS_PERSON)) {
        token++;
    }
    for (uint32_t other = sentence[-1].first_token; token < limit && other < sentence[-1].end_token;
         other++) {
        if (text->tokens[other].word == text->tokens[token].word && token_is(text, other, CLASS_PERSON)) {
            return true;
        }
    }
    return false;
}

/* True for "in the attack": one attack, that the text told of in other words. */
static bool tells_the_attack(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];

    for (uint32_t token = sentence->first_token + 1; token < sentence->end_token; token++) {
        if (token_has(text, token, CLASS_HAPPENING, "one") &&
            token_has(text, token - 1, CLASS_DETERMINER, "known") &&
            !token_is(text, token + 1, CLASS_PREPOSITION)) {
            return true;
        }
    }
    return false;
}

/* So many sentences behind "the attack" it may be added what else it did. */
#define ALSO_REACH 2

/* True for "It is also sad that a baker was killed", a little behind a sentence on the attack. */
static bool adds_to_attack(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentences = text->sentences;
    size_t told = extraction->attack_again > extraction->attack_sentence ? extraction->attack_again
                                                                         : extraction->attack_sentence;
    uint32_t token = sentences[extraction->sentence].first_token;
    uint32_t end = sentences[extraction->sentence].end_token;

    if (told + ALSO_REACH < extraction->sentence || extraction->spot_count > 0 ||
        sentences[told].paragraph != sentences[extraction->sentence].paragraph) {
        return false;
    }
    while (++told < extraction->sentence) {
        if (mention_of(extraction, told) != NULL) {
            return false;
        }
    }
    while (token < end && !token_has(text, token, CLASS_ADVERB, "also")) {
        token++;
    }
    return token < end;
}

int32_t attack_told_before(const struct extraction *extraction, const struct draft *draft,
                           const struct report *report)
{
    const struct sentence *sentences = extraction->text->sentences;
    size_t at = extraction->attack_sentence;
    enum attack_told told = extraction->told;

    if (draft->trigger.kind != KIND_CASUALTY || has_time(extraction, false) ||
        report->count.min > ATTACK_TOLL || tells_fresh_attack(extraction) || opens_elsewhere(extraction)) {
        return -1;
    }
    if (extraction->attack_timex >= 0 && !was_elsewhere(extraction, at, report)) {
        bool next = at + 1 == extraction->sentence &&
                    (sentences[extraction->sentence].paragraph == sentences[at].paragraph ||
                     (extraction->spot_count == 0 && !tells_another(extraction)));

        if ((told == ATTACK_NONE && (next || adds_to_attack(extraction))) ||
            (next && about_the_same(extraction, draft)) ||
            (told == ATTACK_KNOWN && at + ATTACK_REACH >= extraction->sentence)) {
            return extraction->attack_timex;
        }
    }
    return told == ATTACK_KNOWN && extraction->deed_sentence + ATTACK_REACH >= extraction->sentence &&
                   tells_the_attack(extraction) &&
                   !was_elsewhere(extraction, extraction->deed_sentence, report)
               ? extraction->deed_timex
               : -1;
}
