#include "report/setting.h"

#include "report/identity.h"
#include "report/voice.h"
#include "report/wanting.h"

/* So many sentences back an article may have told where it is. */
#define SETTING_REACH 40
/* ... and where it tells of several towns. */
#define SCENES_REACH 3
/* So many sentences that tell of harm are looked at on each side of a scene for another one. */
#define MENTIONS_AROUND 40

/* True when it was told how many they are, or who. */
static bool tells_whom(const struct report *report, const struct origin *origin)
{
    return report->count.text.text.data != NULL &&
           (report->count.min != COUNT_NONE || report->count.max != COUNT_NONE ||
            (origin->group != NULL && origin->group->named));
}

/* True for a claim of harm in one happening: not for the losses of a war, and not for the murder of one, or
 * of somebody by name, that is taken for granted and may be an old one. */
static bool is_of_incident(const struct extraction *extraction, size_t index)
{
    const struct report *report = &extraction->reports[index];
    const struct origin *origin = &extraction->origins[index];
    bool recalled = (origin->deed && report->count.max == 1) ||
                    ((origin->deed || origin->taken) && origin->group != NULL && origin->group->named);

    return report->place_count == 0 && report->subtype != SUBTYPE_UNSPECIFIED && !recalled &&
           tells_whom(report, origin) && report->count.min <= ATTACK_TOLL;
}

/* True when a claim of the mention lies in one of its places: who was harmed elsewhere was not harmed where
 * that was told. */
static bool holds_claim(const struct extraction *extraction, const struct mention *mention)
{
    for (size_t i = mention->first_report; i < mention->end_report; i++) {
        const struct report *report = &extraction->reports[i];

        for (size_t k = 0; k < report->place_count * mention->place_count; k++) {
            if (str_equal(report->places[k / mention->place_count].name,
                          mention->places[k % mention->place_count].name)) {
                return true;
            }
        }
    }
    return false;
}

/* True when the mention tells where something happened, and more than the country. */
static bool sets_scene(const struct extraction *extraction, const struct mention *mention)
{
    bool claims = mention->end_report > mention->first_report;

    return mention->place_count > 0 && !(mention->place_count == 1 && is_country(&mention->places[0])) &&
           !mention_spread(mention) &&
           (claims ? holds_claim(extraction, mention)
                   : mention->told != ATTACK_NONE || mention->deed != NULL);
}

/* What a text tells without a day happened within so many days before it was published. */
#define NEWS_DAYS 7

/* True for "this year", "since May": what may have been on any day of them is not what was told last. */
static bool is_long(struct interval date)
{
    return date.first == DAY_NONE || date.last == DAY_NONE || date.last - date.first > NEWS_DAYS;
}

bool on_other_day(const struct extraction *extraction, const struct mention *mention,
                  const struct report *report)
{
    const struct timex_list *timexes = extraction->input->timexes;

    if (report->basis.text.data == NULL) {
        return false;
    }
    size_t index = (size_t)(report - extraction->reports);

    if (is_long(report->date) && (index < mention->first_report || index >= mention->end_report)) {
        return true;
    }
    bool dated = mention->timex >= 0;

    if (dated && !may_be_then(report->date, timexes->items[mention->timex].date)) {
        return true;
    }
    for (size_t i = mention->first_report; i < mention->end_report; i++) {
        const struct report *other = &extraction->reports[i];

        if (other->basis.text.data != NULL && !may_be_then(report->date, other->date)) {
            return true;
        }
        dated = dated || other->basis.text.data != NULL;
    }
    return !dated && report->date.last + NEWS_DAYS < extraction->input->article->published.day;
}

/* True when the sentence before the one that sets the scene tells of another town: which of the two is meant
 * behind them is not sure. */
static bool has_rival(const struct extraction *extraction, size_t scene)
{
    const struct mention *mention = &extraction->mentions[scene];

    return scene > 0 && mention[-1].sentence + 1 == mention->sentence &&
           extraction->text->sentences[mention->sentence].paragraph ==
               extraction->text->sentences[mention[-1].sentence].paragraph &&
           mention_in_other_town(&mention[-1], mention);
}

