// The first view: filters, the overview of all time, the days in view, and the list of events.

import { followNext, getTimeline, hasArticles, listArticles, listEvents } from '../api.js';
import { bulkOf } from '../bulk.js';
import { Chart, bucketLast, intervalFor } from '../chart.js';
import { dayOf, isoOf, parts, unitOf } from '../dates.js';
import { fill, h } from '../dom.js';
import { activeFilters, eventAddress, filterParameters, timelineAddress, withoutFilter, withoutFilters } from '../state.js';
import { strings } from '../strings.js';
import { Filters, fillChips } from './filters.js';
import { Range } from './range.js';
import { holding, suggested, wordsOf } from './suggest.js';
import { EventList, columnHeads } from './rows.js';
import { emptyStore, loadingRows, problemPanel } from './states.js';

const pageSize = 100;
const mostSuggesting = 1000;
// A chart never shows less, so that a lone day does not fill it.
const leastDays = 28;
// Milliseconds between two looks for the first article.
const waitBetween = 2000;

export class TimelineView {
    constructor({ go }) {
        this.go = go;
        this.range = new Range({ onChange: (from, to) => this.apply({ ...this.state.filters, from, to }) });
        this.filters = new Filters({ onChange: (filters) => this.apply(filters), suggest: (name) => this.suggest(name) });
        const pick = (first, last) => this.apply({ ...this.state.filters, from: isoOf(first), to: isoOf(last) });
        this.overview = new Chart({ title: strings.overview, height: 104, onPick: pick });
        this.detail = new Chart({ title: strings.chart, height: 124, onPick: pick });
        this.undated = h('span', { class: 'chart-per' });
        this.overview.legend.after(this.undated);
        this.overviewPanel = h('div', {}, this.overview.element);
        this.detailPanel = h('div', { hidden: true }, this.detail.element);
        this.summary = h('p', { class: 'summary', role: 'status' });
        this.chips = h('div', { class: 'chips' });
        this.sort = h('select', { 'aria-label': strings.sort, onchange: () => this.apply({ ...this.state.filters, sort: this.sort.value }) },
            Object.entries(strings.sorts).map(([value, label]) => h('option', { value }, label)));
        this.opener = h('button', { class: 'button filters-opener', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'filters', onclick: () => this.openFilters() }, strings.filters);
        this.bar = h('div', { class: 'query-bar' }, this.summary, this.chips, h('div', { class: 'query-tools' }, this.sort, this.opener));
        this.list = h('div', { class: 'list', id: 'events', tabindex: -1, role: 'region', 'aria-label': strings.list });
        this.more = h('div', { class: 'more' });
        this.charts = h('div', { class: 'charts' }, this.overviewPanel, this.detailPanel);
        this.heads = columnHeads();
        this.main = h('div', { class: 'timeline-main' }, this.charts, this.heads, this.list, this.more);
        this.columns = h('div', { class: 'timeline-columns' }, h('aside', { class: 'rail' }, this.filters.element), this.main);
        this.empty = h('div', { class: 'empty-store', hidden: true });
        this.heading = h('h1', { class: 'for-reader', tabindex: -1 }, strings.timeline);
        this.element = h('div', { class: 'timeline' }, this.heading, this.bar, this.columns, this.empty);
        this.shown = null;
    }

    apply(filters) {
        this.go(timelineAddress(this.state, filters));
    }

    // The words that the filter `name` could take under all others; none when they cannot be had.
    async suggest(name) {
        const parameters = filterParameters(this.state.filters, [name]);
        parameters.set('limit', mostSuggesting);
        try {
            if (name === 'publisher') {
                return wordsOf(name, (await listArticles(new URLSearchParams({ sort: '-date', limit: mostSuggesting }))).articles);
            }
            return wordsOf(name, (await listEvents(parameters)).events);
        } catch {
            return [];
        }
    }

    openFilters(open = !this.columns.classList.contains('filters-open')) {
        this.columns.classList.toggle('filters-open', open);
        this.opener.setAttribute('aria-expanded', String(open));
    }

    focusFilters() {
        this.openFilters(true);
        this.filters.focus();
    }

