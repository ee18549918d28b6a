// What a panel shows when it has nothing else to show: a problem, no match, the first visit.

import { Problem } from '../api.js';
import { h } from '../dom.js';
import { mark, statusMark } from '../marks.js';
import { strings } from '../strings.js';

// A problem stands in the panel that failed; `retry` may be null.
export function problemPanel(problem, retry, extra = null, heading = 'h2') {
    if (problem instanceof Error && !(problem instanceof Problem)) {
        console.error(problem);
    }
    const errors = problem.errors || [];
    return h('div', { class: 'state problem', role: 'alert' },
        h(heading, { tabindex: -1 }, problem.title || String(problem)),
        problem.detail && !errors.some((error) => problem.detail.includes(error.detail)) ? h('p', {}, problem.detail) : null,
        errors.map((error) => h('p', { class: 'mono' }, [error.parameter || error.pointer, error.detail].filter(Boolean).join(': '))),
        h('p', { class: 'state-actions' },
            retry ? h('button', { class: 'button', type: 'button', onclick: retry }, strings.retry) : null, extra));
}

export function loadingRows(count = 6) {
    return h('div', { class: 'loading-rows', role: 'status', 'aria-label': strings.loading },
        Array.from({ length: count }, () => h('div', { class: 'loading-row' }, h('span', {}), h('span', {}), h('span', {}))));
}

const day = (first, last = first, precision = 'day') => ({ first, last, precision });
const example = (kind, scope, date, statuses) => mark(kind, scope, date, statuses);

export function howToRead() {
    const samples = [
        example('casualty', 'incident', day('2024-12-14'), { claimed: 1 }),
        example('casualty', 'incident', day('2024-12-01', '2024-12-31', 'month'), { claimed: 1 }),
        example('deployment', 'incident', day('2024-12-03', null), { claimed: 1 }),
        h('span', { class: 'samples' }, ['confirmed', 'claimed', 'unverified', 'expected'].map((status) =>
            statusMark('casualty', status))),
        example('casualty', 'incident', day('2024-12-14'), { confirmed: 1, denied: 1 }),
        example('casualty', 'cumulative', day('2024-10-01', '2024-12-14'), { confirmed: 1 }),
        h('strong', {}, '30–200'),
    ];
    return h('section', { class: 'how-to-read' },
        h('h2', {}, strings.howToRead),
        h('ul', {}, strings.read.map(([strong, rest], i) => h('li', {},
            h('span', { class: 'sample' }, samples[i]), h('span', {}, h('strong', {}, strong), ' ', rest)))));
}

// The command as it works against this very server.
export function curlLine(origin) {
    return [`curl ${origin}/api/v1/articles \\`, "  -H 'content-type: application/json' \\",
        "  -d '{\"published\": \"2024-12-16\",",
        '    "text": "30 Norland soldiers were killed in Brask on Sunday."}\''].join('\n');
}

export function emptyStore(origin) {
    const command = curlLine(origin);
    const copy = h('button', { class: 'quiet', type: 'button', onclick: async () => {
        try {
            await navigator.clipboard.writeText(command);
            copy.textContent = strings.copied;
        } catch {
            getSelection().selectAllChildren(block);
        }
    } }, strings.copy);
    const block = h('code', {}, command);
    return h('div', { class: 'first-visit' },
        h('section', {},
            h('h1', { tabindex: -1 }, strings.emptyTitle),
            h('p', { class: 'lead' }, strings.emptyText),
            h('div', { class: 'command-head' }, h('h2', {}, strings.terminal), copy),
            h('pre', { class: 'command', tabindex: 0, 'aria-label': strings.terminal }, block),
            h('p', { class: 'secondary' }, strings.waiting)),
        howToRead());
}


