// How dates and counts are written, and where marks are cut: the page's pure functions, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber, writeCount } from '../../web/src/counts.js';
import { bucketLast, intervalFor } from '../../web/src/chart.js';
import { bulkOf } from '../../web/src/bulk.js';
import { dayOf, headingOf, isoOf, unitOf, weekdaysOf, writeDate, writeInstant } from '../../web/src/dates.js';
import { disjoint, marksOf, pieces } from '../../web/src/quote.js';
import { inRows, lineOf } from '../../web/src/views/scale.js';
import { address, readState } from '../../web/src/state.js';
import { holding, wordsOf } from '../../web/src/views/suggest.js';

const date = (first, last, precision = 'day', approximate) => ({ first, last, precision, approximate });

const dates = [
    [date('2024-12-14', '2024-12-14'), '14 Dec 2024'],
    [date('2024-12-14', '2024-12-14', 'time'), '14 Dec 2024'],
    [date('2024-12-14', '2024-12-15'), '14–15 Dec 2024'],
    [date('2024-11-28', '2024-12-02'), '28 Nov – 2 Dec 2024'],
    [date('2024-12-30', '2025-01-02'), '30 Dec 2024 – 2 Jan 2025'],
    [date('2024-12-01', '2024-12-31', 'month'), 'Dec 2024, day not said'],
    [date('2024-02-01', '2024-02-29', 'month'), 'Feb 2024, day not said'],
    [date('2024-12-01', '2024-12-19', 'month'), '1–19 Dec 2024, day not said'],
    [date('2024-12-09', '2024-12-15', 'week'), '9–15 Dec 2024, day not said'],
    [date('2024-07-01', '2024-09-30', 'quarter'), 'Jul – Sep 2024, day not said'],
    [date('2024-12-01', '2025-02-28', 'season'), 'Dec 2024 – Feb 2025, day not said'],
    [date('2024-01-01', '2024-12-31', 'year'), '2024, day not said'],
    [date('2010-01-01', '2019-12-31', 'decade'), '2010–2019, day not said'],
    [date('2024-12-03', null), 'since 3 Dec 2024, end not said'],
    [date('2024-12-01', null, 'month'), 'since Dec 2024, end not said'],
    [date('2020-01-01', null, 'year'), 'since 2020, end not said'],
    [date(null, '2024-12-16'), 'by 16 Dec 2024, start not said'],
    [date(null, '2024-10-31', 'month'), 'by the end of Oct 2024, start not said'],
    [date('2024-12-14', '2024-12-14', 'day', true), 'about 14 Dec 2024'],
    [date('2024-12-08', null, 'day', true), 'since about 8 Dec 2024, end not said'],
    [date('0044-03-15', '0044-03-15'), '15 Mar 44'],
    [null, 'Date not said'],
];
for (const [given, expected] of dates) {
    test(`${JSON.stringify(given)} is written ${expected}`, () => assert.equal(writeDate(given), expected));
}

const headings = [
    [date('2024-12-14', '2024-12-14'), 'Sat 14 Dec 2024'],
    [date('2024-12-14', '2024-12-15'), 'Sat 14 – Sun 15 Dec 2024'],
    [date('2024-12-30', '2025-01-02'), 'Mon 30 Dec 2024 – Thu 2 Jan 2025'],
    [date('2024-12-14', '2024-12-15', 'day', true), 'about 14–15 Dec 2024'],
    [date('2024-12-03', null), 'Tue 3 Dec 2024'],
    [date(null, '2024-12-16'), 'by 16 Dec 2024'],
    [date(null, '2024-10-31', 'month'), 'by the end of Oct 2024'],
    [date('2024-12-01', '2024-12-31', 'month'), 'Dec 2024'],
    [date('2024-10-01', '2024-12-16'), '1 Oct – 16 Dec 2024'],
    [null, 'Undated'],
];
for (const [given, expected] of headings) {
    test(`${JSON.stringify(given)} stands under ${expected}`, () => assert.equal(headingOf(given).title, expected));
}

for (const [given, whole] of [[date('2024-12-14', '2024-12-14'), true], [date('2024-12-03', null), false],
    [date('2024-12-14', '2024-12-14', 'day', true), false], [date('2024-12-01', '2024-12-31', 'month'), true], [null, true]]) {
    test(`the heading of ${JSON.stringify(given)} says ${whole ? 'all' : 'not all'} of it`, () => assert.equal(headingOf(given).whole, whole));
}

test('a day and “by that day” stand under two headings', () => {
    const by = headingOf(date(null, '2024-12-16'));
    assert.notEqual(by.key, headingOf(date('2024-12-16', '2024-12-16')).key);
    assert.equal(by.note, 'start not said');
});

const weekdays = [
    [date('2024-12-14', '2024-12-14'), 'Sat'], [date('2024-12-14', '2024-12-15'), 'Sat–Sun'], [date('2024-10-01', '2024-12-16'), '77 days'],
    [date('2024-12-01', '2024-12-31', 'month'), ''], [date(null, '2024-12-16'), 'Mon'], [null, ''],
];
for (const [given, expected] of weekdays) {
    test(`${JSON.stringify(given)} is ${expected || 'no weekday'}`, () => assert.equal(weekdaysOf(given), expected));
}

