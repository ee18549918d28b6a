// The page in a real browser against the real server. What stands on it is compared with what the server answers.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { keep, launch, mostContested, openPage, post, postSamples, request, startServer, violations } from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

// A scenario on a page of its own; whatever must not happen fails it.
async function visit(server, address, run, options = {}) {
    const { page, context, faults } = await openPage(browser, server.origin, options);
    try {
        await page.goto(server.origin + address);
        await run(page, faults);
        assert.deepEqual(faults, []);
    } finally {
        await context.close();
    }
}

const rows = (page) => page.locator('.row-link');
const events = async (server, query = '') => (await request(server.origin, `/api/v1/events?limit=1000&sort=-date${query}`)).events;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
function label(count) {
    const { min, max } = count || { min: null, max: null };
    const write = (n) => n.toLocaleString('en');
    return min === null && max === null ? 'no figure' : min === null ? `≤ ${write(max)}` : max === null ? `≥ ${write(min)}`
        : min === max ? write(min) : `${write(min)}–${write(max)}`;
}
const inWords = (iso) => `${Number(iso.slice(8))} ${months[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

describe('an empty store', () => {
    let server;
    before(async () => { server = await startServer(); });
    after(() => server?.stop());

    test('shows the curl line, and that very line stores an article', async () => {
        await visit(server, '/', async (page) => {
            await page.getByRole('heading', { name: 'No articles yet' }).waitFor();
            const command = await page.locator('.command').innerText();
            assert.ok(command.includes(`curl ${server.origin}/api/v1/articles`));
            assert.deepEqual(await violations(page), []);
            await keep(page, 'empty-1440');
            const body = /-d '([\s\S]*)'$/.exec(command.trim())[1];
            await post(server.origin, JSON.parse(body));
            await page.reload();
            await rows(page).first().waitFor();
            assert.match(await page.locator('.count').first().innerText(), /^30$/);
            assert.match(await page.locator('.row-days').first().innerText(), /^15 Dec 2024$/);
        });
    });
});

describe('articles without a claim', () => {
    let server;
    before(async () => {
        server = await startServer();
        await post(server.origin, { published: '2025-03-17', text: 'Snow fell in Kolna on Sunday, and the market stayed open.' });
    });
    after(() => server?.stop());

    test('are not an empty store, and the page says so', async () => {
        await visit(server, '/', async (page) => {
            await page.getByText('no claim about casualties or deployments was found').waitFor();
            assert.deepEqual(await violations(page), []);
        });
    });
});

describe('an empty store on a phone', () => {
    let server;
    before(async () => { server = await startServer(); });
    after(() => server?.stop());

    test('fits', async () => {
        await visit(server, '/', async (page) => {
            await page.getByRole('heading', { name: 'No articles yet' }).waitFor();
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
            await keep(page, 'empty-390', true);
        }, { width: 390, height: 844, hasTouch: true, isMobile: true });
    });
});

describe('the sample articles', () => {
    let server;
    let all;
    before(async () => {
        server = await startServer();
        await postSamples(server.origin);
        all = await events(server);
        assert.ok(all.length >= 10, `only ${all.length} events came of the samples`);
    });
    after(() => server?.stop());

    // The event that most articles tell of, with rival figures.
    const rival = () => mostContested(all);

    test('lists every event once, with its title, count, reports and sources', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            const shown = await page.evaluate(() => [...document.querySelectorAll('.row')].map((row) => ({
                id: row.querySelector('.row-link').dataset.event, title: row.querySelector('.row-link').textContent,
                count: row.querySelector('.count').textContent, reports: row.querySelector('.row-reports').textContent })));
            assert.deepEqual(shown.map((row) => row.id).sort(), all.map((event) => event.id).sort());
            for (const event of all) {
                const row = shown.find((other) => other.id === event.id);
                assert.equal(row.title, event.title);
                assert.match(row.reports, new RegExp(`^${event.reports} claim`));
                const parts = ['killed', 'wounded', 'missing', 'captured'].filter((name) => event[name]).map((name) => `${label(event[name])} ${name}`);
                assert.equal(row.count.replaceAll('Σ ', ''), parts.length > 1 ? parts.join('') : label(event.count));
            }
            assert.match(await page.locator('.summary').first().innerText(), new RegExp(`^${all.length} events`));
        });
    });

    test('has a heading a day with the month as a word and the number of its events', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            const heads = await page.locator('.day-head').allInnerTexts();
            const days = all.filter((event) => event.date?.precision === 'day' && event.date.first === event.date.last);
            assert.ok(days.length > 0);
            for (const event of days) {
                assert.ok(heads.some((head) => head.includes(inWords(event.date.first))), `no heading for ${event.date.first}`);
            }
            const counted = heads.reduce((sum, head) => sum + Number(/(\d+) events?$/.exec(head)[1]), 0);
            assert.equal(counted, all.length);
            assert.ok(heads.every((head) => !/\d+[/.-]\d+[/.-]\d+/.test(head)));
        });
    });

    test('piles nothing on a day that nobody named: coarse and undated events stand apart', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            const coarse = all.filter((event) => event.date?.first && event.date.last && !['day', 'time'].includes(event.date.precision));
            const undated = all.filter((event) => !event.date);
            assert.ok(coarse.length > 0 && undated.length > 0, 'the samples hold a coarse and an undated event');
            for (const event of coarse) {
                const head = page.locator('.day', { has: page.locator(`[data-event="${event.id}"]`) }).locator('.day-head');
                assert.match(await head.innerText(), /day not said/);
            }
            for (const event of undated) {
                assert.equal(await page.locator(`.undated [data-event="${event.id}"]`).count(), 1);
            }
            assert.equal(await page.locator('.day').last().getAttribute('class'), 'day undated');
        });
    });

    test('an event known only to have happened by a day is no event of that day, in the list or in the chart', async () => {
        const by = all.filter((event) => event.date && !event.date.first);
        assert.ok(by.length > 0, 'the samples hold one');
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            for (const event of by) {
                const head = page.locator('.day', { has: page.locator(`[data-event="${event.id}"]`) }).locator('.day-head');
                assert.match(await head.innerText(), /^by [\s\S]*start not said/);
            }
            const alone = by.find((event) => !all.some((other) => other.date?.first && other.date.first <= event.date.last
                && (other.date.last || other.as_of || other.date.first) >= event.date.last));
            assert.ok(alone, 'the samples hold a day on which nothing but such an event is entered');
            await page.goto(`${server.origin}/?from=${alone.date.last}&to=${alone.date.last}`);
            await page.getByRole('heading', { name: 'In view' }).waitFor();
            assert.equal(await page.locator('.chart').last().locator('.bar.coarse').count(), 1);
            assert.equal(await page.locator('.chart').last().locator('.bar:not(.coarse)').count(), 0);
            await keep(page, 'by-1440');
        });
    });

    test('filters by kind, and the address keeps it', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            const wanted = await events(server, '&kind=deployment');
            assert.ok(wanted.length > 0 && wanted.length < all.length);
            await page.getByLabel('Deployments', { exact: true }).check();
            await page.waitForURL(/kind=deployment/);
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, wanted.length);
            await page.reload();
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, wanted.length);
            assert.ok(await page.getByLabel('Deployments', { exact: true }).isChecked());
            await page.getByRole('button', { name: 'Remove filter: Deployments' }).click();
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, all.length);
            await page.goBack();
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, wanted.length);
        });
    });

    test('filters by place and by actor', async () => {
        const place = all.find((event) => event.places.length > 0).places[0].name;
        const actor = all.find((event) => event.actor).actor;
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.getByLabel('Place').fill(place);
            await page.keyboard.press('Enter');
            await page.waitForURL(/place=/);
            const atPlace = await events(server, `&place=${encodeURIComponent(place)}`);
            assert.ok(atPlace.length > 0);
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, atPlace.length);
            await page.getByLabel('Actor').fill(actor);
            await page.keyboard.press('Enter');
            await page.waitForURL(/actor=/);
            const both = await events(server, `&place=${encodeURIComponent(place)}&actor=${encodeURIComponent(actor)}`);
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, both.length);
        });
    });

    test('shows a range of dates typed in three fields, both ends inside', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.getByRole('button', { name: /Dates to show/ }).click();
            const from = page.getByRole('group', { name: 'From', exact: true });
            await from.getByLabel('Day').fill('14');
            await from.getByLabel('Month').selectOption('March');
            await from.getByLabel('Year').fill('2025');
            assert.equal(await from.locator('.proof').innerText(), 'Fri');
            const to = page.getByRole('group', { name: 'To, inclusive' });
            await to.getByLabel('Day').fill('16');
            await to.getByLabel('Month').selectOption('March');
            await to.getByLabel('Year').fill('2025');
            await keep(page, 'range-1440');
            assert.deepEqual(await violations(page), []);
            await page.getByRole('button', { name: 'Show these dates' }).click();
            await page.waitForURL(/from=2025-03-14&to=2025-03-16/);
            const wanted = await events(server, '&from=2025-03-14&to=2025-03-16');
            assert.ok(wanted.length > 0 && wanted.length < all.length);
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, wanted.length);
            assert.match(await page.locator('.range-button').innerText(), /14–16 Mar 2025\s+3 days/);
            await page.getByRole('button', { name: 'Later' }).click();
            await page.waitForURL(/from=2025-03-17&to=2025-03-19/);
        });
    });

    test('refuses a day that no calendar has, at its field', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.getByRole('button', { name: /Dates to show/ }).click();
            const from = page.getByRole('group', { name: 'From', exact: true });
            await from.getByLabel('Day').fill('31');
            await from.getByLabel('Month').selectOption('February');
            await from.getByLabel('Year').fill('2025');
            await page.getByRole('button', { name: 'Show these dates' }).click();
            assert.equal(await from.locator('.field-error').innerText(), 'February 2025 has 28 days.');
            assert.doesNotMatch(page.url(), /from=/);
            await page.keyboard.press('Escape');
            assert.ok(await page.locator('.range-panel').isHidden());
        });
    });

    test('quick ranges count back from the newest event, not from today', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.getByRole('button', { name: /Dates to show/ }).click();
            await page.getByRole('button', { name: 'Latest 30 days on file' }).click();
            await page.waitForURL(/from=2025-/);
        });
    });

    test('draws each day with events, and clicking a bar shows its days', async () => {
        await visit(server, '/?from=2025-03&to=2025-03', async (page) => {
            await rows(page).first().waitFor();
            const chart = page.getByRole('region', { name: 'In view' });
            await chart.locator('.bar').first().waitFor();
            const timeline = await request(server.origin, '/api/v1/timeline?interval=day&from=2025-03&to=2025-03');
            const days = timeline.buckets.filter((bucket) => bucket.first >= '2025-03-01' && bucket.first <= '2025-03-31');
            assert.ok(days.length > 3);
            assert.equal(await chart.locator('.bar.casualty').count(), days.filter((bucket) => bucket.kind === 'casualty').length);
            const coarse = new Set(timeline.coarse.filter((cell) => cell.first >= '2025-03-01' && cell.first <= '2025-03-31').map((cell) => cell.first));
            assert.equal(await chart.locator('.bar.coarse').count(), coarse.size);
            await chart.locator('.chart-drawing').focus();
            await page.keyboard.press('Home');
            assert.match(await chart.locator('.readout').innerText(), /^\w{3} \d+ \w{3} 2025: /);
            await page.keyboard.press('Enter');
            await page.waitForURL((url) => url.searchParams.get('from') === url.searchParams.get('to') && /^2025-03-\d\d$/.test(url.searchParams.get('from')));
        });
    });

    test('a chart has a table that says the same', async () => {
        await visit(server, '/', async (page) => {
            const chart = page.getByRole('region', { name: 'All time' }).first();
            await chart.locator('.bar').first().waitFor();
            await chart.getByRole('button', { name: 'Table' }).click();
            assert.ok(await chart.locator('tbody tr').count() > 3);
            assert.ok(await chart.locator('.chart-drawing').isHidden());
            assert.deepEqual(await violations(page), []);
        });
    });

    test('dragging over the overview chooses dates', async () => {
        await visit(server, '/', async (page) => {
            const drawing = page.locator('.chart-drawing').first();
            await drawing.locator('.bar').first().waitFor();
            const box = await drawing.boundingBox();
            await page.mouse.move(box.x + box.width * 0.6, box.y + 40);
            await page.mouse.down();
            await page.mouse.move(box.x + box.width * 0.7, box.y + 40, { steps: 4 });
            await page.mouse.move(box.x + box.width * 0.8, box.y + 40, { steps: 4 });
            await page.mouse.up();
            await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
            const chosen = new URL(page.url()).searchParams;
            assert.ok(chosen.get('from') < chosen.get('to'));
        });
    });

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

    test('shows grey rows until the first answer is there, and keeps the old rows while the next one is asked for', async () => {
        await visit(server, '/healthz', async (page) => {
            let release;
            const held = new Promise((resolve) => { release = resolve; });
            await page.route('**/api/v1/events?*', async (route) => { await held; await route.continue(); });
            await page.goto(server.origin);
            await page.getByRole('status', { name: 'Loading events' }).waitFor();
            assert.equal(await rows(page).count(), 0);
            release();
            await rows(page).first().waitFor();
            let next;
            const second = new Promise((resolve) => { next = resolve; });
            await page.unroute('**/api/v1/events?*');
            await page.route('**/api/v1/events?*', async (route) => { await second; await route.continue(); });
            await page.getByLabel('Deployments', { exact: true }).check();
            await page.locator('.timeline.busy').waitFor();
            assert.equal(await rows(page).count(), all.length);
            next();
            await page.waitForFunction((n) => document.querySelectorAll('.row').length < n, all.length);
            assert.equal(await page.locator('.timeline.busy').count(), 0);
        });
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

    test('tells what is wrong, in the panel that failed, with a way to try again', async () => {
        await visit(server, '/', async (page, faults) => {
            await rows(page).first().waitFor();
            let broken = true;
            await page.route('**/api/v1/events?*', (route) => (broken ? route.fulfill({ status: 503, contentType: 'application/problem+json',
                body: JSON.stringify({ type: 'about:blank', title: 'Service Unavailable', status: 503, detail: 'the store is being repaired' }) }) : route.continue()));
            await page.getByLabel('Casualties', { exact: true }).check();
            const alert = page.locator('.problem');
            await alert.waitFor();
            assert.match(await alert.innerText(), /Service Unavailable[\s\S]*the store is being repaired/);
            assert.ok(await page.locator('.bar').first().isVisible(), 'the chart goes on');
            await keep(page, 'problem-1440');
            broken = false;
            await page.getByRole('button', { name: 'Try again' }).click();
            await rows(page).first().waitFor();
            // The browser itself logs the failed answer.
            assert.equal(faults.length, 1);
            assert.match(faults.pop(), /503/);
        });
    });

    test('tells the server’s own words about an address that makes no sense', async () => {
        await visit(server, '/?from=2025-13', async (page, faults) => {
            const alert = page.locator('.list .problem');
            await alert.waitFor();
            const answer = await (await fetch(`${server.origin}/api/v1/events?from=2025-13`)).json();
            assert.ok((await alert.innerText()).includes(answer.detail));
            faults.length = 0;
        });
    });

    for (const [address, name] of [['/?from=bad', 'from'], ['/?min_count=abc', 'min_count']]) {
        test(`names the parameter that ${address} has wrong, once`, async () => {
            await visit(server, address, async (page, faults) => {
                await page.locator('.list .problem').waitFor();
                await page.waitForLoadState('networkidle');
                const text = await page.locator('.timeline-main').innerText();
                assert.equal(text.split(`${name}: expected`).length, 2, text);
                assert.equal(text.split('expected').length, 2, text);
                assert.ok(!text.includes('undefined'));
                await keep(page, `problem-${name}`);
                faults.length = 0;
            });
        });
    }

    test('an event that is not there leads back to the timeline', async () => {
        await visit(server, '/?event=e999999', async (page, faults) => {
            await page.getByRole('heading', { name: 'No such event' }).waitFor();
            await page.getByRole('link', { name: 'Back to the timeline' }).click();
            await rows(page).first().waitFor();
            faults.length = 0;
        });
    });

    test('a filter that nothing matches says so and can be removed there', async () => {
        await visit(server, '/?place=Atlantis', async (page) => {
            await page.getByRole('heading', { name: 'No events here' }).waitFor();
            await page.locator('.list').getByRole('button', { name: 'Remove filter: Place Atlantis' }).click();
            await rows(page).first().waitFor();
        });
    });

    test('pages on with “More events”', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.route('**/api/v1/events?*', (route) => route.continue({ url: route.request().url().replace('limit=100', 'limit=4') }));
            await page.goto(`${server.origin}/?sort=date`);
            await page.waitForFunction(() => document.querySelectorAll('.row').length === 4);
            while (await page.getByRole('button', { name: 'More events' }).count() > 0) {
                const before = await rows(page).count();
                await page.getByRole('button', { name: 'More events' }).click();
                await page.waitForFunction((n) => document.querySelectorAll('.row').length > n, before);
            }
            const shown = await rows(page).evaluateAll((links) => links.map((link) => link.dataset.event));
            assert.equal(new Set(shown).size, shown.length);
            assert.deepEqual([...shown].sort(), all.map((event) => event.id).sort());
        });
    });

    for (const colorScheme of ['light', 'dark']) {
        for (const [name, width, height] of [['1440', 1440, 900], ['390', 390, 844]]) {
            test(`axe-core finds nothing on any view, ${colorScheme}, ${name} px; nothing is wider than the screen`, async () => {
                const options = { colorScheme, width, height, hasTouch: width < 600, isMobile: width < 600 };
                for (const [view, address, ready] of [['timeline', '/', '.row'], ['month', '/?from=2025-03&to=2025-03', '.row'],
                    ['event', `/?event=${rival().id}`, '.claim'], ['article', '/?article=northern-wire-brask', '.paper'],
                    ['nothing', '/?place=Atlantis', '.state']]) {
                    await visit(server, address, async (page) => {
                        await page.locator(ready).first().waitFor();
                        await page.waitForLoadState('networkidle');
                        assert.deepEqual(await violations(page), [], view);
                        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${view} scrolls sideways`);
                        await keep(page, `${view}-${name}-${colorScheme}`);
                    }, options);
                }
            });
        }
    }

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

    test('each status says what it means: “confirmed” is not checked by Dateline', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            for (const status of ['confirmed', 'claimed', 'unverified', 'denied', 'expected', 'hypothetical']) {
                assert.ok(await page.locator('.filters label', { hasText: status }).getAttribute('title'), status);
            }
            assert.match(await page.locator('.filters label', { hasText: 'confirmed' }).getAttribute('title'), /Dateline checks nothing/);
        });
    });

    test('on a phone the filters open from a button', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            assert.ok(await page.locator('.filters').isHidden());
            await page.getByRole('button', { name: 'Filters' }).tap();
            await page.getByLabel('Deployments', { exact: true }).tap();
            await page.waitForURL(/kind=deployment/);
            await keep(page, 'filters-390');
        }, { width: 390, height: 844, hasTouch: true, isMobile: true });
    });
});