/* True when the article tells of another town, too, so that only what is told right behind one is there. */
static bool tells_of_other_town(const struct extraction *extraction, const struct mention *scene)
{
    size_t at = (size_t)(scene - extraction->mentions);

    for (size_t i = at > MENTIONS_AROUND ? at - MENTIONS_AROUND : 0;
         i < extraction->mention_count && i < at + MENTIONS_AROUND; i++) {
        if (mention_in_other_town(&extraction->mentions[i], scene) &&
            sets_scene(extraction, &extraction->mentions[i])) {
            return true;
        }
    }
    return false;
}

/* True when the sentence of the claim, or the one before, names a place that cannot be that of the scene. */
static bool names_other_place(const struct mention *claim, const struct mention *scene)
{
    return !places_may_be(claim->places, claim->place_count, scene->places, scene->place_count) ||
           (claim->beside.name.size > 0 &&
            !places_may_be(&claim->beside, 1, scene->places, scene->place_count));
}

bool told_from_afar(const struct extraction *extraction, size_t index, const struct mention *scene)
{
    const struct origin *origin = &extraction->origins[index];
    const struct report *report = &extraction->reports[index];
    const struct mention *claim = mention_of(extraction, origin->sentence);
    bool own = str_equal(report->actor, origin->voice);
    bool others = false, struck = false;
    struct str home;

    if (origin->voice.size == 0 || report->kind != KIND_CASUALTY || scene->place_count == 0 ||
        (claim != NULL && claim->told == ATTACK_KNOWN) ||
        (origin->group != NULL && (origin->group->fighters || origin->group->irregular))) {
        return false; /* soldiers are killed abroad, too, and "in the attack" is there */
    }
    for (size_t i = scene->first_report; i < scene->end_report; i++) {
        const struct report *told = &extraction->reports[i];

        if (told->counterpart.size > 0 && str_equal(told->counterpart, origin->voice)) {
            struck = true;
        }
        others = others || told->counterpart.size > 0 || country_of(told->actor).size > 0;
    }
    if (struck ? !own : own || !others) {
        return false; /* whom a state strikes abroad are not its own people */
    }
    home = country_of(origin->voice);
    for (size_t i = 0; i < scene->place_count; i++) {
        if (home.size == 0 || scene->places[i].country.size == 0 ||
            str_equal(scene->places[i].country, home)) {
            return false;
        }
    }
    return true;
}

const struct mention *setting_of(const struct extraction *extraction, size_t own, size_t index)
{
    const struct mention *claim = &extraction->mentions[own];
    const struct mention *scene;
    size_t i = own;

    if (claim->another || claim->turns || !is_of_incident(extraction, index)) {
        return NULL;
    }
    while (i > 0 && extraction->mentions[i - 1].sentence + SETTING_REACH >= claim->sentence &&
           !sets_scene(extraction, &extraction->mentions[i - 1])) {
        i--;
    }
    if (i == 0) {
        return NULL;
    }
    scene = &extraction->mentions[i - 1];
    if (scene->sentence + SETTING_REACH < claim->sentence || names_other_place(claim, scene) ||
        told_from_afar(extraction, index, scene) || has_rival(extraction, i - 1) ||
        on_other_day(extraction, scene, &extraction->reports[index]) ||
        in_other_section(extraction, scene->sentence, claim->sentence)) {
        return NULL;
    }
    return scene->sentence + SCENES_REACH < claim->sentence && tells_of_other_town(extraction, scene) ? NULL
                                                                                                      : scene;
}

/* So many sentences from the first claim on tell of what happened where the article was written, when it
 * names no other place at all. */
#define DATELINE_SENTENCES 4

/* True when the people of the report may be at home in the place where the article was written. */
static bool at_home(const struct place *dateline, struct str actor)
{
    struct str home = country_of(actor);

    return home.size == 0 || str_equal(home, dateline->country);
}

bool may_be_at_dateline(const struct extraction *extraction, size_t index)
{
    const struct report *report = &extraction->reports[index];

    return extraction->dateline.name.size > 0 && !extraction->placed &&
           extraction->origins[index].sentence < extraction->origins[0].sentence + DATELINE_SENTENCES &&
           report->count.min <= ATTACK_TOLL && at_home(&extraction->dateline, report->actor);
}