    // Fetches what the address asks for, unless it is what already stands there.
    async update(state) {
        this.state = state;
        const { filters } = state;
        this.range.show(filters.from, filters.to);
        this.filters.show(filters);
        this.sort.value = filters.sort;
        const active = activeFilters(filters);
        this.opener.textContent = active.length ? `${strings.filters} ${active.length}` : strings.filters;
        this.opener.setAttribute('aria-label', strings.filtersCount(active.length));
        fillChips(this.chips, active, (name, value) => this.apply(withoutFilter(filters, name, value)), () => this.apply(withoutFilters(filters)));
        const key = filterParameters(filters).toString();
        if (this.shown === key) {
            this.hrefs();
            return;
        }
        this.controller?.abort();
        this.controller = new AbortController();
        this.shown = key;
        const { signal } = this.controller;
        await Promise.all([this.loadList(filters, signal), this.loadCharts(filters, signal)]);
    }

    // Rows keep the filters of the address in their links.
    hrefs() {
        for (const link of this.list.querySelectorAll('[data-event]')) {
            link.setAttribute('href', eventAddress(this.state, link.dataset.event));
        }
    }

    async loadList(filters, signal) {
        this.busy(true);
        try {
            const parameters = filterParameters(filters);
            parameters.set('limit', pageSize);
            const page = await listEvents(parameters, signal);
            this.events = page.events;
            this.next = page.next;
            const first = !page.events.length && isUnfiltered(filters) && !(await hasArticles(signal));
            this.busy(false);
            this.showEmpty(first);
            this.showList(filters);
        } catch (problem) {
            if (problem.name !== 'AbortError') {
                this.busy(false);
                this.shown = null;
                this.summary.textContent = '';
                this.heads.hidden = true;
                fill(this.more);
                // What the address asks for does not become right by asking again.
                fill(this.list, problem.status === 400
                    ? problemPanel(problem, null, h('a', { class: 'button', href: '/', 'data-inside': true }, strings.showAll))
                    : problemPanel(problem, () => this.update(this.state)));
            }
        }
    }

    busy(on) {
        clearTimeout(this.timer);
        if (on) {
            if (!this.events) {
                fill(this.list, loadingRows());
            }
            this.timer = setTimeout(() => this.element.classList.add('busy'), 150);
        } else {
            this.element.classList.remove('busy');
        }
    }

    showEmpty(on) {
        this.empty.hidden = !on;
        this.columns.hidden = on;
        this.bar.hidden = on;
        this.range.element.hidden = on;
        this.heading.hidden = on;
        if (on && !this.empty.firstChild) {
            fill(this.empty, emptyStore(location.origin));
        }
        clearTimeout(this.waiting);
        if (on) {
            this.waiting = setTimeout(() => this.lookAgain(), waitBetween);
        }
    }

    // Asks whether the first article has come, as long as somebody looks at the page that waits for it.
    async lookAgain() {
        const looking = !document.hidden && !this.element.hidden;
        const come = looking && await hasArticles(this.controller.signal).catch(() => false);
        if (come) {
            this.shown = null;
            await this.update(this.state);
        } else if (!this.empty.hidden) {
            this.waiting = setTimeout(() => this.lookAgain(), waitBetween);
        }
    }

    // What stands above and below the list.
    showFrame() {
        const claims = this.events.reduce((sum, event) => sum + event.reports, 0);
        fill(this.summary, h('strong', {}, this.next ? strings.firstEvents(this.events.length) : strings.events(this.events.length)),
            ' ', h('span', {}, strings.claims(claims)));
        this.heads.hidden = !this.events.length;
        fill(this.more, this.next
            ? h('button', { class: 'button', type: 'button', onclick: () => this.loadMore() }, strings.more)
            : this.events.length ? h('p', { class: 'secondary' }, strings.end) : null);
    }

    showList(filters) {
        this.showFrame();
        if (!this.events.length) {
            fill(this.list, this.noMatch(filters));
        } else {
            this.rows = new EventList((event) => eventAddress(this.state, event.id), filters.sort.endsWith('date'));
            this.rows.add(this.events);
            fill(this.list, this.rows.element);
        }
    }