describe('hostile articles', () => {
    let server;
    before(async () => { server = await startServer(); });
    after(() => server?.stop());

    const hostile = {
        markup: { id: 'markup', published: '2025-03-17', title: '<img src=x onerror=alert(1)>', publisher: '<script>alert(2)</script>',
            text: 'At least 30 Norland soldiers were killed in <b onmouseover=alert(3)>Brask</b> on Sunday, <script>alert(4)</script> said.\n\n</p></div><iframe src="javascript:alert(5)"></iframe>' },
        bidi: { id: 'bidi', published: '2025-03-17', title: 'Losses \u202Enwodedispu\u202C at Brask', publisher: 'Wire \u2066isolated',
            text: 'At least 12 Norland soldiers were killed in Brask on Saturday, \u202Ethe army said. \u2067And more\u2069 of it.\n\nA plain line follows.' },
        line: { id: 'line', published: '2025-03-17', title: 'One long line', publisher: 'Long Wire',
            text: `Nine Norland soldiers were killed in Kolna on Friday. ${'x'.repeat(500000)}${' word'.repeat(100000)}` },
        marks: { id: 'marks', published: '2025-03-17', title: 'Zalgo', publisher: 'Marks',
            text: `Seven Norland soldiers were killed in Ostrel on Thursday. e${'\u0301'.repeat(2000)} \u{1F600}\u{1F468}\u200D\u{1F469} end.` },
    };

    for (const article of Object.values(hostile)) {
        test(`${article.id}: shown as the text it is`, async () => {
            const stored = await post(server.origin, article);
            for (const address of [`/?article=${article.id}`, stored.reports[0] ? `/?event=${stored.reports[0].event}` : '/', '/']) {
                await visit(server, address, async (page) => {
                    await page.locator('.paper-text, .claim, .row').first().waitFor({ timeout: 30000 });
                    assert.equal(await page.locator('iframe, img, b, #page script').count(), 0);
                    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the screen');
                    assert.ok(await page.evaluate(() => !/[\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent)), 'no control reorders the page');
                    if (address === `/?article=${article.id}` && article.id !== 'line') {
                        await keep(page, `hostile-${article.id}`);
                    }
                });
            }
        });
    }

    test('only addresses of the web become links', async () => {
        await visit(server, '/', async (page) => {
            await page.route('**/api/v1/articles/markup', async (route) => {
                const answer = await route.fetch();
                await route.fulfill({ response: answer, json: { ...(await answer.json()), url: 'javascript:alert(6)' } });
            });
            await page.goto(`${server.origin}/?article=markup`);
            await page.locator('.paper').waitFor();
            assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
            assert.ok((await page.locator('.byline').innerText()).includes('javascript:alert(6)'));
        });
    });
});
