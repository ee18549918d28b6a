// One event: its facts, the rival claims side by side, why it is dated and merged as it is.

import { followNext, getEvent } from '../api.js';
import { writeCount, writeParts } from '../counts.js';
import { writeDate, writeDay, weekdaysOf, dayOf, stated } from '../dates.js';
import { bdi, capital, fill, h, outsideLink, webAddress } from '../dom.js';
import { sourceShape, statusMark } from '../marks.js';
import { sourceOf } from '../sources.js';
import { articleAddress, eventAddress, timelineAddress } from '../state.js';
import { strings } from '../strings.js';
import { otherDates, statusCounts, statusWords } from './rows.js';
import { figureScale } from './scale.js';
import { correctedNote, legend, sentence, sourceName } from './sentence.js';
import { loadingRows, problemPanel } from './states.js';

export class EventView {
    // neighbours(id) tells which events stand before and after it in the list, or null; missing(id) is told of one that
    // is not there.
    constructor({ go, neighbours, missing }) {
        this.go = go;
        this.missing = missing;
        this.neighbours = neighbours;
        this.bar = h('div', { class: 'query-bar' });
        this.body = h('div', { class: 'event-body' });
        this.element = h('div', { class: 'event' }, this.bar, this.body);
    }

    async update(state) {
        this.controller?.abort();
        this.controller = new AbortController();
        fill(this.bar, backToTimeline(state));
        fill(this.body, loadingRows(3));
        try {
            const event = await getEvent(state.event, this.controller.signal);
            if (event.id && event.id !== state.event) {
                this.go(eventAddress(state, event.id), { replace: true });
                return;
            }
            this.show(event, state);
        } catch (problem) {
            if (problem.name === 'AbortError') {
                return;
            }
            if ([404, 410].includes(problem.status)) {
                this.missing(state.event);
            }
            const back = h('a', { class: 'button', href: timelineAddress(state), 'data-inside': true }, strings.toTimeline);
            const said = problem.status === 410 ? { title: strings.goneTitle, detail: strings.goneText }
                : problem.status === 404 ? { title: strings.missingEvent, detail: problem.detail } : problem;
            fill(this.body, problemPanel(said, [404, 410].includes(problem.status) ? null : () => this.update(state), back, 'h1'));
        }
    }

    show(event, state) {
        const groups = groupBySource(event.reports, event.sources || []);
        this.more = h('div', { class: 'more' });
        const folded = event.reports.filter((report) => report.copy_of).length;
        document.title = `${event.title} – ${strings.name}`;
        fill(this.bar, backToTimeline(state), h('p', { class: 'summary' },
            h('span', {}, strings.revision(event.revision)), toldWhen(event).map((text) => [' · ', h('span', {}, text)])), this.stepper(event, state));
        fill(this.body,
            h('header', { class: 'event-head' },
                h('div', {}, h('h1', { tabindex: -1 }, bdi(event.title || strings.event)), facts(event)),
                h('div', { class: 'event-figures' }, this.figures(event, groups))),
            h('div', { class: 'claims-head' },
                h('h2', { tabindex: -1 }, strings.claimsHeading(groups.length, event.reports.length, event.report_count)),
                folded ? h('p', { class: 'secondary' }, strings.folded(folded)) : null, legend()),
            h('div', { class: 'claims' }, groups.map((group, index) => this.column(group, index, state))),
            this.more,
            h('div', { class: 'whys' }, whyDated(event, groups), whyMerged(groups)));
        this.offerMore(event, state);
    }

    // Claims beyond the first page of them are asked for one page at a time; they may open groups of their own.
    offerMore(event, state) {
        fill(this.more, event.next ? h('button', { class: 'button', type: 'button', onclick: () => this.loadMore(event, state) },
            strings.moreClaims(event.report_count - event.reports.length)) : null);
    }

    async loadMore(event, state) {
        this.more.querySelector('button').disabled = true;
        try {
            const page = await followNext(event.next, this.controller.signal);
            const known = new Set(event.reports.map((report) => report.id));
            const added = page.reports.filter((report) => !known.has(report.id));
            this.show({ ...page, reports: [...event.reports, ...added] }, state);
            (this.more.querySelector('button') || this.body.querySelector('h2')).focus();
        } catch (problem) {
            if (problem.name !== 'AbortError') {
                fill(this.more, problemPanel(problem, () => { this.offerMore(event, state); this.loadMore(event, state); }));
            }
        }
    }

