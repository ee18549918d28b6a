/* What the rules make of a sentence before it becomes reports: drafts, and the state of an extraction.
 * Private to lib/report. */
#ifndef REPORT_DRAFT_H
#define REPORT_DRAFT_H

#include "place/place.h"
#include "report/extract.h"
#include "report/values.h"

#include <string.h>

/* A report before it has its date, places and source. */
struct draft {
    struct trigger trigger;
    const struct group *group; /* NULL when nobody is named */
    struct quantity quantity;  /* words empty: none */
    const char *rule;
    const struct draft *repeat; /* another one of the sentence, dropped, that tells the same; or NULL */
    bool dropped;
    bool rate;  /* its number counts those of a day or week: "12 a day" */
    bool tally; /* another figure for a total so far that the sentence before tells */
};

/* A place item. */
struct spot {
    struct place_match match; /* no candidates when no table knows it */
    struct span words;
    bool unlisted;    /* a place because the text names it so: in the table of towns or in none */
    bool listing;     /* one of "the villages of A, B and C" */
    bool state;       /* the gazetteer has it for a country */
    const char *seat; /* the state that it stands for as a seat of government, or NULL */
};

/* A word of the text at which the gazetteer knows the name of a people, of a place or of both. */
struct known_name {
    uint32_t token;
    struct place_match people, place; /* `end` 0: none */
};

/* A nation or force that the sentence names, anywhere. */
struct mark {
    struct span words;
    const char *actor;
    bool adjective; /* a demonym: "Russian navy ships" are not Russia itself */
};

/* Who says what: tokens `scope` are the words of `speaker`. */
struct attribution {
    struct span speaker; /* empty: the speaker before, named again by a pronoun */
    struct span owner;   /* whose: of "its military wing"; empty when it is nobody's or unknown */
    struct span channel; /* through whom the speaker is heard, or who is cited; empty for nobody */
    struct span scope;
    struct span
        words; /* subject, verb and what belongs to them: time expressions in here are when it was said */
    enum report_status status;
    const char *agency; /* the canonical name of the body that speaks, or NULL */
    bool pronoun;
    bool cites;     /* "citing the army": belongs to who cites it */
    bool passes_on; /* "cited by the Herald": the channel of who is cited */
};

/* A match of a rule in the sentence at hand, noted only when reasons are wanted. */
struct fired {
    const struct lang_rule *rule;
    size_t pass;
    struct span words;
};

#define SENTENCE_ATTRIBUTIONS 12
#define SENTENCE_DRAFTS 48
#define SENTENCE_SPOTS 64
#define SENTENCE_MARKS 64
#define KNOWN_SPEAKERS 32
#define REPORT_PLACES 8
/* More than so many are those of a war, not of one attack. */
#define ATTACK_TOLL 99

/* What a sentence says of attacks. */
enum attack_told {
    ATTACK_NONE,
    ATTACK_KNOWN, /* "the attack", "in the second explosion": one that the text has told of */
    ATTACK_NEW
};

/* Where a report comes from. */
struct origin {
    const struct group *group; /* whom it is about, in its own words; NULL when they name nobody */
    uint32_t sentence;
    bool deed;       /* told by a noun: "the murder of a judge" */
    bool taken;      /* taken for granted by it, or by a clause that says who: "the judges who were killed" */
    bool vague_time; /* see has_vague_time */
    bool occasion;   /* see is_occasion: an attack of which the text tells is not it */
    bool inherited;  /* its date is that of another sentence: see coref.h */
    bool freed;      /* its sentence goes on to what became of the captives on a later day */
    bool part;       /* "178 of them": its place is not that of all */
    bool withdrawn;  /* the article takes it back, and only gives the right figure of it */
    struct place *office;  /* see place_of_office; NULL for none */
    struct place *speaker; /* see place_of_speaker; NULL for none */
    struct str voice;      /* see state_speaking */
    int32_t
        ranks; /* the time expression that dates it where nothing else does, see struct candidate; or -1 */
};

struct mention; /* see mention.h */

