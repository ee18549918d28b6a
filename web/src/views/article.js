// One article: its text with every claim and time expression marked, the claims on one side, the dates on the other.

import { getArticle } from '../api.js';
import { writeCount } from '../counts.js';
import { writeDate, writeInstant } from '../dates.js';
import { bdi, capital, fill, h, outsideLink, webAddress } from '../dom.js';
import { clip, codePoints, disjoint, marksOf, pieces, toUnits } from '../quote.js';
import { eventAddress, timelineAddress } from '../state.js';
import { strings } from '../strings.js';
import { otherDates } from './rows.js';
import { correctedNote, legend, markedWords, sourceName } from './sentence.js';
import { loadingRows, problemPanel } from './states.js';

// A title of more characters is set smaller, so that the text begins on the first screen of a phone.
const longTitle = 200;

export class ArticleView {
    constructor({ go }) {
        this.go = go;
        this.bar = h('div', { class: 'query-bar' });
        this.body = h('div', { class: 'article-body' });
        this.element = h('div', { class: 'article-view' }, this.bar, this.body);
    }

    async update(state) {
        this.controller?.abort();
        this.controller = new AbortController();
        const back = state.event
            ? h('a', { class: 'back', href: eventAddress(state, state.event), 'data-inside': true }, h('span', { 'aria-hidden': 'true' }, '‹ '), strings.backToEvent)
            : h('a', { class: 'back', href: timelineAddress(state), 'data-inside': true }, h('span', { 'aria-hidden': 'true' }, '‹ '), strings.timeline);
        fill(this.bar, back, h('div', { class: 'query-tools' }, legend()));
        fill(this.body, loadingRows(4));
        try {
            const article = await getArticle(state.article, this.controller.signal);
            this.show(article, state);
        } catch (problem) {
            if (problem.name === 'AbortError') {
                return;
            }
            const link = h('a', { class: 'button', href: timelineAddress(state), 'data-inside': true }, strings.toTimeline);
            fill(this.body, problemPanel(problem.status === 404 ? { title: strings.missingArticle, detail: problem.detail } : problem,
                problem.status === 404 ? null : () => this.update(state), link, 'h1'));
        }
    }

    show(article, state) {
        document.title = `${article.title || strings.untitled} – ${strings.name}`;
        const reports = article.reports || [];
        const timexes = article.timexes || [];
        fill(this.body,
            h('aside', { class: 'side claims-side', 'aria-label': strings.claimsOfArticle(reports.length) }, h('h2', {}, strings.claimsOfArticle(reports.length)),
                reports.length ? h('ol', {}, reports.map((report, i) => claimEntry(report, i, state))) : h('p', { class: 'secondary' }, strings.noClaims),
                h('h2', {}, strings.thisCopy),
                article.stored ? h('p', { class: 'secondary' }, strings.stored(writeInstant(article.stored))) : null,
                h('p', { class: 'secondary' }, [article.revision ? strings.revision(article.revision) : '', article.language].filter(Boolean).join(' · ')),
                h('p', { class: 'secondary mono' }, article.id)),
            h('article', { class: 'paper', lang: article.language || null },
                h('p', { class: 'byline' }, h('strong', {}, bdi(article.publisher || strings.article)), article.author ? [' · ', bdi(article.author)] : null,
                    ' · ', strings.published, ' ', h('strong', {}, writeInstant(article.published)),
                    webAddress(article.url) ? [' · ', outsideLink(article.url, `${strings.original} ↗`, `${strings.original}: ${article.url}`)]
                        : article.url ? [' · ', h('span', { class: 'mono' }, article.url)] : null),
                h('h1', { class: (article.title || '').length > longTitle ? 'long' : null, tabindex: -1, dir: 'auto' }, article.title ? inline(article.title, 0, wordsIn('title', reports, timexes)) : strings.untitled),
                h('div', { class: 'paper-text' }, paragraphs(article.text || '', reports, timexes))),
            h('aside', { class: 'side dates-side', 'aria-label': strings.timexes(timexes.length) }, h('h2', {}, strings.timexes(timexes.length)),
                timexes.length ? h('ul', {}, timexes.map((timex, i) => timexEntry(timex, i))) : h('p', { class: 'secondary' }, strings.noTimexes),
                h('p', { class: 'secondary note' }, strings.relativeNote(writeInstant(article.published)))));
        const target = state.report && this.body.querySelector(`#claim-${reports.findIndex((report) => report.id === state.report)}`)?.closest('.claim-sentence');
        if (target) {
            target.classList.add('chosen');
            target.scrollIntoView({ block: 'center' });
        }
    }
}

