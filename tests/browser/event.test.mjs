// An event, its claims and their articles, and the ways between them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { keep, mostContested, post, request, startServer, violations } from './harness.mjs';
import { openBrowser, openSamples, rows } from './visit.mjs';

const visit = openBrowser();

describe('events and articles of the samples', () => {
    const server = openSamples();
    let all;
    before(() => { all = server.all; });

    // The event that most articles tell of, with rival figures.
    const rival = () => mostContested(all);

    test('an event shows every claim: who, how many, when said, status, the sentence with its words marked', async () => {
        const event = await request(server.origin, `/api/v1/events/${rival().id}`);
        assert.ok(event.reports.length >= 3 && event.sources.length >= 2, 'the samples hold an event with rival claims');
        await visit(server, '/', async (page) => {
            await page.locator(`[data-event="${event.id}"]`).click();
            await page.waitForURL(new RegExp(`event=${event.id}`));
            await page.getByRole('heading', { level: 1, name: event.title }).waitFor();
            for (const report of event.reports) {
                const claim = page.locator(`#report-${report.id}`);
                if (await claim.count() === 0) {
                    assert.ok(report.copy_of, `${report.id} stands apart or is folded as a copy`);
                    continue;
                }
                const text = await claim.innerText();
                assert.ok(text.includes(report.status));
                if (report.source.name) {
                    assert.ok(text.includes(report.source.name));
                }
                const marked = (type) => claim.locator(`.sentence .word.${type}`).evaluateAll((nodes) => nodes.map((node) => {
                    const copy = node.cloneNode(true);
                    copy.querySelectorAll('.for-reader').forEach((aside) => aside.remove());
                    return copy.textContent;
                }));
                const within = (quote) => quote?.text && quote.field === report.evidence.field && quote.begin >= report.evidence.begin && quote.end <= report.evidence.end;
                if (within(report.count)) {
                    assert.ok((await marked('number')).includes(report.count.text));
                }
                if (within(report.date_basis)) {
                    assert.ok((await marked('date')).includes(report.date_basis.text));
                }
                if (within(report.source)) {
                    assert.ok((await marked('source')).some((words) => report.source.text.includes(words)));
                }
                for (const place of report.places.filter(({ name }) => report.evidence.exact.includes(name))) {
                    assert.ok((await marked('place')).includes(place.name));
                }
                const bare = await claim.locator('.sentence').evaluate((node) => {
                    const copy = node.cloneNode(true);
                    copy.querySelectorAll('.for-reader, .around').forEach((aside) => aside.remove());
                    return copy.textContent;
                });
                assert.equal(bare, report.evidence.exact);
            }
            await keep(page, 'event-1440', true);
        });
    });

    test('the claims beyond the first page come at the press of a button', async () => {
        const whole = await request(server.origin, `/api/v1/events/${rival().id}`);
        await visit(server, '/', async (page) => {
            await page.route(`**/api/v1/events/${whole.id}*`, (route) => route.continue({ url: `${server.origin}/api/v1/events/${whole.id}?limit=2` }), { times: 1 });
            await page.goto(`${server.origin}/?event=${whole.id}`);
            const left = whole.reports.length - 2;
            const more = page.getByRole('button', { name: left === 1 ? '1 more claim' : `${left} more claims` });
            await more.waitFor();
            assert.match(await page.locator('.claims-head h2').innerText(), new RegExp(`2 claims of ${whole.reports.length}$`));
            await more.click();
            for (let n = left - 2; n > 0; n -= 2) {
                await page.getByRole('button', { name: n === 1 ? '1 more claim' : `${n} more claims` }).click();
            }
            await page.waitForFunction(() => !document.querySelector('.event .more button'));
            const shown = await page.locator('.claim').evaluateAll((claims) => claims.map((claim) => claim.id.replace('report-', '')));
            assert.deepEqual(shown.sort(), whole.reports.filter((report) => !report.copy_of).map((report) => report.id).sort());
            assert.match(await page.locator('.claims-head h2').innerText(), new RegExp(`${whole.reports.length} claims$`));
        });
    });

    test('a syndicated copy is folded under the claim it repeats', async () => {
        const { reports } = await request(server.origin, '/api/v1/reports?publisher=Tarrow%20Daily');
        assert.ok(reports.length > 0);
        const event = await request(server.origin, `/api/v1/events/${reports[0].event}`);
        const copy = event.reports.find((report) => report.article === reports[0].article);
        assert.ok(copy.copy_of, 'the samples hold a syndicated copy');
        await visit(server, `/?event=${event.id}`, async (page) => {
            const claim = page.locator(`#report-${copy.copy_of}`);
            await claim.locator('summary').click();
            await claim.locator('.copies a').first().click();
            await page.waitForURL(new RegExp(`article=${copy.article}`));
        });
    });

    test('an article shows its whole text, every time expression and claim marked', async () => {
        const article = await request(server.origin, '/api/v1/articles/northern-wire-brask');
        assert.ok(article.reports.length > 0 && article.timexes.length > 0);
        await visit(server, '/?article=northern-wire-brask', async (page) => {
            await page.getByRole('heading', { level: 1 }).filter({ hasText: article.title }).waitFor();
            const text = await page.locator('.paper-text').evaluate((node) => {
                const copy = node.cloneNode(true);
                copy.querySelectorAll('.for-reader, .badge').forEach((aside) => aside.remove());
                return [...copy.children].map((paragraph) => paragraph.textContent).join('\n\n');
            });
            assert.equal(text, article.text);
            assert.equal(await page.locator('.dates-side li').count(), article.timexes.length);
            for (const [i, timex] of article.timexes.entries()) {
                if (timex.field === 'text' && !article.reports.some((report) => [report.count, report.source].some((quote) => quote?.text && quote.begin < timex.end && timex.begin < quote.end))) {
                    assert.ok((await page.locator(`#timex-${i}`).innerText()).includes(timex.text));
                }
            }
            assert.equal(await page.locator('.claims-side li').count(), article.reports.length);
            await page.locator('.claims-side .badge').first().click();
            assert.equal(await page.evaluate(() => document.activeElement.id), 'claim-0');
            await keep(page, 'article-1440', true);
        });
    });

    test('on a phone the points of “Why merged” are all in sight, each with its name', async () => {
        await visit(server, `/?event=${rival().id}`, async (page) => {
            await page.locator('.points').waitFor();
            await page.locator('.points').scrollIntoViewIfNeeded();
            const cells = await page.locator('.points .figure[data-name]').evaluateAll((found) => found.map((cell) => {
                const box = cell.getBoundingClientRect();
                return { inside: box.width > 0 && box.left >= 0 && box.right <= innerWidth, name: getComputedStyle(cell, '::before').content };
            }));
            assert.ok(cells.length >= 7);
            assert.ok(cells.every((cell) => cell.inside));
            assert.ok(cells.some((cell) => cell.name.includes('Total')));
            await keep(page, 'why-390');
        }, { width: 390, height: 844, hasTouch: true, isMobile: true });
    });

    test('the way from the list to the sentence and back, by keys alone', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.keyboard.press('j');
            await page.keyboard.press('j');
            await page.keyboard.press('k');
            const id = await page.evaluate(() => document.activeElement.dataset.event);
            assert.equal(id, await rows(page).first().getAttribute('data-event'));
            await page.keyboard.press('Enter');
            await page.waitForURL(new RegExp(`event=${id}$`));
            await page.locator('.claim').first().waitFor();
            assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
            await page.locator('.claim-article a').first().focus();
            await page.keyboard.press('Enter');
            await page.waitForURL(/article=/);
            await page.locator('.claim-sentence.chosen').waitFor();
            await page.keyboard.press('Escape');
            await page.waitForURL((url) => !url.searchParams.has('article') && url.searchParams.has('event'));
            await page.keyboard.press('Escape');
            await page.waitForURL((url) => url.search === '');
            await page.keyboard.press('/');
            assert.equal(await page.evaluate(() => document.activeElement.name), 'actor');
            await page.keyboard.type('jk/');
            assert.equal(await page.evaluate(() => document.activeElement.value), 'jk/');
            await page.keyboard.press('Escape');
            await page.keyboard.press('?');
            await page.getByRole('heading', { name: 'Keyboard' }).waitFor();
            await page.keyboard.press('Escape');
        });
    });

    for (const [way, back] of [['Esc', (page) => page.keyboard.press('Escape')], ['Back', (page) => page.goBack()]]) {
        test(`${way} leads back to the row that was left, and J goes on from there`, async () => {
            await visit(server, '/', async (page) => {
                await rows(page).first().waitFor();
                const order = await rows(page).evaluateAll((links) => links.map((link) => link.dataset.event));
                const focused = () => page.evaluate(() => document.activeElement.dataset.event);
                for (let i = 0; i < 3; i++) {
                    await page.keyboard.press('j');
                }
                await page.keyboard.press('Enter');
                await page.locator('.claim').first().waitFor();
                await back(page);
                await page.waitForURL((url) => url.search === '');
                await page.waitForFunction((id) => document.activeElement.dataset.event === id, order[2]);
                await page.keyboard.press('j');
                assert.equal(await focused(), order[3]);
            });
        });
    }

    test('from one event to the next of the list, and back to the list in one step a page', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            const order = await rows(page).evaluateAll((links) => links.map((link) => link.dataset.event));
            await rows(page).first().click();
            await page.getByText(`1 of ${order.length}`).waitFor();
            assert.equal(await page.getByRole('link', { name: 'Previous event' }).count(), 0);
            await page.getByRole('link', { name: 'Next event' }).click();
            await page.waitForURL(new RegExp(`event=${order[1]}$`));
            await page.getByText(`2 of ${order.length}`).waitFor();
            await page.keyboard.press('j');
            await page.waitForURL(new RegExp(`event=${order[2]}$`));
            await page.getByText(`3 of ${order.length}`).waitFor();
            await page.keyboard.press('k');
            await page.waitForURL(new RegExp(`event=${order[1]}$`));
            await page.getByText(`2 of ${order.length}`).waitFor();
            assert.deepEqual(await violations(page), []);
        });
    });

    test('going back restores the place in the list', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).last().waitFor();
            await rows(page).last().scrollIntoViewIfNeeded();
            const before = await page.evaluate(() => scrollY);
            assert.ok(before > 0);
            await rows(page).last().click();
            await page.locator('.claim').first().waitFor();
            await page.goBack();
            await rows(page).last().waitFor();
            await page.waitForFunction((y) => Math.abs(scrollY - y) < 4, before);
        }, { height: 600 });
    });

    test('letter keys can be switched off, and stay off', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.getByRole('button', { name: 'Keys' }).click();
            assert.deepEqual(await violations(page), []);
            await page.getByLabel('Letter keys on').uncheck();
            await page.getByRole('button', { name: 'Close' }).click();
            await page.reload();
            await rows(page).first().waitFor();
            await page.keyboard.press('/');
            assert.notEqual(await page.evaluate(() => document.activeElement.name), 'actor');
        });
    });
});