/* What the rules made of a sentence: see screen.h. */
struct screened {
    size_t sentence;
    struct item *items;
    size_t item_count;
    struct draft *drafts;
    size_t draft_count;
    struct screened *next;
};

/* A place that "the village" may mean; without a name when there is none. */
struct antecedent {
    struct place place;
    size_t sentence;
    bool several; /* the text named others, too */
};

/* The state of one extraction: the sentence at hand and what is remembered of those before. */
struct extraction {
    struct arena *arena;
    const struct extract_input *input;
    const struct text *text;
    struct matcher matcher;
    struct class_set
        cues; /* without a word of one of these classes no rule makes a claim or names soldiers */
    struct class_set tellers; /* ... and without one of these few say anything */
    struct class_set words;   /* the classes of the words and phrases of the sentence at hand */
    uint64_t signs;           /* ... and its signs: bit byte % 64 is set for the first byte of each */
    struct screened *screened, *last_screened; /* sentences yet to be read, in order */
    size_t items_kept;                         /* ... and the items of all that were */
    bool ruled; /* the sentence at hand is one on which the rules ran: without them it has no people */
    bool speech_counts; /* what the rules made of the sentence at hand depends on who speaks in it */
    bool out_of_memory;
    bool doubt; /* the sentence says that somebody could not confirm what is claimed in it or before it */
    bool quote_open;   /* the sentence begins inside a quotation that one before opened */
    bool begun;        /* the first sentence has been read */
    bool placed;       /* a sentence puts something somewhere */
    bool struck;       /* the sentence before told of an attack or of casualties */
    bool whole_known;  /* `whole` is right */
    bool all_names;    /* `names` are those of the whole body, not of one sentence */
    size_t correction; /* the sentence that opens the last note about the article itself, and one; or 0 */

    size_t sentence;
    size_t draft_count, attribution_count, spot_count, mark_count; /* of the lists at the end */

    struct span speakers[KNOWN_SPEAKERS]; /* who spoke before */
    const char *agencies[KNOWN_SPEAKERS]; /* what bodies they are, see struct attribution */
    const char *sides[KNOWN_SPEAKERS];    /* ... and whose each is, the state or force; NULL for neither */
    size_t speaker_count;
    struct span speaker;          /* the last one who spoke; empty at first ... */
    size_t speaker_sentence;      /* ... and the sentence in which */
    struct span owner;            /* and whose it is, see struct attribution */
    struct span lead, lead_owner; /* who says what a lead-in opens, see lead_in.c, and whose that is ... */
    const char *lead_agency;      /* ... and the body */
    size_t led_in, led_until;     /* the sentence of the lead-in, and the first one that it may not reach */
    bool led_in_list;             /* it opened a list, not a paragraph */
    struct span actor;            /* whom the sentence before is about; empty for nobody who speaks */
    struct span subject;          /* the person whom the sentence before is about; empty for none */
    struct interval said;         /* and when, as far as the text told */
    const char *agency;           /* and the body that it is, or NULL */
    const struct group *people;   /* the group last spoken of */
    size_t people_sentence;

