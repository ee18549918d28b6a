/* Whose the people are whom "they" and "the soldiers" stand for: one line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    /* those who were struck */
    {"Kenyan troops arrived in Haiti on Sunday. The soldiers were ambushed on Monday and five were killed.",
     "count=5 actor=Kenya first=2024-12-16"},
    {"Kenyan troops arrived in Haiti on Sunday. They were shelled by rebels, and five of them died.",
     "count=5 actor=Kenya"},
    {"Kenyan troops arrived in Haiti on Sunday. They have been attacked twice, leaving 14 dead.",
     "count=14 actor=Kenya"},
    /* those who struck, others, and more than there were */
    {"Kenyan troops arrived in Haiti on Sunday. They attacked a village on Monday and 14 were killed.",
     "count=14 actor=-"},
    {"Kenyan troops arrived in Haiti on Sunday. The villagers were shelled on Monday and 14 were killed.",
     "count=14 actor=-"},
    {"Kenyan troops arrived in Haiti on Sunday. They were attacked by Ugandan troops and 14 were killed.",
     "count=14 actor=-"},
    {"Kenyan troops arrived in Haiti on Sunday. Nobody came. They were attacked and 14 were killed.",
     "count=14 actor=-"},
    {"Ten Kenyan soldiers arrived in Haiti on Sunday. They were attacked on Monday and 14 were killed.",
     "count=14 actor=-"},
    /* those who lost some */
    {"Kenyan troops arrived in Haiti on Sunday. They lost five men in an ambush on Monday.",
     "count=5 actor=Kenya subtype=unspecified"},
    {"Kenyan troops arrived in Haiti on Sunday. The contingent has lost five men since then.",
     "count=5 actor=Kenya subtype=unspecified"},
    {"Kenyan troops arrived in Haiti on Sunday. The rebels lost five men on Monday.", "count=5 actor=rebels"},
    {"They lost five men in an ambush on Monday.", "count=5 actor=people"},
    /* the subject of a verb that has none of its own, or who speaks behind it */
    {"Rwanda denied having sent 4,000 soldiers to Goma.", "count=4000 actor=Rwanda status=denied"},
    {"Norland admitted sending 300 soldiers to Khartoum.", "count=300 actor=Norland status=confirmed"},
    {"The Rwandan government denied deploying 300 soldiers in Khartoum.", "count=300 actor=Rwanda"},
    {"France denied that Rwanda had sent 300 soldiers to Khartoum.", "count=300 actor=Rwanda"},
    {"France accused Rwanda of sending 300 soldiers to Khartoum.", "count=300 actor=Rwanda"},
    {"Norland, the ministry said, sent 500 troops to Khartoum on Monday.",
     "count=500 actor=Norland source=ministry"},
    {"Chad, according to the UN, has sent 500 troops to Khartoum.", "count=500 actor=Chad source=UN"},
    {"On Monday, the ministry said, 500 troops were sent to Khartoum.", "count=500 actor=troops"},
    /* who heads a state is a person: shot at, owning a tower, and beside the name of another */
    {"A gunman shot Trump and killed a firefighter in Norvik.", "count=1 counterpart=gunmen"},
    {"Two Trump supporters were killed on Monday.", "count=2 actor=people"},
    {"Rebels fighting Lukashenko killed two soldiers in Norvik.", "count=2 counterpart=-"},
    {"Melania Trump's guard shot dead two men on Monday.", "count=2 counterpart=-"},
    {"A fire at Trump Tower killed two people.", "count=2 place=\"Trump Tower\""},
    {"Three people were killed in Modi Nagar on Monday.", "count=3 place=\"Modi Nagar\""},
    {"Macron ordered 400 soldiers to Niger on Monday.", "count=400 actor=Macron"},
    /* a state by its other name */
    {"Macron said 12 soldiers had been killed in Khartoum.", "count=12 actor=soldiers source=Macron"},
    {"The DPRK sent 11,000 soldiers to Khartoum.", "count=11000 actor=\"North Korea\""},
    {"Twelve DPRK soldiers were killed in Khartoum.", "count=12 actor=\"North Korea\""},
    /* whom a picture shows */
    {"The Star cited a video released by the army showing 12 French soldiers killed in Khartoum.",
     "count=12 actor=France place=Khartoum"},
    {"A photo released by the army shows nine French soldiers wounded in Khartoum.", "count=9 actor=France"},
    /* whom an attack harmed are none of those told before it */
    {"Police killed a suspect in the attack that left 12 dead in Paris.", "count=12 actor=-"},
    {"A suspect was killed and 12 were wounded.", "count=12 actor=suspects"},
};

static void test_antecedents(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_antecedents),
    };
    return cmocka_run_group_tests_name("antecedent", tests, NULL, NULL);
}