    noMatch(filters) {
        const buttons = h('div', { class: 'chips' });
        fillChips(buttons, activeFilters(filters), (name, value) => this.apply(withoutFilter(filters, name, value)), () => this.apply(withoutFilters(filters)));
        return h('div', { class: 'state', role: 'status' }, h('h2', {}, strings.noMatch),
            h('p', {}, isUnfiltered(filters) ? strings.noClaimsText : strings.noMatchText), buttons,
            suggested.filter((name) => filters[name]).map((name) => this.others(name, filters)),
            filters.from || filters.to
                ? h('p', {}, h('button', { class: 'button', type: 'button', onclick: () => this.apply({ ...filters, from: '', to: '' }) }, strings.allTime)) : null);
    }

    // Words on file that hold the part that was typed, each a filter.
    others(name, filters) {
        const node = h('div', { class: 'chips' });
        this.suggest(name).then((list) => {
            const words = holding(list, filters[name]).slice(0, 8);
            if (words.length) {
                fill(node, h('span', {}, strings.didYouMean), words.map((word) =>
                    h('button', { class: 'button', type: 'button', onclick: () => this.apply({ ...filters, [name]: word }) }, word)));
            }
        });
        return node;
    }

    // Where an event stands among the rows, in the order in which they are read; null when it is not among them.
    neighbours(id) {
        const ids = [...this.list.querySelectorAll('[data-event]')].map((link) => link.dataset.event);
        const at = ids.indexOf(id);
        return at < 0 ? null : { at, total: ids.length, before: ids[at - 1] || null, after: ids[at + 1] || null };
    }

    // The row that somebody comes back to, so that the keys go on from there; `scroll` when the place in the list is not
    // restored otherwise.
    focusEvent(id, scroll) {
        const link = this.list.querySelector(`[data-event="${CSS.escape(id)}"]`);
        if (document.activeElement?.closest('input, select, dialog')) {
            return; // somebody was quicker
        }
        link?.focus({ preventScroll: true });
        if (scroll) {
            link?.scrollIntoView({ block: 'center' });
        }
    }

    // An event of the list turned out to be gone: what stands here is asked for again before it is shown.
    forget(id) {
        if (this.neighbours(id)) {
            this.shown = null;
        }
    }

    async loadMore() {
        const button = this.more.querySelector('button');
        button.disabled = true;
        button.textContent = strings.loadingMore;
        const { signal } = this.controller;
        try {
            const page = await followNext(this.next, signal);
            const firstNew = page.events[0]?.id;
            this.events.push(...page.events);
            this.next = page.next;
            this.rows.add(page.events);
            this.showFrame();
            this.list.querySelector(`[data-event="${CSS.escape(firstNew || '')}"]`)?.focus();
        } catch (problem) {
            if (problem.name !== 'AbortError') {
                fill(this.more, problemPanel(problem, () => { this.showFrame(); this.loadMore(); }));
            }
        }
    }

    // The overview covers all time under the same filters; months tell how far it reaches and so the unit of its bars.
    async loadCharts(filters, signal) {
        try {
            const everything = filterParameters(filters, ['from', 'to', 'sort']);
            const whole = readTimeline(await getTimeline(everything, 'month', signal), 'month');
            const { all, before, after } = await bulk(whole, everything, signal);
            this.undated.textContent = all.undated ? strings.undatedCount(all.undated) : '';
            const window = windowOf(filters, whole);
            this.charts.hidden = all.first === null;
            fill(this.overviewPanel, all.first === null ? null : this.overview.element);
            if (all.first !== null) {
                const first = before ? all.first : Math.min(all.first, window?.first ?? all.first);
                const last = after ? all.last : Math.max(all.last, Math.min(window?.last ?? all.last, all.last + 366));
                const spare = Math.max(0, Math.ceil((leastDays - (last - first)) / 2));
                this.overview.show({ ...all, first: first - spare, last: last + spare, before, after }, window);
            }
            this.range.offer(await newestDay(all, everything, signal), [...new Set(whole.buckets.map((bucket) => parts(bucket.first).year))]);
            const finer = window && intervalFor(window.last - window.first + 1);
            this.detailPanel.hidden = !window || whole.first === null;
            if (!this.detailPanel.hidden) {
                const parameters = filterParameters(filters, ['sort']);
                const near = readTimeline(await getTimeline(parameters, finer, signal), finer);
                const buckets = near.buckets.filter((bucket) => bucket.last >= window.first && bucket.first <= window.last);
                fill(this.detailPanel, this.detail.element);
                this.detail.show({ ...near, buckets, first: window.first, last: window.last });
            }
        } catch (problem) {
            if (problem.name !== 'AbortError') {
                this.shown = null;
                this.detailPanel.hidden = true;
                // What is wrong with the request, or that nothing answers, stands in the list already.
                this.charts.hidden = [0, 400].includes(problem.status);
                fill(this.overviewPanel, problemPanel(problem, () => this.loadCharts(this.state.filters, this.controller.signal)));
            }
        }
    }
}