    uint32_t *code_points; /* before each sentence */
    struct report *reports;
    size_t report_count;
    size_t report_capacity;
    struct origin *origins;   /* of each report, as many as there is room for reports */
    struct place dateline;    /* where the article was written; without a name when it does not tell */
    struct mention *mentions; /* the sentences that tell of harm or attacks */
    size_t mention_count;
    size_t mention_capacity;
    size_t sentence_reports;        /* reports of the sentence at hand begin here */
    size_t before;                  /* reports of the sentence before begin here ... */
    size_t before_sentence;         /* ... and that is its index */
    size_t checked, checked_end;    /* the reports of a claim that a fact check quotes last ... */
    size_t checked_sentence;        /* ... and the last sentence that told it */
    size_t whole_count;             /* of the places of the sentence at hand ... */
    size_t place_count;             /* ... and of the one before */
    size_t place_sentence;          /* ... that named them */
    struct antecedent town, region; /* those named last */
    struct antecedent named;        /* a place that is only named, "visited Norvik" */
    size_t ill;                     /* behind the last sentence that told of an illness */
    size_t next_section;            /* of the expressions: none before it goes on to the sentence at hand */
    int32_t happening_timex; /* the one time expression of the sentence before that is not when something was
                                said; -1 for none, -2 for several */
    int32_t here_timex;      /* happening_timex of the sentence at hand, once its claims are dated */
    enum attack_told told;   /* what the sentence at hand says of attacks, as the rules left it */
    int32_t attack_timex;    /* the day of the attack last told of, or -1 ... */
    size_t attack_sentence;  /* ... and the sentence that told it */
    size_t attack_again;     /* ... the last one that told of "the attack" again */
    int32_t freed_timex;     /* when the sentence before tells what became of captives after the day of their
                              * capture: that later day; -1 otherwise */
    int32_t deed_timex;      /* the day of the harm last told of, or -1: who was killed was attacked ... */
    size_t deed_sentence;    /* ... and the sentence that told it */
    struct str assailant; /* who attacked in the sentence that last told of an attack; absent: unknown ... */
    bool assailant_regular;    /* ... a state or its army ... */
    bool assailant_battle;     /* ... in an offensive, in which both sides kill ... */
    size_t assailant_sentence; /* ... and the sentence that told it */
    struct known_name *names;  /* of the body, in order ... */
    size_t name_count, name_capacity;
    size_t next_name;                  /* ... and the first one not before the word at hand */
    const struct country_tally *tally; /* the countries that the text names; NULL until a town is met */
    int32_t ranks;                     /* see struct origin: of the report at hand */
    enum date_tie tie;                 /* what dated the report at hand ... */
    enum status_ground ground;         /* ... and gave it its status */
    struct report_reason *reasons;     /* of each report; none unless they are wanted */
    size_t reason_capacity;
    struct fired *fired;
    size_t fired_count, fired_capacity;
    size_t next_timex; /* the first time expression not before the sentence at hand */

    /* Lists of which only so many are there as was counted above; all before `drafts` is 0 at first. */
    struct draft drafts[SENTENCE_DRAFTS];
    struct attribution attributions[SENTENCE_ATTRIBUTIONS];
    struct spot *spots[SENTENCE_SPOTS];
    struct mark marks[SENTENCE_MARKS];
    struct place whole[REPORT_PLACES];  /* of the sentence at hand as a whole: see places_of_sentence */
    struct place places[REPORT_PLACES]; /* of the sentence before */
};

/* True when the word at `token` is in the lexicon under that class.  Neither it nor the others below are true
 * before the first token (0 - 1) or behind the last: whoever looks beside a word may ask there, too. */
static inline bool token_is(const struct text *text, uint32_t token, unsigned class_id)
{
    return token < text->token_count &&
           class_set_has(&text->lang->words[text->tokens[token].word].classes, class_id);
}

/* True when one of those classes, which are constants, is in `set`: they are one mask to the compiler. */
static inline bool has_any(const struct class_set *set, const unsigned *classes, size_t count)
{
    struct class_set any = {{0}};

    for (size_t i = 0; i < count; i++) {
        class_set_add(&any, classes[i]);
    }
    return class_set_overlaps(set, &any);
}

/* True when the word is under one of those classes.  Loops over a sentence ask this first, as most words are
 * in none of the classes that they look for. */
static inline bool token_is_any(const struct text *text, uint32_t token, const unsigned *classes,
                                size_t count)
{
    return token < text->token_count &&
           has_any(&text->lang->words[text->tokens[token].word].classes, classes, count);
}

/* False when no word of the sentence at hand, whatever its case, and no phrase of it is in the lexicon under
 * that class, so that nobody need look for one. */
static inline bool may_have(const struct extraction *extraction, unsigned class_id)
{
    return class_set_has(&extraction->words, class_id);
}

/* The same for all of those classes. */
static inline bool may_have_any(const struct extraction *extraction, const unsigned *classes, size_t count)
{
    return has_any(&extraction->words, classes, count);
}