    stepper(event, state) {
        const around = this.neighbours(event.id);
        const step = (id, label, sign) => (id ? h('a', { class: 'arrow', href: eventAddress(state, id), 'data-inside': true, 'aria-label': label }, sign)
            : h('span', { class: 'arrow none', 'aria-hidden': 'true' }, sign));
        return around && h('nav', { class: 'stepper', 'aria-label': strings.stepper }, step(around.before, strings.previousEvent, '‹'),
            h('span', {}, strings.nth(around.at + 1, around.total)), step(around.after, strings.nextEvent, '›'));
    }

    // To the event before (-1) or after (1) this one in the list.
    step(direction, state) {
        const around = this.neighbours(state.event);
        const id = around && (direction < 0 ? around.before : around.after);
        if (id) {
            this.go(eventAddress(state, id));
        }
    }

    figures(event, groups) {
        const bySubtype = new Map();
        groups.forEach((group, index) => group.claims.filter(({ report }) => writeCount(report.count)).forEach(({ report }) => {
            bySubtype.set(report.subtype, [...(bySubtype.get(report.subtype) || []), { index, count: report.count }]);
        }));
        const scales = rivals(bySubtype).map(([subtype, figures]) => figureScale(figures, event.kind, strings.subtype[subtype]));
        const silent = groups.map((group, index) => ({ group, index })).filter(({ group }) => group.claims.every(({ report }) => !report.count));
        if (silent.length === groups.length) {
            return null;
        }
        const named = silent.length > 3 ? silent.slice(0, 2) : silent;
        return [scales, named.map(({ group, index }) => h('p', { class: 'silent' }, sourceShape(index),
            strings.noNumberFrom(group.name || strings.unknownSource, strings.status[group.claims[0].report.status]))),
        named.length < silent.length ? h('p', { class: 'silent' }, strings.othersSilent(silent.length - named.length)) : null];
    }

    column(group, index, state) {
        return h('section', { class: 'source-column', 'aria-label': group.name || strings.unknownSource },
            group.claims.map(({ report, copies }, i) => this.claim(report, copies, index, i === 0, state)));
    }

    claim(report, copies, index, first, state) {
        const count = writeCount(report.count);
        const what = strings.subtype[report.subtype] || report.subtype;
        const denied = report.status === 'denied';
        const article = articleAddress(state, report.article, state.event, report.id);
        const outside = [report.date_basis, report.source].filter((quote) => quote?.text && Number.isInteger(quote.begin)
            && (quote.field !== report.evidence.field || quote.begin < report.evidence.begin || quote.end > report.evidence.end));
        return h('article', { class: 'claim', id: `report-${report.id}` },
            h('h3', { class: first ? 'claim-source' : 'claim-source again' }, sourceShape(index), sourceName(report)),
            h('p', { class: count ? 'claim-count' : 'claim-count none' }, h('strong', {}, report.scope === 'cumulative' ? 'Σ ' : '', count || capital(denied ? strings.status.denied : what)), ' ',
                h('span', {}, count ? what : denied ? `${what}, ${strings.numberless}` : strings.numberless)),
            h('p', { class: 'claim-said' }, h('span', {}, report.said ? strings.said : strings.published, ' ', h('strong', {}, report.said ? writeSaid(report.said) : publishedDay(report.published))),
                h('span', { class: 'claim-status', title: strings.statusMeaning[report.status] }, statusMark(report.kind, report.status), strings.status[report.status])),
            sentence(report), correctedNote(report),
            h('p', { class: 'claim-date' }, strings.happened, ' ', h('strong', {}, inDoubt(report.date, report.date_basis?.alternatives)),
                whyThen(report, outside.includes(report.date_basis)).map((reason) => [' · ', reason])),
            h('p', { class: 'claim-article' },
                h('a', { href: article, 'data-inside': true, title: report.title || null },
                    bdi(report.publisher || report.title || articleName(report)), h('span', { class: 'for-reader' }, `: ${strings.openArticle}`)),
                report.published ? `, ${publishedDay(report.published)}` : null,
                webAddress(report.url) ? [' · ', outsideLink(report.url, `${strings.original} ↗`, `${strings.original}: ${report.publisher || report.url}`)] : null),
            copies.length ? h('details', { class: 'copies' }, h('summary', {}, strings.copies(copies.length, copies.map((copy) => copy.publisher || articleName(copy)).join(', '))),
                h('ul', {}, copies.map((copy) => h('li', {}, h('a', { href: articleAddress(state, copy.article, state.event, copy.id), 'data-inside': true },
                    bdi(copy.title || copy.publisher || articleName(copy))), copy.published ? `, ${publishedDay(copy.published)}` : null)))) : null);
    }
}