describe('a date whose words can be read in more than one way', () => {
    // 19 March 2025 is a Wednesday: "last Tuesday" is the day before, or else that of the week before.
    const text = 'Twelve Norland soldiers were killed last Tuesday near the village of Brask, the army said.';
    let server;
    let event;
    before(async () => {
        server = await startServer();
        event = (await post(server.origin, { id: 'doubtful', published: '2025-03-19', text })).reports[0].event;
        await post(server.origin, { published: '2025-03-19', text: 'Nine Halvik monks were wounded in Kolna on Sunday.' });
    });
    after(() => server?.stop());

    for (const [name, options] of [['1440', {}], ['390', { width: 390, height: 844, hasTouch: true, isMobile: true }]]) {
        test(`is followed by the other day in the list, the event and the article, ${name} px wide`, async () => {
            await visit(server, '/', async (page) => {
                const row = page.locator('.row', { has: page.locator(`[data-event="${event}"]`) });
                await row.waitFor();
                assert.ok(await row.getByText('or 11 Mar 2025').isVisible());
                assert.equal(await page.locator('.row .or-else').count(), 1);
                const dots = await page.locator('.row-sources:empty').first().evaluate((node) => getComputedStyle(node, '::after').content);
                assert.equal(dots, 'none', 'nothing is set off behind sources that are not named');
                await keep(page, `doubt-list-${name}`);
                assert.deepEqual(await violations(page), []);

                await page.goto(`${server.origin}/?event=${event}`);
                await page.locator('.claim').waitFor();
                assert.match(await page.locator('.facts div', { hasText: 'When' }).locator('strong').innerText(), /^18 Mar 2025\s+or 11 Mar 2025$/);
                assert.match(await page.locator('.claim-date').innerText(),
                    /^happened 18 Mar 2025\s+or 11 Mar 2025 · “last Tuesday” can be read in more than one way$/);
                const why = await page.locator('.why').first().locator('tbody tr').evaluateAll((lines) => lines.map((line) => line.textContent));
                assert.match(why[0], /last Tuesday can be read in more than one way18 Mar 2025 or 11 Mar 2025/);
                assert.match(why[1], /18 Mar 2025 or 11 Mar 2025$/);
                await keep(page, `doubt-event-${name}`, true);
                assert.deepEqual(await violations(page), []);

                await page.goto(`${server.origin}/?article=doubtful`);
                await page.locator('.claims-side li').waitFor();
                assert.match(await page.locator('.claims-side li').innerText(), /18 Mar 2025 or 11 Mar 2025/);
                assert.match(await page.locator('.dates-side li').innerText(), /18 Mar 2025\s+or 11 Mar 2025/);
            }, options);
        });
    }

    test('words of another sentence are told once', async () => {
        const stored = await post(server.origin, { published: '2025-03-19',
            text: 'Shells hit the market of Velm last Tuesday. The attack killed at least 30 Sudria villagers, the mayor said.' });
        await visit(server, `/?event=${stored.reports[0].event}`, async (page) => {
            assert.match(await page.locator('.claim-date').innerText(),
                /18 Mar 2025\s+or 11 Mar 2025 · dated by “last Tuesday”, elsewhere in the article · can be read in more than one way$/);
        });
    });
});