/* False when the sentence at hand does not hold that sign. */
static inline bool may_have_sign(const struct extraction *extraction, const char *sign)
{
    return (extraction->signs >> (*sign & 63) & 1) != 0;
}

/* mark.c: token_value of a word that is in the class. */
const char *value_in_class(const struct lang *lang, const struct lang_word *word, unsigned class_id);

/* The value of the word at `token` in that class, as a string; NULL when it has none.  Nearly every word that
 * is asked for one is not in the class. */
static inline const char *token_value(const struct text *text, uint32_t token, unsigned class_id)
{
    if (!token_is(text, token, class_id)) {
        return NULL;
    }
    return value_in_class(text->lang, &text->lang->words[text->tokens[token].word], class_id);
}

/* True when it is `value`. */
static inline bool token_has(const struct text *text, uint32_t token, unsigned class_id, const char *value)
{
    const char *has = token_value(text, token, class_id);

    return has != NULL && *has == *value && strcmp(has, value) == 0; /* most differ in the first letter */
}

/* True for that sign at `token`: "," or ";". */
static inline bool token_is_sign(const struct text *text, uint32_t token, const char *sign)
{
    const struct token *at = &text->tokens[token < text->token_count ? token : text->token_count];

    return at->size == strlen(sign) && memcmp(text->source.data + at->begin, sign, strlen(sign)) == 0;
}

/* True for a preposition before the place where something is or goes to: "in", "near", "towards". */
static inline bool leads_to_place(const struct text *text, uint32_t token)
{
    return token_has(text, token, CLASS_PREPOSITION, "place") ||
           token_has(text, token, CLASS_PREPOSITION, "way");
}

/* True for the form of "shelling" and "saying", of a word that the lexicon need not know. */
static inline bool has_doing_form(const struct text *text, uint32_t token)
{
    return token < text->token_count && token_ends_as(text, token, CLASS_DOING);
}

/* True for a noun of the form of "claims"; not for "pass". */
static inline bool ends_as_plural(const struct text *text, uint32_t token)
{
    struct str noun = text_span(text, token, token + 1);

    return str_ends(noun, STR("s")) && !str_ends(noun, STR("ss"));
}

/* True for "from", which is the one preposition of a way that also tells whose something is. */
static inline bool is_from(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_ORIGIN) && token_has(text, token, CLASS_PREPOSITION, "way");
}

/* True for "the", "this", "such", and for the "that" of "in that attack": what follows has been told of. */
static inline bool is_known_mark(const struct text *text, uint32_t token)
{
    return token_has(text, token, CLASS_DETERMINER, "known") ||
           (token > 0 && token_is(text, token, CLASS_RELATIVE) &&
            token_is(text, token - 1, CLASS_PREPOSITION) &&
            token_has(text, token + 1, CLASS_HAPPENING, "one"));
}

/* "Lost", "loses": those whom the subject lost are its own, and nobody named before did it to them. */
static inline bool loses(const struct text *text, const struct trigger *trigger)
{
    return token_is(text, trigger->words.first, CLASS_WAR_ONLY) &&
           !token_is(text, trigger->words.first, CLASS_TOLL) &&
           !token_is(text, trigger->words.first, CLASS_DEED) &&
           !token_is(text, trigger->words.first, CLASS_DONE) &&
           !token_is(text, trigger->words.first, CLASS_DOING);
}

static inline bool span_empty(struct span span)
{
    return span.first >= span.end;
}

static inline bool span_holds(struct span span, uint32_t token)
{
    return token >= span.first && token < span.end;
}

/* extract.c: True when a semicolon parts the words at `token` from the draft, and they have a draft of their
 * own. */
