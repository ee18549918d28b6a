// One article: its text with every claim and time expression marked, the claims on one side, the dates on the other.

import { getArticle } from '../api.js';
import { writeCount } from '../counts.js';
import { writeDate, writeInstant } from '../dates.js';
import { bdi, fill, h, outsideLink, webAddress } from '../dom.js';
import { disjoint, marksOf, pieces, toUnits } from '../quote.js';
import { eventAddress, timelineAddress } from '../state.js';
import { strings } from '../strings.js';
import { legend, markedWords, sourceName } from './sentence.js';
import { loadingRows, problemPanel } from './states.js';

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
                h('h1', { tabindex: -1, dir: 'auto' }, article.title ? inline(article.title, 0, wordsIn('title', reports, timexes)) : strings.untitled),
                h('div', { class: 'paper-text' }, paragraphs(article.text || '', reports, timexes))),
            h('aside', { class: 'side dates-side', 'aria-label': strings.timexes(timexes.length) }, h('h2', {}, strings.timexes(timexes.length)),
                timexes.length ? h('ul', {}, timexes.map((timex, i) => timexEntry(timex, i))) : h('p', { class: 'secondary' }, strings.noTimexes),
                h('p', { class: 'secondary note' }, strings.relativeNote(writeInstant(article.published)))));
        const target = state.report && this.body.querySelector(`[data-report="${CSS.escape(state.report)}"]`);
        if (target) {
            target.classList.add('chosen');
            target.scrollIntoView({ block: 'center' });
        }
    }
}

function claimEntry(report, i, state) {
    const count = writeCount(report.count);
    const places = (report.places || []).map((place) => place.name).filter(Boolean).join(', ');
    return h('li', {}, h('a', { class: 'badge', href: `#claim-${i}`, 'aria-label': strings.claimNumber(i + 1) }, String(i + 1)),
        h('div', {}, h('strong', {}, [report.scope === 'cumulative' ? 'Σ ' : '', count || strings.noNumber, ' ', strings.subtype[report.subtype] || report.subtype],
            places ? [', ', bdi(places)] : null),
        h('p', { class: 'secondary' }, sourceName(report), ` · ${strings.status[report.status]}`),
        h('p', { class: 'secondary' }, writeDate(report.date)),
        report.event ? h('a', { href: eventAddress(state, report.event), 'data-inside': true }, strings.event,
            h('span', { class: 'for-reader' }, ` ${strings.claimNumber(i + 1)}`)) : null));
}

function timexEntry(timex, i) {
    return h('li', {}, h('a', { class: 'serif', href: `#timex-${i}` }, bdi(timex.text)),
        h('div', {}, h('strong', {}, timex.date ? writeDate(timex.date) : strings.noDateValue),
            h('p', { class: 'secondary' }, [timex.date ? strings.anchor[timex.anchor] : '', ''].filter(Boolean).join(' · ')),
            h('p', { class: 'mono secondary' }, `${timex.type} ${timex.value || ''}`), h('p', { class: 'mono secondary' }, timex.rule || '')));
}

// The marked words of a field: those of the claims first, then the time expressions that are no claim's basis.
function wordsIn(field, reports, timexes) {
    const marks = reports.flatMap((report) => marksOf(report));
    const dates = timexes.map((timex, i) => ({ type: 'date', field: timex.field, begin: timex.begin, end: timex.end, id: `timex-${i}` }));
    const order = { number: 0, date: 1, source: 2, place: 3 };
    const basis = marks.filter((mark) => mark.type !== 'date' || !dates.some((date) => date.field === mark.field && date.begin < mark.end && mark.begin < date.end));
    return disjoint([...basis, ...dates].sort((a, b) => order[a.type] - order[b.type]), field);
}

function inline(text, start, words) {
    return pieces(text, start, words).map((piece) => (piece.mark ? markedWords(piece.mark.type, piece.text, { id: piece.mark.id, tabindex: piece.mark.id ? -1 : null }) : piece.text));
}

// The text in paragraphs at its line breaks; within each, the sentences of claims on a tint, within those the words.
function paragraphs(text, reports, timexes) {
    const words = wordsIn('text', reports, timexes);
    const sentences = [];
    reports.forEach((report, i) => {
        const { field, begin, end } = report.evidence;
        if (field !== 'text') {
            return;
        }
        const same = sentences.find((other) => begin < other.end && other.begin < end);
        if (same) {
            same.claims.push(i);
            same.begin = Math.min(same.begin, begin);
            same.end = Math.max(same.end, end);
        } else {
            sentences.push({ type: 'claim', field, begin, end, claims: [i] });
        }
    });
    sentences.sort((a, b) => a.begin - b.begin);
    const result = [];
    let nextWord = 0;
    let nextSentence = 0;
    let point = 0;
    for (const line of text.split('\n')) {
        const length = lengthInPoints(line);
        const end = point + length;
        const within = (list, from) => {
            let first = from;
            while (first < list.length && list[first].end <= point) {
                first += 1;
            }
            let last = first;
            while (last < list.length && list[last].begin < end) {
                last += 1;
            }
            return [first, last];
        };
        const [w0, w1] = within(words, nextWord);
        const [s0, s1] = within(sentences, nextSentence);
        nextWord = w0;
        nextSentence = s0;
        if (line.trim()) {
            result.push(h('p', { dir: 'auto' }, block(line, point, words.slice(w0, w1), sentences.slice(s0, s1), reports)));
        }
        point = end + 1;
    }
    return result;
}

function lengthInPoints(text) {
    let count = 0;
    for (let i = 0; i < text.length; i += 1) {
        const unit = text.charCodeAt(i);
        count += unit >= 0xdc00 && unit <= 0xdfff ? 0 : 1;
    }
    return count;
}

// Marks that reach over the edge of the piece they stand in are cut there.
function clip(marks, begin, end) {
    return marks.filter((mark) => mark.end > begin && mark.begin < end)
        .map((mark) => ({ ...mark, begin: Math.max(mark.begin, begin), end: Math.min(mark.end, end) }));
}

function block(line, start, words, sentences, reports) {
    const end = start + lengthInPoints(line);
    const units = toUnits(line, start, clip(sentences, start, end).flatMap((s) => [s.begin, s.end]));
    const result = [];
    let at = 0;
    let point = start;
    clip(sentences, start, end).forEach((claim, i) => {
        const [from, to] = [units[2 * i], units[2 * i + 1]];
        result.push(inline(line.slice(at, from), point, clip(words, point, claim.begin)));
        result.push(h('span', { class: 'claim-sentence', 'data-report': reports[claim.claims[0]].id },
            claim.claims.map((n) => h('span', { class: 'badge', id: `claim-${n}`, tabindex: -1, role: 'note', 'aria-label': strings.claimNumber(n + 1) }, String(n + 1))),
            inline(line.slice(from, to), claim.begin, clip(words, claim.begin, claim.end))));
        at = to;
        point = claim.end;
    });
    result.push(inline(line.slice(at), point, clip(words, point, end)));
    return result;
}