const instants = [
    ['2024-12-16T11:40:00+02:00', 'Mon 16 Dec 2024, 11:40 UTC+2'], ['2024-12-16T11:40:00Z', 'Mon 16 Dec 2024, 11:40 UTC'],
    ['2024-12-16T23:59:59-03:30', 'Mon 16 Dec 2024, 23:59 UTC−3:30'], ['2024-12-16', 'Mon 16 Dec 2024'],
];
for (const [given, expected] of instants) {
    test(`${given} is written ${expected}`, () => assert.equal(writeInstant(given), expected));
}

const counts = [
    [{ min: 30, max: 30 }, '30'], [{ min: 30, max: 200 }, '30–200'], [{ min: 30, max: null }, '≥ 30'], [{ min: null, max: 12000 }, '≤ 12,000'],
    [{ min: 40, max: 40, qualifier: 'about' }, '~40'], [{ min: 40, max: 40, qualifier: 'exactly' }, '40'], [{ min: 0, max: 0 }, '0'],
    [{ min: null, max: null, text: 'heavy' }, null], [null, null],
];
for (const [given, expected] of counts) {
    test(`${JSON.stringify(given)} is written ${expected}`, () => assert.equal(writeCount(given), expected));
}

const numbers = [
    ['30', '30'], ['1,500', '1500'], ['1 500', '1500'], ['1\u202f500', '1500'], ['12,345,678', '12345678'], ['≥ 30', '30'], ['>=30', '30'],
    ['30+', '30'], [' 007 ', '7'], ['0', '0'], ['', ''], ['  ', ''],
    ['abc', null], ['1,50', null], ['1.5', null], ['-3', null], ['30–200', null], ['~40', null], ['1e3', null], ['9'.repeat(16), null],
];
for (const [typed, expected] of numbers) {
    test(`“${typed}” typed for a number is ${expected === null ? 'none' : `“${expected}”`}`, () => assert.equal(readNumber(typed), expected));
}

test('an address with a count as the page writes it is one with digits', () => {
    assert.equal(readState('?min_count=1,500').filters.min_count, '1500');
    assert.equal(readState('?min_count=abc').filters.min_count, 'abc');
});

const onFile = ['Port-au-Prince', 'Port Tarrow', 'Transport Hub', 'Côte Brask', 'Brask'];
const parts = [['port', ['Port-au-Prince', 'Port Tarrow']], ['PRINCE', ['Port-au-Prince']], ['cote', ['Côte Brask']], ['bra', ['Côte Brask', 'Brask']],
    ['brask', ['Côte Brask']], ['ort', []], ['x', []]];
for (const [typed, expected] of parts) {
    test(`“${typed}” may mean ${expected.join(', ') || 'nothing on file'}`, () => assert.deepEqual(holding(onFile, typed), expected));
}

test('the words of a filter are those of the events, the most frequent first', () => {
    const events = [{ actor: 'Norland', places: [{ name: 'Kolna', region: 'Kolna Oblast', country_name: 'Ukraine' }], sources: ['Army', 'Police'] },
        { actor: null, places: [{ name: 'Brask', region: null, country_name: 'Ukraine' }, { name: 'Brask' }], sources: ['Police'] }];
    assert.deepEqual(wordsOf('place', events), ['Ukraine', 'Brask', 'Kolna', 'Kolna Oblast']);
    assert.deepEqual(wordsOf('actor', events), ['Norland']);
    assert.deepEqual(wordsOf('source', events), ['Police', 'Army']);
});

test('days and their ISO form go both ways over leap days and centuries', () => {
    for (const iso of ['0001-01-01', '1900-02-28', '2000-02-29', '2024-12-31', '9999-12-31']) {
        assert.equal(isoOf(dayOf(iso)), iso);
    }
});

const units = [['2024', '2024-01-01', '2024-12-31'], ['2024-02', '2024-02-01', '2024-02-29'], ['2025-02-28', '2025-02-28', '2025-02-28']];
for (const [value, first, last] of units) {
    test(`${value} is ${first} to ${last}`, () => assert.deepEqual(unitOf(value), { first: dayOf(first), last: dayOf(last) }));
}
for (const value of ['', '2025-02-29', '2025-13', '2025-00', '25', '2025-1-1', 'x']) {
    test(`“${value}” is no date`, () => assert.equal(unitOf(value), null));
}

test('a bar is as long as its unit', () => {
    const last = (first, interval) => isoOf(bucketLast(dayOf(first), interval));
    assert.deepEqual([last('2024-02-01', 'month'), last('2024-12-30', 'week'), last('2024-01-01', 'year'), last('2024-02-29', 'day')],
        ['2024-02-29', '2025-01-05', '2024-12-31', '2024-02-29']);
    assert.deepEqual([31, 125, 801, 366 * 26].map(intervalFor), ['day', 'week', 'month', 'year']);
});