bool parted_from(const struct extraction *extraction, const struct draft *draft, uint32_t token);
/* quote.c: counts the code points before each sentence, which quotes are made with.  ERR_NO_MEMORY. */
enum status quote_prepare(struct extraction *extraction) MUST_CHECK;
/* The words of a span as they stand in the article. */
struct quote quote_span(const struct extraction *extraction, struct span span);
/* mark.c: makes items of the sentence's time expressions, places and peoples. */
void mark_sentence(struct extraction *extraction);
/* The country that the adjective before spots[index] says it lies in: "in the Malian village of Norvik". */
bool nation_before(const struct extraction *extraction, size_t index, struct gazetteer_entry *around);
/* phrase.c: the actions of report.rules, those of people.c among them; `context` is the extraction. */
bool report_act(void *context, const struct match *match, struct value *value);
/* actor.c: the people that a draft is about, also when they are only understood; NULL when the text does not
 * tell. */
const struct group *people_of(const struct extraction *extraction, const struct draft *draft);
/* What people are in their clause. */
enum part { PART_ANY, PART_HARMED, PART_OBJECT, PART_NO_SUBJECT };
/* The first soldiers of a named side in the sentence before `token` who are that; NULL for none. */
const struct group *earlier_group(const struct extraction *extraction, uint32_t token, enum part part);
/* The sides that the group, which has some, is of, as one actor. */
struct str join_actors(struct extraction *extraction, const struct group *group);
/* Whose people they are; absent when the text does not tell. */
struct str actor_of(struct extraction *extraction, const struct draft *draft);
/* The token where the name begins of where those are from whom the draft is about, behind "from"; 0 for none.
 */
uint32_t home_of(const struct extraction *extraction, const struct draft *draft);
/* True when the people that a deployment is about are soldiers, also when a pronoun stands for them. */
bool about_fighters(const struct extraction *extraction, const struct draft *draft);
/* settle.c: true for the men of "the army sent 1,200 men", who are soldiers though no word says so. */
bool sent_by_army(const struct extraction *extraction, const struct draft *draft);
/* True when the word at `token` belongs to who says something, or to the saying. */
bool in_attribution(const struct extraction *extraction, uint32_t token);
/* True when `group` (NULL: nobody) is of that side. */
bool actor_named(const struct group *group, const char *actor);
/* counterpart.c: who did it to them, or whom they joined; absent likewise. */
struct str counterpart_of(const struct extraction *extraction, const struct draft *draft);
/* settle.c: true for "Belgium 150" of "France sent 300 soldiers, Belgium 150": each side sends its own. */
bool is_gapped(const struct draft *draft);
/* Drops the drafts that are no claim and those that repeat another one. */
void settle(struct extraction *extraction);
/* attribution.c: fills `attributions` of the sentence at hand and remembers the speaker. */
void attribute_sentence(struct extraction *extraction);
/* The attribution that owns the words at `token`, or NULL. */
const struct attribution *attribution_of(const struct extraction *extraction, uint32_t token);
/* factuality.c: True when the sentence is part of a quotation: one that goes on, or that it opens with. */
bool quoted(const struct extraction *extraction);
/* settle.c: True when an item of the sentence at hand is of that class. */
bool sentence_has(const struct extraction *extraction, unsigned class_id);
/* Room for one more report of the sentence at hand, at the end, made of `draft` (NULL: of none); NULL when
 * there is no memory. */
struct report *add_report(struct extraction *extraction, const struct draft *draft);
/* quote.c: gives the report the sentence at hand as its evidence, with up to 32 code points around it. */
void set_evidence(const struct extraction *extraction, struct report *report);
/* denial.c: adds a denial of what was told just before, in the sentence or the one before it, when somebody
 * else denies "it" or "the claim", with its number; without when he says "none did".  ERR_NO_MEMORY. */
enum status deny_before(struct extraction *extraction) MUST_CHECK;

/* Gives the claims of the sentence before that nobody owns yet to who reports them here: "This was reported
 * by the governor."  Does nothing when this sentence makes a claim itself. */
void own_before(struct extraction *extraction);
/* factcheck.c: leaves unverified what the sentence at hand quotes in order to check it, "Claim: 40 died", and
 * judges what was quoted before, "Verdict: False". `body`: its claims were read. */
void check_facts(struct extraction *extraction, bool body);
/* Takes "would" for the future in what somebody said ("it would send troops"), else, and with
 * an "if" behind it, for a condition. */