// What tells an article apart that has neither title nor publisher: its id, or the beginning of a long one.
const articleName = ({ article }) => strings.articleOf(article.length > 24 ? `${article.slice(0, 8)}…` : article);

function backToTimeline(state) {
    return h('a', { class: 'back', href: timelineAddress(state), 'data-inside': true }, h('span', { 'aria-hidden': 'true' }, '‹ '), strings.timeline);
}

const day = (iso) => (iso ? writeDay(dayOf(iso)) : '');
export const publishedDay = (value) => writeDay(dayOf(value.slice(0, 10)), { weekday: true });

// What is to be said of the words that date a claim: that there are none, that they stand elsewhere, that they have another reading.
function whyThen({ date_basis: basis }, elsewhere) {
    if (!basis?.text) {
        return [strings.noDateWords];
    }
    return [elsewhere ? strings.datedBy(basis.text) : null,
        basis.alternatives && (elsewhere ? strings.readOtherwise : strings.wordsReadOtherwise(basis.text))].filter(Boolean);
}

// When it was first in an article and last stated, the earlier one first: an article may be of long after what it tells was said.
function toldWhen({ first_reported: first, as_of: last }) {
    const told = [strings.firstReported(day(first)), last && strings.lastStated(day(last))].filter(Boolean);
    return last && last < first ? told.reverse() : told;
}

// A date, and what else it may be.
function inDoubt(date, readings) {
    return [writeDate(date), otherDates(readings)];
}

function writeSaid(date) {
    const exact = date.first && date.first === date.last;
    return exact ? writeDay(dayOf(date.first), { weekday: true }) : writeDate(date);
}

function facts(event) {
    const { days, note } = stated(event.date);
    const weekdays = weekdaysOf(event.date);
    const count = writeCount(event.count);
    const fact = (name, value, extra) => h('div', {}, h('dt', {}, name), h('dd', {}, h('strong', {}, value), extra ? h('span', {}, extra) : null));
    const parts = writeParts(event);
    const figures = new Set(event.reports.filter((report) => writeCount(report.count)).map((report) => `${report.subtype} ${writeCount(report.count)}`));
    const spread = !count ? strings.noFigureGiven : figures.size === 1 ? strings.oneFigure
        : figures.size === parts.length ? strings.oneFigureEach : strings.lowestToHighest;
    return h('dl', { class: 'facts' },
        fact(strings.when, [days, otherDates(event.date_alternatives)], note || [weekdays, event.date ? strings.knownTo[event.date.precision] : ''].filter(Boolean).join(' · ')),
        fact(strings.howMany, parts.join(', ') || count || strings.noNumber, spread),
        fact(strings.who, event.actor ? bdi(event.actor) : strings.noActor, event.counterpart ? strings.against(event.counterpart) : ''),
        fact(strings.where, event.places?.length ? event.places.map((place, i) => [i ? ', ' : '', bdi(place.name)]) : strings.noPlace,
            [...new Set((event.places || []).map((place) => strings.precision[place.precision] || place.precision).filter(Boolean))].join(', ')),
        fact(strings.scopeLabel, strings.scope[event.scope], strings.scopeNote[event.scope]),
        fact(strings.statusTitle, statusWords(event.statuses), Object.keys(event.statuses).length > 1 ? statusCounts(event.statuses) : ''));
}

