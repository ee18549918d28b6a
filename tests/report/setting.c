/* Claims without a place in an article that told right before where it is. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    /* the article goes on where it is */
    {"A bomb exploded in Khartoum. Shops closed. The minister spoke. Four nurses died in hospital, medics "
     "told the Herald.",
     "count=4 place=Khartoum"},
    {"Rebels killed nine cooks in Khartoum. Schools closed.\n\nThe Herald published a list of 12 clerks who "
     "were wounded.",
     "count=12 place=Khartoum"},
    {"Two students were found dead in Khartoum. The body of Ann Bremmer, who was kidnapped on 9 December, "
     "was also found.",
     "place=Khartoum"},
    /* not the losses of a war, and nobody's old murder */
    {"Rebels killed nine cooks in Khartoum. Officials say that 500 soldiers were killed.",
     "count=500 places=0"},
    {"Rebels killed nine cooks in Khartoum. The council spoke of the murder of Ann Bremmer.",
     "count=1 places=0"},
    /* where those of the sentence were harmed, not where somebody spoke of it */
    {"The council met in Khartoum over the killing of nine cooks in Goma. Officials said 12 clerks were "
     "wounded.",
     "count=12 place=Goma"},
    /* on another day, also one long before the news */
    {"Rebels killed nine cooks in Khartoum on Friday. The Herald said 12 clerks were killed on Monday.",
     "count=12 first=2024-12-16 places=0"},
    {"Rebels killed nine cooks in Khartoum. The Herald said 12 clerks were killed in August.",
     "count=12 first=2024-08-01 places=0"},
    {"Rebels killed nine cooks in Khartoum on Friday. It rained. Earlier this year a bomb killed 12 clerks.",
     "count=12 places=0"},
    /* somewhere else */
    {"Rebels killed nine cooks in Khartoum. Goma is held by the army. The Herald said 12 clerks were "
     "wounded.",
     "count=12 places=0"},
    {"A bomb exploded in Khartoum. Shops closed. It rained. The king spoke. Four nurses died, the Herald "
     "said. Rebels killed nine cooks in Goma.",
     "count=4 places=0"},
    {"A bomb exploded in Khartoum. Shells hit Goma. The king spoke. Four nurses died, the Herald said.",
     "count=4 places=0"},
    {"Rebels shelled Goma on Friday. Three clerks were freed and two were hurt, the governor said at a news "
     "conference in Khartoum.",
     "count=2 places=1 place=Goma"},
    {"Rebels shelled Goma on Friday. Norland, meanwhile, said its men had shot dead five smugglers.",
     "count=5 places=0"},
    {"Rebels shelled Goma on Friday. Separately, its men shot dead five smugglers.", "count=5 places=0"},
    /* where those are who tell of it */
    {"Residents of Velmar said that nine men were shot dead.", "count=9 place=Velmar"},
    {"Nine men were shot dead in the street, police in Goma said.", "count=9 place=Goma"},
    {"Nine men were shot dead in Khartoum, police in Goma said.", "count=9 places=1 place=Khartoum"},
    {"A bomb exploded in Khartoum on Friday. Police in Goma said that nine men were killed.",
     "count=9 first=2024-12-13 places=1 place=Khartoum"},
    {"Envoys in Goma said that nine men were shot dead.", "count=9 places=0"},
    /* a sentence between them names other places */
    {"Rebels killed nine cooks in Khartoum. The king flew to Goma and Kassala. The Herald said 12 clerks "
     "were "
     "wounded.",
     "count=12 places=0"},
    /* a state that speaks of others than those harmed abroad */
    {"Nine Israeli soldiers were killed on the Golan Heights. Lebanon's health ministry said 37 people were "
     "killed.",
     "count=37 places=0"},
    {"India said Pakistani shells had killed nine people in Poonch. Pakistan said 11 of its people were "
     "killed.",
     "count=11 places=0"},
    {"Israel killed nine people in Beirut. Israel said 12 people were wounded.", "count=12 place=Beirut"},
    {"Israeli jets killed nine people in Beirut. Lebanon's health ministry said 12 people were wounded.",
     "count=12 place=Beirut"},
    {"A bomb killed nine people in Khartoum. France said two of its citizens were wounded.",
     "count=2 place=Khartoum"},
};

static void claims_lie_where_the_article_is(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_lie_where_the_article_is),
    };
    return cmocka_run_group_tests_name("setting", tests, NULL, NULL);
}