void settle_mood(const struct extraction *extraction, struct draft *draft);
/* "Denied any role in the murder of ten", "denied charges regarding the murder of ten", "denied that it fled
 * after ten were killed": not the murder is denied, by that attribution.  It is by who denies reports
 * regarding it. */
bool only_link_denied(const struct extraction *extraction, const struct draft *draft,
                      const struct attribution *attribution);
/* The status that the words of the claim and of who makes it give it; notes which they are. */
enum report_status status_of_claim(struct extraction *extraction, const struct draft *draft,
                                   const struct attribution *attribution);
/* "These figures could not be independently verified": leaves unverified this sentence's claims, or those of
 * the one before when it has none. */
void note_doubt(struct extraction *extraction);
/* when.c: when it happened and when it was said. */
void date_report(struct extraction *extraction, const struct draft *draft,
                 const struct attribution *attribution, struct report *report);
/* The days in which the attribution was said, none after the day of publication; those of the sentences
 * before when the same speaker goes on; unknown when the text does not tell. */
struct interval said_when(const struct extraction *extraction, const struct attribution *attribution);
/* Dates the claims that have no day, not even one of another sentence, by the "this month" of "the third raid
 * this month". */
void date_by_ranks(struct extraction *extraction);
/* modifier.c: true for "the 31 October attack", "after Monday's deadly raid": the date belongs to the noun,
 * whatever stands before it. */
bool attributive(const struct text *text, const struct timex *timex);
/* Dates the report by the time expression of that index: its days up to the day of publication, and what they
 * would be if its words were read otherwise. */
void rest_on(struct extraction *extraction, int32_t index, struct report *report);
/* tlink.c: True when the expression tells when something was said. */
bool said_with(const struct extraction *extraction, const struct timex *timex);
/* anaphora.c: the time expression of the sentence at hand that dates a happening: -1 for none, -2 for
 * several. */
int32_t happening_timex(const struct extraction *extraction);
/* True when a town changes hands in it: "the rebels took Norvik". */
bool takes_town(const struct extraction *extraction);
/* True for a sentence that opens with "Elsewhere" or "In the north,": of something in another place. */
bool opens_elsewhere(const struct extraction *extraction);
/* ... and for one that turns to something else, wherever: "Separately", "Norland, meanwhile, said". */
bool turns_elsewhere(const struct extraction *extraction);
/* True when the claim at `index` looks back, "In May 2019 a raid there left 40 dead", and the sentence goes
 * on about what was told before that: "were wounded in the blast". */
bool is_back_from(const struct extraction *extraction, size_t sentence, size_t index);
/* True for "another", "a second" in the sentence at hand, and when it opens elsewhere. */
bool tells_another(const struct extraction *extraction);
/* True for "a truck was also blown up" in it: besides what was told before. */
bool tells_also_attack(const struct extraction *extraction);
/* True for "a raid" in it: one that has not been told of. */
bool tells_fresh_attack(const struct extraction *extraction);
/* What the sentence at hand says of attacks. */
enum attack_told attack_told(const struct extraction *extraction);
/* True when the sentence has words of time that are not those of a statement; `now` takes "now" for one. */
bool has_time(const struct extraction *extraction, bool now);
/* True when the sentence has words of time of its own, but for those of a speech: even vague ones say that it
 * is about something else than the one before. */
bool has_own_time(const struct extraction *extraction);
/* ... and if one of them tells no days: "recently". */
bool has_vague_time(const struct extraction *extraction);
/* Remembers the time expression of the sentence at hand that dates a happening, for those behind
 * it. */
void note_happening(struct extraction *extraction);
/* The dated report before that the claim goes on about, or NULL.  Looks back over at most one sentence
 * without dates. */
const struct report *same_happening(const struct extraction *extraction, const struct draft *draft,
                                    const struct attribution *attribution);
/* The index of the time expression of the attack that a claim without one goes on about: that of the sentence
 * before, or "the attack" told of a little earlier, where the report, whose places are known, may have been;
 * -1 for none. */
int32_t attack_told_before(const struct extraction *extraction, const struct draft *draft,
                           const struct report *report);
