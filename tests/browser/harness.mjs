// Starts the real server on an empty database and the real browser in front of it. DATELINED names the program,
// SCREENSHOTS a folder that keeps the pictures of a run.
import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.DATELINED || join(root, 'build/datelined');
export const screenshots = process.env.SCREENSHOTS || join(tmpdir(), 'dateline-screenshots');
export const sampleFolder = join(root, 'tests/data/sample');

// {origin, stop()} of a server that listens on `port` (0: a free one).
export async function startServer(port = 0) {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-browser-'));
    const child = spawn(program, ['--listen', `127.0.0.1:${port}`, '--database', join(folder, 'test.db')], { stdio: ['ignore', 'inherit', 'pipe'] });
    const ended = new Promise((resolve) => { child.once('close', resolve); });
    let log = '';
    const origin = await new Promise((resolve, reject) => {
        child.once('error', reject);
        child.stderr.on('data', (data) => {
            log += data;
            const found = /serving .* on (http:\/\/\S+)/.exec(log);
            if (found) {
                resolve(found[1]);
            }
        });
        ended.then((status) => reject(new Error(`${program} ended with ${status}: ${log}`)));
    });
    return {
        origin,
        async stop() {
            child.kill('SIGTERM');
            const status = await ended;
            await rm(folder, { recursive: true, force: true });
            if (status !== 0) {
                throw new Error(`the server ended with ${status}: ${log}`);
            }
        },
    };
}

export async function request(origin, path, options = {}) {
    const answer = await fetch(origin + path, options);
    const text = await answer.text();
    if (!answer.ok) {
        throw new Error(`${options.method || 'GET'} ${path}: ${answer.status} ${text}`);
    }
    return text ? JSON.parse(text) : null;
}

export function post(origin, article) {
    return request(origin, '/api/v1/articles', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(article) });
}

export async function samples() {
    const names = (await readdir(sampleFolder)).filter((name) => name.endsWith('.json')).sort();
    return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(sampleFolder, name), 'utf8'))));
}

export async function postSamples(origin) {
    const articles = await samples();
    for (const article of articles) {
        await post(origin, article);
    }
    return articles;
}

// The event that most sources, and of those most claims, tell of.
export function mostContested(events) {
    const rank = (event) => event.sources.length * 1000 + event.reports;
    return events.reduce((best, event) => (rank(event) > rank(best) ? event : best));
}

export function launch() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
        args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync'],
    });
}

// A page that remembers everything that must not happen: console errors, exceptions, violations of the content security
// policy, dialogs, and requests to anywhere but the server. `faults` is empty when all is well.
export async function openPage(browser, origin, { width = 1440, height = 900, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: 'en-GB', ...options });
    const page = await context.newPage();
    const faults = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`exception: ${error.stack}`));
    page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on('request', (sent) => sent.url().startsWith(origin) || faults.push(`request to ${sent.url()}`));
    await page.exposeFunction('reportViolation', (text) => faults.push(`content security policy: ${text}`));
    await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) =>
        window.reportViolation(`${event.violatedDirective} ${event.blockedURI}`)));
    page.setDefaultTimeout(30000);
    return { page, context, faults };
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The violations that axe-core finds in the page as it stands, one line each.
export async function violations(page) {
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    return result.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\s+/g, ' ')}`));
}

export async function keep(page, name, fullPage = false) {
    await mkdir(screenshots, { recursive: true });
    await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage });
}
