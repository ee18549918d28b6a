// A source's own words, in serif, with the words that a claim rests on marked: the number, the date, the place, the source.

import { bdi, h } from '../dom.js';
import { codePoints, disjoint, marksOf, pieces } from '../quote.js';
import { strings } from '../strings.js';

export function markedWords(type, text, attributes = {}) {
    return h('mark', { class: `word ${type}`, ...attributes }, h('span', { class: 'for-reader' }, ` [${strings.mark[type]}: `), text,
        h('span', { class: 'for-reader' }, '] '));
}

// The evidence of a report with its marks, and a little of what stands around it in a paler ink. What stands around is
// isolated: it may be of another script, and the direction is that of the sentence itself.
export function sentence(report) {
    const { evidence } = report;
    const marks = disjoint(marksOf(report), evidence.field).filter((mark) => mark.begin >= evidence.begin && mark.end <= evidence.end);
    return h('blockquote', { class: 'sentence', dir: 'auto' },
        evidence.prefix ? h('bdi', { class: 'around' }, around(evidence.prefix, true)) : null,
        pieces(evidence.exact, evidence.begin, marks).map((piece) => (piece.mark ? markedWords(piece.mark.type, piece.text) : piece.text)),
        evidence.suffix ? h('bdi', { class: 'around' }, around(evidence.suffix, false)) : null);
}

// Context is cut at a fixed length: the broken word at its outer edge is replaced by an ellipsis.
function around(text, before) {
    const flat = text.replace(/\s+/g, ' ');
    if (codePoints(text) < 32) {
        return flat;
    }
    return before ? `… ${flat.replace(/^\S*\s/, '')}` : `${flat.replace(/\s\S*$/, '')} …`;
}

export function legend() {
    return h('ul', { class: 'legend', 'aria-label': strings.legend }, ['number', 'date', 'place', 'source'].map((type) =>
        h('li', {}, h('span', { class: `word ${type}`, 'aria-hidden': 'true' }, strings.markSample[type]), h('span', {}, strings.mark[type]))));
}

export function sourceName(report) {
    return report.source?.name ? bdi(report.source.name) : strings.unknownSource;
}

// That a claim is not as it was found.
export function correctedNote(report) {
    const fields = Object.keys(report.extracted || {});
    const notes = [report.rejected ? strings.rejected : null, fields.length ? strings.correctedBy(fields, report.corrections) : null].filter(Boolean);
    return notes.length ? h('p', { class: 'secondary' }, notes.join(' · ')) : null;
}
