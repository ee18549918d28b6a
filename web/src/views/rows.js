// The list: a heading a day, under it one row an event.

import { bdi, h, newId } from '../dom.js';
import { writeCount, writeParts } from '../counts.js';
import { headingOf, stated, weekdaysOf, writeDate, writeOthers } from '../dates.js';
import { mark, statusOf } from '../marks.js';
import { strings } from '../strings.js';

export function statusWords(statuses) {
    const { contested } = statusOf(statuses);
    const named = Object.keys(strings.status).filter((name) => statuses[name] > 0);
    return contested ? strings.contested : named.map((name) => strings.status[name]).join(', ');
}

export function statusCounts(statuses) {
    return Object.keys(strings.status).filter((name) => statuses[name] > 0)
        .map((name) => strings.statusCount[name](statuses[name])).join(', ');
}

// What else a date may be, kept apart from it by a space and broken as late as can be.
export function otherDates(readings) {
    return writeOthers(readings).map((text) => [' ', h('span', { class: 'or-else' }, text)]);
}

export function placeNames(places) {
    return (places || []).map((place) => place.name).filter(Boolean).join(', ');
}

function howMany(event, count) {
    const parts = writeParts(event);
    const total = event.scope === 'cumulative' ? 'Σ ' : '';
    return parts.length ? parts.map((part) => h('span', { class: 'part' }, total, part)) : count ? total + count : strings.noFigure;
}

// `dated`: the heading says all that its date does.
function row(event, href, dated) {
    const { days, note } = stated(event.date);
    const count = writeCount(event.count);
    const sources = event.sources || [];
    const places = placeNames(event.places);
    const facts = [event.actor, places].filter(Boolean);
    return h('li', { class: `row ${event.kind}${dated ? ' dated' : ''}` },
        h('div', { class: 'row-when' }, h('span', { class: 'row-days' }, days), otherDates(event.date_alternatives),
            h('span', { class: 'secondary' }, note || weekdaysOf(event.date))),
        h('div', { class: 'row-how' }, mark(event.kind, event.scope, event.date, event.statuses),
            h('span', { class: count ? 'count' : 'count none' }, howMany(event, count))),
        h('div', { class: 'row-what' },
            h('a', { class: 'row-link', href, 'data-inside': true, 'data-event': event.id }, bdi(event.title || strings.kindOne[event.kind])),
            h('span', { class: 'secondary' }, h('span', { class: 'row-kind' }, strings.subtype[event.subtype] || strings.kindOne[event.kind]),
                event.scope === 'cumulative' ? [' · ', strings.runningTotal] : null,
                facts.map((fact) => [' · ', bdi(fact)]))),
        h('div', { class: 'row-who' }, h('div', { class: 'row-status' }, statusWords(event.statuses)),
            h('div', { class: 'row-sources' }, sources.slice(0, 2).map((name, i) => [i ? ', ' : '', bdi(name)]),
                sources.length > 2 ? ` ${strings.moreSources(sources.length - 2)}` : null),
            h('div', { class: 'row-reports' }, h('span', {}, strings.claims(event.reports)), h('span', { class: 'secondary' }, strings.articles(event.articles)))),
        h('span', { class: 'for-reader' }, writeDate(event.date)));
}

// The rows under their headings. Events of one heading stay together even when another heading's event was sorted
// between them, and undated ones come last. A further page is added to what stands there.
export class EventList {
    // hrefOf(event) is where a row leads; without `grouped` (another order than by date) there are no headings.
    constructor(hrefOf, grouped) {
        this.hrefOf = hrefOf;
        this.grouped = grouped;
        this.groups = new Map();
        this.element = h('div', {});
    }

    add(events) {
        for (const event of events) {
            const heading = this.grouped ? headingOf(event.date) : { key: 'all', whole: false };
            const group = this.group(heading);
            group.rows.append(row(event, this.hrefOf(event), heading.whole && !event.date_alternatives));
            group.size += 1;
            group.count.textContent = strings.events(group.size);
        }
    }

    group(heading) {
        if (!this.groups.has(heading.key)) {
            const group = { rows: h('ol', {}), count: h('span', { class: 'day-count' }), size: 0 };
            const id = newId('day');
            group.section = h('section', { class: heading.key === 'undated' ? 'day undated' : 'day', 'aria-labelledby': this.grouped ? id : null },
                this.grouped ? h('h2', { class: 'day-head', id }, h('span', {}, heading.title),
                    heading.note ? h('span', { class: 'day-note' }, heading.note) : null, group.count) : null,
                group.rows);
            this.groups.set(heading.key, group);
            this.element.append(group.section);
            if (this.groups.has('undated')) {
                this.element.append(this.groups.get('undated').section);
            }
        }
        return this.groups.get(heading.key);
    }
}

export function columnHeads() {
    return h('div', { class: 'columns', 'aria-hidden': 'true' }, [strings.columnWhen, strings.columnHow, strings.columnWhat,
        strings.columnStatus, strings.columnSources, strings.columnReports].map((text) => h('span', {}, text)));
}