function claimEntry(report, i, state) {
    const count = writeCount(report.count);
    const what = strings.subtype[report.subtype] || report.subtype;
    const places = (report.places || []).map((place) => place.name).filter(Boolean).join(', ');
    return h('li', {}, h('a', { class: 'badge', href: `#claim-${i}`, 'aria-label': strings.claimNumber(i + 1) }, String(i + 1)),
        h('div', {}, h('strong', {}, report.scope === 'cumulative' ? 'Σ ' : '', count ? `${count} ${what}` : capital(what), places ? [', ', bdi(places)] : null),
            count ? null : h('p', { class: 'secondary' }, strings.numberless), correctedNote(report),
        h('p', { class: 'secondary' }, sourceName(report), ` · ${strings.status[report.status]}`),
        h('p', { class: 'secondary' }, writeDate(report.date), otherDates(report.date_basis?.alternatives)),
        report.event ? h('a', { href: eventAddress(state, report.event), 'data-inside': true }, strings.event,
            h('span', { class: 'for-reader' }, ` ${strings.claimNumber(i + 1)}`)) : null));
}

function timexEntry(timex, i) {
    return h('li', {}, h('a', { class: 'serif', href: `#timex-${i}` }, bdi(timex.text)),
        h('div', {}, h('strong', {}, timex.date ? writeDate(timex.date) : strings.noDateValue, otherDates(timex.alternatives)),
            h('p', { class: 'secondary' }, [timex.date ? strings.anchor[timex.anchor] : '', ''].filter(Boolean).join(' · ')),
            h('p', { class: 'mono secondary' }, `${timex.type} ${timex.value || ''}`), h('p', { class: 'mono secondary' }, timex.rule || '')));
}

// The marked words of a field: those of the claims, and every time expression (which stands for the date words it is in).
function wordsIn(field, reports, timexes) {
    const dates = timexes.map((timex, i) => ({ type: 'date', field: timex.field, begin: timex.begin, end: timex.end, id: `timex-${i}` }));
    const marks = reports.flatMap((report) => marksOf(report)).filter((mark) => mark.type !== 'date');
    return disjoint([...marks, ...dates], field);
}

function inline(text, start, words) {
    return pieces(text, start, words).map((piece) => (piece.mark
        ? markedWords(piece.mark.type, piece.text, { id: piece.mark.id, tabindex: piece.mark.id ? -1 : null }) : piece.text));
}

// The sentences that claims stand in, each with the numbers of its claims; disjoint and ascending.
function claimSentences(reports) {
    const sorted = reports.map((report, i) => ({ ...report.evidence, from: report.evidence.begin, claims: [i] })).filter(({ field }) => field === 'text')
        .sort((a, b) => a.begin - b.begin);
    const sentences = [];
    for (const sentence of sorted) {
        const before = sentences.at(-1);
        if (before && sentence.begin < before.end) {
            before.claims.push(...sentence.claims);
            before.end = Math.max(before.end, sentence.end);
        } else {
            sentences.push(sentence);
        }
    }
    return sentences;
}

// The text in paragraphs at its line breaks; within each, the sentences of claims on a tint, within those the words.
function paragraphs(text, reports, timexes) {
    const words = wordsIn('text', reports, timexes);
    const sentences = claimSentences(reports);
    const result = [];
    let start = 0;
    for (const line of text.split('\n')) {
        const end = start + codePoints(line);
        if (line.trim()) {
            result.push(h('p', { dir: 'auto' }, paragraph(line, start, end, words, clip(sentences, start, end))));
        }
        start = end + 1;
    }
    return result;
}

function paragraph(line, start, end, words, sentences) {
    const units = toUnits(line, start, sentences.flatMap((sentence) => [sentence.begin, sentence.end]));
    const begins = sentences.map((sentence) => sentence.begin === sentence.from);
    const result = [];
    let unit = 0;
    let point = start;
    sentences.forEach(({ begin, end: last, claims }, i) => {
        result.push(inline(line.slice(unit, units[2 * i]), point, clip(words, point, begin)));
        result.push(h('span', { class: 'claim-sentence' },
            (begins[i] ? claims : []).map((n) => h('span', { class: 'badge', id: `claim-${n}`, tabindex: -1, role: 'note', 'aria-label': strings.claimNumber(n + 1) }, String(n + 1))),
            inline(line.slice(units[2 * i], units[2 * i + 1]), begin, clip(words, begin, last))));
        unit = units[2 * i + 1];
        point = last;
    });
    result.push(inline(line.slice(unit), point, clip(words, point, end)));
    return result;
}
