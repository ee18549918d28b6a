// The list: a heading a day, under it one row an event.

import { bdi, h, newId } from '../dom.js';
import { writeCount, writeParts } from '../counts.js';
import { headingOf, stated, weekdaysOf, writeDate } from '../dates.js';
import { mark, statusOf } from '../marks.js';
import { strings } from '../strings.js';

export function statusWords(statuses) {
    const { contested } = statusOf(statuses);
    const named = Object.keys(strings.status).filter((name) => statuses[name] > 0);
    return contested ? strings.contested : named.map((name) => strings.status[name]).join(', ');
}

export function statusCounts(statuses) {
    return Object.keys(strings.status).filter((name) => statuses[name] > 0)
        .map((name) => strings.statusVerb[name](statuses[name])).join(', ');
}

export function placeNames(places) {
    return (places || []).map((place) => place.name).filter(Boolean).join(', ');
}

function howMany(event, count) {
    const parts = writeParts(event);
    const total = event.scope === 'cumulative' ? 'Σ ' : '';
    return parts.length ? parts.map((part) => h('span', { class: 'part' }, total, part)) : count ? total + count : strings.noFigure;
}

function row(event, href) {
    const { days, note } = stated(event.date);
    const count = writeCount(event.count);
    const sources = event.sources || [];
    const places = placeNames(event.places);
    const facts = [event.actor, places].filter(Boolean);
    return h('li', { class: `row ${event.kind}` },
        h('div', { class: 'row-when' }, h('span', { class: 'row-days' }, days), h('span', { class: 'secondary' }, note || weekdaysOf(event.date))),
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

// Events of one heading stay together even when another heading's event was sorted between them; undated ones come last.
export function eventSections(events, hrefOf, grouped) {
    if (!grouped) {
        return [h('section', { class: 'day' }, h('ol', {}, events.map((event) => row(event, hrefOf(event)))))];
    }
    const groups = new Map();
    for (const event of events) {
        const heading = headingOf(event.date);
        const group = groups.get(heading.key) || { heading, events: [] };
        group.events.push(event);
        groups.set(heading.key, group);
    }
    const undated = groups.get('undated');
    if (undated) {
        groups.delete('undated');
        groups.set('undated', undated);
    }
    return [...groups].map(([key, group]) => {
        const id = newId('day');
        return h('section', { class: key === 'undated' ? 'day undated' : 'day', 'aria-labelledby': id },
            h('h2', { class: 'day-head', id }, h('span', {}, group.heading.title),
                group.heading.note ? h('span', { class: 'day-note' }, group.heading.note) : null,
                h('span', { class: 'day-count' }, strings.events(group.events.length))),
            h('ol', {}, group.events.map((event) => row(event, hrefOf(event)))));
    });
}

export function columnHeads() {
    return h('div', { class: 'columns', 'aria-hidden': 'true' }, [strings.columnWhen, strings.columnHow, strings.columnWhat,
        strings.columnStatus, strings.columnSources, strings.columnReports].map((text) => h('span', {}, text)));
}
