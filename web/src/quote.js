// Cuts a text at the words that a claim rests on. Offsets outside are Unicode code points; JavaScript counts UTF-16
// units, so every offset is converted in one pass over the text.

// The marks of one claim: {field, begin, end, type}.
export function marksOf(report) {
    const marks = [];
    const add = (type, quote) => {
        if (quote && quote.text && Number.isInteger(quote.begin) && Number.isInteger(quote.end)) {
            marks.push({ type, field: quote.field || report.evidence.field, begin: quote.begin, end: quote.end });
        }
    };
    add('number', report.count);
    add('date', report.date_basis);
    add('source', report.source);
    for (const place of report.places || []) {
        marks.push(...placeMarks(report.evidence, place.name));
    }
    return marks;
}

const letter = /[\p{L}\p{N}]/u;

// A place has no offsets of its own: its name is sought as a whole word in the sentence.
function placeMarks(evidence, name) {
    const found = [];
    const text = evidence.exact;
    if (!name) {
        return found;
    }
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        const before = at > 0 ? text[at - 1] : ' ';
        const after = text[at + name.length] || ' ';
        if (!letter.test(before) && !letter.test(after)) {
            const begin = evidence.begin + codePoints(text.slice(0, at));
            found.push({ type: 'place', field: evidence.field, begin, end: begin + codePoints(name) });
        }
    }
    return found;
}

// How many code points `text` has: its UTF-16 units but the second halves of pairs.
export function codePoints(text) {
    let count = 0;
    for (let i = 0; i < text.length; i += 1) {
        const unit = text.charCodeAt(i);
        count += unit >= 0xdc00 && unit <= 0xdfff ? 0 : 1;
    }
    return count;
}

const rank = { number: 0, date: 1, source: 2, place: 3 };

// Marks within `field`, in text order; of two that overlap the number goes before the date, the source, the place.
export function disjoint(marks, field) {
    const sorted = marks.filter((mark) => mark.field === field && mark.begin < mark.end)
        .sort((a, b) => a.begin - b.begin || rank[a.type] - rank[b.type]);
    const kept = [];
    for (const mark of sorted) {
        while (kept.length && mark.begin < kept.at(-1).end && rank[mark.type] < rank[kept.at(-1).type]) {
            kept.pop();
        }
        if (!kept.length || mark.begin >= kept.at(-1).end) {
            kept.push(mark);
        }
    }
    return kept;
}

// Those of disjoint, ascending `marks` that share a character with begin..end, cut at its edges.
export function clip(marks, begin, end) {
    let low = 0;
    let high = marks.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (marks[middle].end <= begin) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const found = [];
    for (let i = low; i < marks.length && marks[i].begin < end; i += 1) {
        found.push({ ...marks[i], begin: Math.max(marks[i].begin, begin), end: Math.min(marks[i].end, end) });
    }
    return found;
}

// The UTF-16 offsets of ascending code point offsets, `start` being the code point at which `text` begins.
export function toUnits(text, start, offsets) {
    const units = [];
    let point = start;
    let unit = 0;
    for (const offset of offsets) {
        while (point < offset && unit < text.length) {
            unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
            point += 1;
        }
        units.push(unit);
    }
    return units;
}

// `text` in pieces: [{text, mark}], mark null between the marks. Marks are disjoint, ascending and inside the text.
export function pieces(text, start, marks) {
    const units = toUnits(text, start, marks.flatMap((mark) => [mark.begin, mark.end]));
    const result = [];
    let at = 0;
    marks.forEach((mark, i) => {
        const [begin, end] = [units[2 * i], units[2 * i + 1]];
        if (begin > at) {
            result.push({ text: text.slice(at, begin), mark: null });
        }
        if (end > begin) {
            result.push({ text: text.slice(begin, end), mark });
        }
        at = Math.max(at, end);
    });
    if (at < text.length) {
        result.push({ text: text.slice(at), mark: null });
    }
    return result;
}