describe('what is told of an event in words', () => {
    let server;
    before(async () => { server = await startServer(); });
    after(() => server?.stop());

    test('claims and denials are counted as such', async () => {
        const text = 'Nine Ostmark soldiers were killed in Velm on Friday, the army said.';
        const { event } = (await post(server.origin, { published: '2025-06-16', text })).reports[0];
        await post(server.origin, { published: '2025-06-16', text: 'The mayor said that nine Ostmark soldiers were killed in Velm on Friday.' });
        await post(server.origin, { published: '2025-06-16', text: 'Tarrow denied that nine Ostmark soldiers were killed in Velm on Friday.' });
        await visit(server, `/?event=${event}`, async (page) => {
            await page.locator('.claim').first().waitFor();
            assert.equal(await page.locator('.facts div', { hasText: 'Status' }).locator('dd span').innerText(), '2 claims, 1 denial');
        });
    });

    test('what was last stated long before it was first reported stands before it', async () => {
        const stored = await post(server.origin, { published: '2025-06-19', text: 'The army said on 13 June that 14 Kessel soldiers were killed in Tolm on 11 June.' });
        await visit(server, `/?event=${stored.reports[0].event}`, async (page) => {
            assert.equal(await page.locator('.summary').last().innerText(), 'revision 1 · last stated 13 Jun 2025 · first reported 19 Jun 2025');
        });
    });
});

