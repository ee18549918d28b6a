// Cuts a text at the words that a claim rests on. Offsets outside are Unicode code points; JavaScript counts UTF-16
// units, so every offset is converted in one pass over the text.

// The marks of one claim: {field, begin, end, type}, number before date before source before place.
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

function codePoints(text) {
    let count = 0;
    for (const _ of text) {
        count += 1;
    }
    return count;
}

// Marks within `field` that do not overlap an earlier one of the list, in text order.
export function disjoint(marks, field) {
    const kept = [];
    for (const mark of marks) {
        if (mark.field === field && mark.begin < mark.end
            && kept.every((other) => mark.end <= other.begin || mark.begin >= other.end)) {
            kept.push(mark);
        }
    }
    return kept.sort((a, b) => a.begin - b.begin);
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

// `text` in pieces: [{text, mark}], mark null between the marks. Marks are disjoint and ascending.
export function pieces(text, start, marks) {
    const inside = marks.filter((mark) => mark.end > start);
    const units = toUnits(text, start, inside.flatMap((mark) => [mark.begin, mark.end]));
    const result = [];
    let at = 0;
    inside.forEach((mark, i) => {
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
