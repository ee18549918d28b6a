// What the page shows when there is nothing, not yet, no longer or something hostile to show; and axe-core on every view.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { keep, mostContested, post, startServer, violations } from './harness.mjs';
import { openBrowser, openSamples, rows } from './visit.mjs';

const visit = openBrowser();

describe('an empty store', () => {
    let server;
    before(async () => { server = await startServer(); });
    after(() => server?.stop());

    test('shows the curl line, and that very line stores an article', async () => {
        await visit(server, '/', async (page) => {
            await page.getByRole('heading', { name: 'No articles yet' }).waitFor();
            const command = await page.locator('.command').innerText();
            assert.ok(command.includes(`curl ${server.origin}/api/v1/articles`));
            assert.ok(await page.locator('.command').evaluate((block) => block.scrollWidth <= block.clientWidth), 'it is in sight to its end');
            assert.deepEqual(await violations(page), []);
            assert.equal(await page.locator('h1:visible').count(), 1);
            await keep(page, 'empty-1440');
            const body = /-d '([\s\S]*)'$/.exec(command.trim())[1];
            await post(server.origin, JSON.parse(body));
            await rows(page).first().waitFor(); // of itself
            assert.ok(await page.locator('.range-button').isVisible());
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
            assert.ok(await page.locator('.command').evaluate((block) => block.scrollWidth <= block.clientWidth), 'the command is in sight to its end');
            await keep(page, 'empty-390', true);
        }, { width: 390, height: 844, hasTouch: true, isMobile: true });
    });
});

describe('the sample articles', () => {
    const server = openSamples();
    let all;
    before(() => { all = server.all; });

    // The event that most articles tell of, with rival figures.
    const rival = () => mostContested(all);

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

    test('a server that stopped is told of once, and asked again at the press of a button', async () => {
        await visit(server, '/', async (page, faults) => {
            await rows(page).first().waitFor();
            await page.route('**/api/v1/**', (route) => route.abort('connectionrefused'));
            await page.getByLabel('Casualties', { exact: true }).check();
            await page.getByRole('heading', { name: 'No answer from the server' }).waitFor();
            await page.waitForLoadState('networkidle');
            assert.equal(await page.locator('.problem:visible').count(), 1);
            assert.equal(await page.locator('.columns:visible').count(), 0, 'no heads without a list');
            assert.deepEqual(await violations(page), []);
            await keep(page, 'stopped-1440');
            await page.unroute('**/api/v1/**');
            await page.getByRole('button', { name: 'Try again' }).click();
            await rows(page).first().waitFor();
            await page.locator('.bar').first().waitFor();
            assert.ok(faults.length > 0 && faults.every((fault) => /ERR_CONNECTION_REFUSED/.test(fault)));
            faults.length = 0;
        });
    });

    test('tells the server’s own words about an address that makes no sense', async () => {
        await visit(server, '/?from=2025-13', async (page, faults) => {
            const alert = page.locator('.list .problem');
            await alert.waitFor();
            const answer = await (await fetch(`${server.origin}/api/v1/events?from=2025-13`)).json();
            assert.ok((await alert.innerText()).includes(answer.detail));
            assert.ok(faults.every((fault) => /status of 400/.test(fault)), faults.join());
            faults.length = 0;
        });
    });

    for (const [address, name] of [['/?from=bad', 'from'], ['/?min_count=abc', 'min_count']]) {
        test(`names the parameter that ${address} has wrong, once`, async () => {
            await visit(server, address, async (page, faults) => {
                await page.locator('.list .problem').waitFor();
                await page.waitForLoadState('networkidle');
                const text = await page.locator('.timeline-main').innerText();
                assert.equal(text.split(`${name}: `).length, 2, text);
                assert.equal(text.split('expected').length, 2, text);
                assert.ok(!text.includes('undefined'));
                await keep(page, `problem-${name}`);
                assert.ok(faults.every((fault) => /status of 400/.test(fault)), faults.join());
                faults.length = 0;
            });
        });
    }

    test('an event that is not there leads back to the timeline', async () => {
        await visit(server, '/?event=e999999', async (page, faults) => {
            await page.getByRole('heading', { name: 'No such event' }).waitFor();
            await page.getByRole('link', { name: 'Back to the timeline' }).click();
            await rows(page).first().waitFor();
            assert.ok(faults.every((fault) => /status of 404/.test(fault)), faults.join());
            faults.length = 0;
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

    test('a sentence runs in its own direction, whatever stands around it', async () => {
        const around = '\u0642\u0627\u0644\u062A \u0627\u0644\u0648\u0632\u0627\u0631\u0629 \u0630\u0644\u0643.';
        const stored = await post(server.origin, { published: '2025-04-12', publisher: 'Wire',
            text: `${around} Nine Norland soldiers were killed near Sarnow on Friday, the army said. ${around}` });
        await visit(server, `/?event=${stored.reports[0].event}`, async (page) => {
            const sentence = page.locator('.sentence', { hasText: 'Sarnow' });
            assert.ok((await sentence.locator('.around').first().innerText()).includes(around.slice(-5)));
            assert.equal(await sentence.evaluate((node) => getComputedStyle(node).direction), 'ltr');
            const left = (words) => sentence.getByText(words, { exact: false }).last().evaluate((node) => node.getBoundingClientRect().left);
            assert.ok(await left('Nine') < await left('Sarnow'));
        });
    });

    test('a removed event says so, and is gone from the list that one comes back to', async () => {
        const stored = await post(server.origin, { id: 'brief', published: '2025-05-02', publisher: 'Wire',
            text: 'Four Norland soldiers were killed in Dunmere on Thursday, the army said.' });
        await visit(server, '/', async (page, faults) => {
            const link = page.locator(`[data-event="${stored.reports[0].event}"]`);
            await link.waitFor();
            await fetch(`${server.origin}/api/v1/articles/brief`, { method: 'DELETE' });
            await link.click();
            await page.getByRole('heading', { name: 'This event was removed' }).waitFor();
            assert.deepEqual(await violations(page), []);
            await page.getByRole('link', { name: 'Back to the timeline' }).click();
            await page.waitForFunction((id) => !document.querySelector(`[data-event="${id}"]`), stored.reports[0].event);
            assert.equal(faults.length, 1);
            assert.match(faults.pop(), /410/);
        });
    });

    test('below a title of a thousand characters the text begins on the first screen of a phone', async () => {
        await post(server.origin, { id: 'long-title', published: '2025-03-17', title: 'Norland and Sudria, '.repeat(50).trim(), text: 'Snow fell in Kolna.' });
        await visit(server, '/?article=long-title', async (page) => {
            await page.locator('.paper-text').waitFor();
            assert.ok((await page.locator('.paper-text').boundingBox()).y < 844);
            await keep(page, 'long-title-390');
        }, { width: 390, height: 844, hasTouch: true, isMobile: true });
    });

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