// The whole without what lies far off, in bars of the unit that fits; and what is left out on either side.
async function bulk(whole, everything, signal) {
    const { buckets, before, after } = bulkOf(whole.buckets);
    if (!buckets.length) {
        return { all: whole };
    }
    const first = buckets[0].first;
    const last = buckets.at(-1).last;
    const interval = intervalFor(last - first + 1);
    if (interval === whole.interval) {
        return { all: { ...whole, buckets, first, last }, before, after };
    }
    const parameters = new URLSearchParams(everything);
    if (before || after) {
        parameters.set('from', isoOf(first));
        parameters.set('to', isoOf(last));
    }
    const all = readTimeline(await getTimeline(parameters, interval, signal), interval);
    const near = all.buckets.filter((bucket) => !(before && bucket.first < first) && !(after && bucket.last > last));
    return { all: { ...all, buckets: near, first: near[0]?.first ?? first, last: near.at(-1)?.last ?? last, undated: whole.undated }, before, after };
}

// The newest day on which something happened; the newest on file when none of the last bars has such a day: what is known
// coarser than a day would put it at the end of a month or of a year. Null when there is nothing.
async function newestDay(all, parameters, signal) {
    const known = (bucket) => bucket.casualty + bucket.deployment > 0;
    for (const bucket of all.buckets.filter(known).reverse().slice(0, 6)) {
        const query = new URLSearchParams(parameters);
        query.set('from', isoOf(bucket.first));
        query.set('to', isoOf(bucket.last));
        const day = readTimeline(await getTimeline(query, 'day', signal), 'day').buckets.findLast(known);
        if (day) {
            return day.first;
        }
    }
    return all.last;
}

function isUnfiltered(filters) {
    return !activeFilters(filters).length && !filters.from && !filters.to;
}

// The days asked for; an open side reaches to the end of what is on file. Null when all time is asked for.
function windowOf(filters, all) {
    const from = unitOf(filters.from);
    const to = unitOf(filters.to);
    if (!from && !to) {
        return null;
    }
    const first = from ? from.first : Math.min(all.first ?? to.first, to.first);
    const last = to ? to.last : Math.max(all.last ?? from.last, from.last);
    return first <= last ? { first, last } : null;
}

// The answer of /timeline as one bucket a first day: {first, last, casualty, deployment, coarse}, ascending.
function readTimeline(answer, interval) {
    const buckets = new Map();
    const at = (text) => {
        const first = dayOf(text);
        if (!buckets.has(first)) {
            buckets.set(first, { first, last: bucketLast(first, interval), casualty: 0, deployment: 0, coarse: { casualty: 0, deployment: 0 } });
        }
        return buckets.get(first);
    };
    for (const cell of answer.buckets) {
        at(cell.first)[cell.kind] += cell.events;
    }
    for (const cell of answer.coarse || []) {
        at(cell.first).coarse[cell.kind] += cell.events;
    }
    const sorted = [...buckets.values()].sort((a, b) => a.first - b.first);
    return {
        interval,
        buckets: sorted,
        first: sorted.length ? sorted[0].first : null,
        last: sorted.length ? sorted[sorted.length - 1].last : null,
        undated: (answer.undated || []).reduce((sum, cell) => sum + cell.events, 0),
    };
}