describe('figures and their absence in words', () => {
    let server;
    before(async () => { server = await startServer(); });
    after(() => server?.stop());

    for (const [text, note, claims] of [
        ['At least 11 Norland soldiers were killed in Tolm on Saturday, the army said.', 'one figure', ['≥ 11 killed']],
        ['Nine Sudria soldiers were killed and 20 wounded in Ostrel on Friday, the army said.', 'one figure each', ['9 killed', '20 wounded']],
        ['Tarrow denied that Halvik soldiers were killed in Brask on Thursday.', 'no claim gives a number', ['Denied killed, no number given']],
        ['Halvik soldiers were killed in Kolna on Thursday, the governor said.', 'no claim gives a number', ['Killed no number given']],
    ]) {
        test(`“${text}”: ${note}`, async () => {
            const stored = await post(server.origin, { published: '2025-04-13', text });
            assert.equal(stored.reports.length, claims.length);
            await visit(server, `/?event=${stored.reports[0].event}`, async (page) => {
                await page.locator('.claim').first().waitFor();
                assert.equal(await page.locator('.facts div', { hasText: 'How many' }).locator('dd span').innerText(), note);
                const shown = await page.locator('.claim-count').allInnerTexts();
                assert.deepEqual(shown.map((line) => line.replace(/\s+/g, ' ').trim()).sort(), claims.sort());
                await page.goto(`${server.origin}/?article=${stored.id}`);
                await page.locator('.claims-side li').first().waitFor();
                const entries = (await page.locator('.claims-side li').allInnerTexts()).join(' ').replace(/\s+/g, ' ');
                assert.ok(!/No number/.test(entries) && (!note.startsWith('no') || entries.includes('no number given')), entries);
            });
        });
    }
});

describe('what analysts corrected', () => {
    let server;
    before(async () => { server = await startServer(); });
    after(() => server?.stop());

    test('is told of the claim, and of how it came into its event', async () => {
        const change = (method, path, body) => request(server.origin, `/api/v1/${path}`,
            { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
        const [tolm] = (await post(server.origin, { published: '2025-04-13', text: 'At least 11 Norland soldiers were killed in Tolm on Saturday, the army said.' })).reports;
        const brask = await post(server.origin, { published: '2025-04-13', text: 'Nine Halvik soldiers were wounded in Brask on Thursday, the governor said.' });
        await change('PATCH', `reports/${tolm.id}`, { count: { min: 14, max: 14 } });
        await change('POST', 'events/join', { events: [tolm.event, brask.reports[0].event] });
        await visit(server, `/?event=${tolm.event}`, async (page) => {
            const claim = page.locator(`#report-${tolm.id}`);
            await claim.waitFor();
            assert.match(await claim.innerText(), /14 killed[\s\S]*corrected by an analyst: count \(c1\)/);
            assert.match(await claim.locator('.sentence .word.number').innerText(), /At least 11/);
            assert.match(await page.locator('.points').innerText(), /put here by an analyst \(c2\)/);
            await change('PATCH', `reports/${brask.reports[0].id}`, { rejected: true });
            await page.goto(`${server.origin}/?article=${brask.id}`);
            const entry = page.locator('.claims-side li').first();
            await entry.waitFor();
            assert.match(await entry.innerText(), /an analyst says that this is no report/);
        });
    });
});