const month = (text, casualty, coarse = 0) => {
    const first = dayOf(`${text}-01`);
    return { first, last: bucketLast(first, 'month'), casualty, deployment: 0, coarse: { casualty: 0, deployment: coarse } };
};
const spread = (...buckets) => {
    const { buckets: kept, before, after } = bulkOf(buckets);
    return [kept.map((bucket) => isoOf(bucket.first).slice(0, 7)).join(' '), before?.events ?? 0, after?.events ?? 0];
};
test('one event long before or after all others does not squeeze them', () => {
    const year = [month('2024-10', 2), month('2024-11', 3, 1), month('2024-12', 2, 1)];
    assert.deepEqual(spread(month('1999-03', 1), ...year), ['2024-10 2024-11 2024-12', 1, 0]);
    assert.deepEqual(spread(month('1999-03', 0, 1), month('1999-04', 0, 1), month('1999-05', 0, 1), ...year), ['2024-10 2024-11 2024-12', 1, 0]);
    assert.deepEqual(spread(month('1999-03', 1), ...year, month('2060-01', 1)), ['2024-10 2024-11 2024-12', 1, 1]);
});
test('what is no more than some months apart, is no exception, or is too little to tell, stays', () => {
    assert.deepEqual(spread(month('2024-07', 1), month('2024-10', 5), month('2024-12', 2)), ['2024-07 2024-10 2024-12', 0, 0]);
    assert.deepEqual(spread(month('1999-03', 4), month('2024-10', 5), month('2024-12', 2)), ['1999-03 2024-10 2024-12', 0, 0]);
    assert.deepEqual(spread(month('1999-03', 1), month('2024-12', 2)), ['1999-03 2024-12', 0, 0]);
    assert.deepEqual(spread(), ['', 0, 0]);
});

test('marks are cut by code points, beyond the basic plane too', () => {
    const exact = '😀 At least 30 of “Brask” — Brask, Braskov.';
    const report = {
        evidence: { field: 'text', begin: 100, end: 100 + [...exact].length, exact },
        count: { min: 30, text: 'At least 30', field: 'text', begin: 102, end: 113 },
        date_basis: { text: null }, source: { name: 'x', text: null }, places: [{ name: 'Brask' }],
    };
    const cut = pieces(exact, 100, disjoint(marksOf(report), 'text')).map((piece) => [piece.mark?.type, piece.text]);
    assert.deepEqual(cut, [[undefined, '😀 '], ['number', 'At least 30'], [undefined, ' of “'], ['place', 'Brask'], [undefined, '” — '],
        ['place', 'Brask'], [undefined, ', Braskov.']]);
});

test('of two marks that overlap the number goes first, then the date, the source, the place', () => {
    const marks = [{ type: 'number', field: 'text', begin: 5, end: 9 }, { type: 'source', field: 'text', begin: 8, end: 20 },
        { type: 'date', field: 'title', begin: 0, end: 3 }, { type: 'place', field: 'text', begin: 0, end: 5 }];
    assert.deepEqual(disjoint(marks, 'text').map((mark) => mark.type), ['place', 'number']);
});

for (const search of ['/', '/?from=2024-12&to=2024-12-15&kind=casualty&kind=deployment&actor=A+%26+B&event=e1', '/?article=a&report=r1&sort=date']) {
    test(`${search} survives being read and written`, () => {
        const written = address(readState(search.slice(1)));
        assert.deepEqual([...new URLSearchParams(written.slice(2))].sort(), [...new URLSearchParams(search.slice(2))].sort());
    });
}

test('figures that lie near stand on an even line, others on a logarithmic one', () => {
    const near = lineOf(12, 17);
    assert.ok(!near.logarithmic);
    assert.ok(Math.abs(near.at(14.5) - (near.at(12) + near.at(17)) / 2) < 1e-9);
    assert.deepEqual(near.ticks, [12, 13, 14, 15, 16, 17]);
    const far = lineOf(30, 3000);
    assert.ok(far.logarithmic);
    assert.ok(Math.abs(far.at(300) - (far.at(30) + far.at(3000)) / 2) < 1e-9);
    assert.deepEqual(far.ticks, [20, 50, 100, 200, 500, 1000, 2000, 5000]);
    for (const [low, high] of [[1, 2], [99, 101], [1000, 1001], [3, 20], [250, 1500]]) {
        const { at, ticks } = lineOf(low, high);
        assert.ok(at(low) >= 0 && at(high) <= 1 && ticks.length >= 2 && ticks.length <= 12, `${low} to ${high}: ${ticks}`);
    }
});

test('labels that would touch stand above one another, equal ones once', () => {
    const rows = inRows([{ x: 100, text: '12' }, { x: 108, text: '13' }, { x: 108, text: '13' }, { x: 116, text: '14' }, { x: 200, text: '1,000' }]);
    assert.deepEqual(rows.map(({ text, row }) => [text, row]), [['12', 0], ['13', 1], ['14', 2], ['1,000', 0]]);
});