/* True when the claim goes on about what the text told just before: the same people, the same attack. */
bool goes_on(const struct extraction *extraction, const struct draft *draft,
             const struct attribution *attribution);
/* ... and does not tell of another attack, which may have been on another day. */
bool goes_on_about_day(const struct extraction *extraction, const struct draft *draft,
                       const struct attribution *attribution);
/* True when the sentence before told of an attack, or this one opens with what those did of whom it told. */
bool follows_attack(const struct extraction *extraction);
/* The dated report on what befell the same person, told before, or NULL: it befalls nobody twice. */
const struct report *same_person(const struct extraction *extraction, const struct draft *draft);
/* town.c: gives the place of spots[index], which is unlisted, what is known of it: the country and region
 * that the text says it lies in, else those of the town that is meant.  Of several towns of the name none,
 * unless the text tells or one is far larger.  `kinds` as for place_choose. */
void settle_town(const struct extraction *extraction, size_t index, unsigned kinds, struct place *place);
/* The same for a name that means one of the towns of `match`, or none of them, in the region or country
 * `around`. */
void settle_in(const struct place_match *match, const struct gazetteer_entry *around, unsigned kinds,
               struct place *place);
/* True when the text says that spots[index] lies in a country where the gazetteer's own places of that name
 * do not: "Paris, Texas".  *match are the towns of the name, perhaps none. */
bool lies_elsewhere(const struct extraction *extraction, size_t index, struct gazetteer_entry *around,
                    struct place_match *match);
void take_entry(const struct gazetteer_entry *entry, struct place *place);
/* where.c: the place that spots[index] names. */
struct place place_named(const struct extraction *extraction, size_t index);
/* The words of the sentence at hand that name the place; empty when it is named before. */
struct span words_of_place(const struct extraction *extraction, const struct place *place);
/* reason.c: notes a match; `context` is the extraction. */
void note_match(void *context, const struct match_event *event);
/* Notes why the report added last is as it is; for a denial of report `denied` it is as that one, but for who
 * says it; or that report `report` is doubted.  ERR_NO_MEMORY. */
enum status give_reason(struct extraction *extraction, const struct draft *draft,
                        const struct attribution *attribution, const struct report *report) MUST_CHECK;
enum status give_reason_of_denial(struct extraction *extraction, size_t denied,
                                  const struct attribution *denial) MUST_CHECK;
/* Notes that another sentence dates the report of that index, or tells its places.  ERR_NO_MEMORY. */
enum status note_reason_of_coref(struct extraction *extraction, size_t report, bool dated,
                                 bool placed) MUST_CHECK;
void note_reason_of_doubt(struct extraction *extraction, size_t report);

/* ... that the report at that index is claimed by who is named behind it. */
void note_reason_of_teller(struct extraction *extraction, size_t report, const struct attribution *teller);
/* where.c: the places of a report.  ERR_NO_MEMORY. */
enum status place_report(struct extraction *extraction, const struct draft *draft,
                         const struct attribution *attribution, struct report *report) MUST_CHECK;
/* True when the word at `token` names a place where something is, not a state that acts. */
bool stands_as_place(const struct extraction *extraction, uint32_t token);
/* True when the draft names places and the sentences before named none that could be one of them; unless
 * `strict`, a place that no table knows could lie in any region or country. */
bool elsewhere(const struct extraction *extraction, const struct draft *draft, bool strict);
/* True when the one place may lie in the other, or be it. */
bool places_may_be_one(const struct place *a, const struct place *b);
/* ... one of these one of those; also when either are none. */
bool places_may_be(const struct place *a, size_t a_count, const struct place *b, size_t b_count);
/* True for a country as a whole. */
bool is_country(const struct place *place);
/* The *count places that the sentence at hand puts something in; to be asked for when its claims are
 * settled. */
const struct place *places_of_sentence(struct extraction *extraction, size_t *count);
/* Remembers the places of the sentence at hand for the next one, and that of a dateline which it opens with.
 */
void remember_places(struct extraction *extraction);

#endif