// Which figures stand on one line: those of one subtype, and with them those that lump it with another
// ("38 killed" beside "up to 200 killed or wounded").
function rivals(bySubtype) {
    const lumped = bySubtype.get('killed_or_wounded');
    const apart = ['killed', 'wounded'].filter((name) => bySubtype.has(name));
    if (!lumped || apart.length !== 1) {
        return [...bySubtype];
    }
    const rest = [...bySubtype].filter(([name]) => name !== 'killed_or_wounded' && name !== apart[0]);
    return [['killed_or_wounded', [...lumped, ...bySubtype.get(apart[0])]], ...rest];
}

// One column a source, in order of the highest figure; copies of a text are folded under the claim they repeat.
function groupBySource(reports, sources) {
    const ids = new Set(reports.map((report) => report.id));
    const copies = new Map();
    for (const report of reports.filter(({ copy_of: original }) => ids.has(original))) {
        copies.set(report.copy_of, [...(copies.get(report.copy_of) || []), report]);
    }
    const groups = new Map();
    for (const report of reports.filter(({ copy_of: original }) => !ids.has(original))) {
        const name = sourceOf(report.source?.name || '', sources);
        const group = groups.get(name) || { name, claims: [] };
        group.claims.push({ report, copies: copies.get(report.id) || [] });
        groups.set(name, group);
    }
    const highest = (group) => Math.max(-1, ...group.claims.map(({ report }) => report.count?.max ?? report.count?.min ?? -1));
    return [...groups.values()].sort((a, b) => highest(a) - highest(b));
}

function whyDated(event, groups) {
    const rows = groups.flatMap((group, index) => group.claims.map(({ report }) => h('tr', {},
        h('td', {}, sourceShape(index), h('span', { class: 'for-reader' }, group.name || strings.unknownSource)),
        h('td', {}, report.date_basis?.text ? h('span', { class: 'word date' }, bdi(report.date_basis.text)) : strings.noDateWords,
            report.date_basis?.alternatives ? [' ', h('span', { class: 'secondary' }, strings.readOtherwise)] : null),
        h('td', {}, inDoubt(report.date, report.date_basis?.alternatives)),
        h('td', {}, report.published ? publishedDay(report.published) : '–'))));
    return h('section', { class: 'why' }, h('h2', {}, strings.whyDated, ' ', h('span', {}, strings.whyDatedNote)),
        h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': strings.whyDated }, h('table', {},
            h('thead', {}, h('tr', {}, [strings.source, strings.words, strings.covers, strings.columnPublished].map((text) => h('th', { scope: 'col' }, text)))),
            h('tbody', {}, rows, h('tr', { class: 'sum' }, h('td', {}), h('th', { scope: 'row' }, strings.dateOfEvent), h('td', { colspan: 2 }, h('strong', {}, inDoubt(event.date, event.date_alternatives))))))));
}

// The link by which each claim came to the event, in points for what the two have in common.
function whyMerged(groups) {
    const names = ['actor', 'place', 'date', 'count', 'source', 'words', 'total'];
    const indices = new Map(groups.flatMap((group, index) => group.claims.flatMap(({ report, copies }) => [report, ...copies].map((claim) => [claim.id, index]))));
    const who = (index) => [sourceShape(index), h('span', { class: 'for-reader' }, groups[index].name || strings.unknownSource)];
    const rows = groups.flatMap((group, index) => group.claims.map(({ report }) => {
        const other = (report.why && indices.get(report.joined_to)) ?? -1;
        return h('tr', {}, h('td', {}, who(index)), other < 0 ? h('td', { colspan: names.length + 1 }, report.why?.correction ? strings.byAnalyst(report.why.correction) : strings.standsAlone)
            : [h('td', {}, who(other), report.why.part_of?.text ? h('div', { class: 'secondary' }, bdi(report.why.part_of.text)) : null), names.map((name) => h('td', { class: 'figure', 'data-name': strings.why[name] }, String(report.why[name] ?? '–')))]);
    }));
    return h('section', { class: 'why' }, h('h2', {}, strings.whyMerged, ' ', h('span', {}, strings.whyMergedNote)),
        h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': strings.whyMerged }, h('table', { class: 'points' },
            h('thead', {}, h('tr', {}, [strings.source, strings.joinedTo].map((text) => h('th', { scope: 'col' }, text)),
                names.map((name) => h('th', { scope: 'col', class: 'figure' }, strings.why[name])))),
            h('tbody', {}, rows))));
}
