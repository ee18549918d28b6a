// The HTTP contract, seen from the page. Every failure becomes a Problem with a title and a detail to show.

import { strings } from './strings.js';

export class Problem extends Error {
    constructor(title, detail, status, errors = []) {
        super(title);
        this.title = title;
        this.detail = detail;
        this.status = status;
        this.errors = errors;
    }
}

async function get(path, signal) {
    let answer;
    try {
        answer = await fetch(path, { headers: { accept: 'application/json' }, signal });
    } catch (cause) {
        if (cause.name === 'AbortError') {
            throw cause;
        }
        throw new Problem(strings.offlineTitle, strings.offlineText, 0);
    }
    let body;
    try {
        body = await answer.json();
    } catch (cause) {
        if (cause.name === 'AbortError') {
            throw cause;
        }
        throw new Problem(strings.badAnswer, `${answer.status} ${answer.statusText}`.trim(), answer.status);
    }
    if (!answer.ok) {
        throw new Problem(body.title || answer.statusText, body.detail || '', answer.status, body.errors || []);
    }
    return body;
}

const api = '/api/v1';

// A page of events: {events, next}. `next` of one page asks for the one after it.
export function listEvents(parameters, signal) {
    return get(`${api}/events?${parameters}`, signal);
}

// `next` may be an absolute address; only its path and query are used, so the page talks to its own server alone.
export function followNext(next, signal) {
    const url = new URL(next, location.origin);
    return get(url.pathname + url.search, signal);
}

export function getEvent(id, signal) {
    return get(`${api}/events/${encodeURIComponent(id)}`, signal);
}

// The latest articles: {articles, next}.
export function listArticles(parameters, signal) {
    return get(`${api}/articles?${parameters}`, signal);
}

export function getArticle(id, signal) {
    return get(`${api}/articles/${encodeURIComponent(id)}`, signal);
}

export function getTimeline(parameters, interval, signal) {
    const query = new URLSearchParams(parameters);
    query.set('interval', interval);
    return get(`${api}/timeline?${query}`, signal);
}

export async function hasArticles(signal) {
    const page = await get(`${api}/articles?limit=1`, signal);
    return page.articles.length > 0;
}
